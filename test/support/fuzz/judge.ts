/** The fault of an answer that a client could not use, in a few words; `undefined` if it is valid. */
import {
  type CodeAction,
  type CompletionList,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  MarkupContent,
  type Position,
  type Range,
  type SelectionRange,
  TextDocumentEdit,
  type TextEdit,
} from "vscode-languageserver-types";
import type { View } from "../../../server/src/features/shared/view";

type Problem = string | undefined;

export function hover(view: View, answer: Hover | null): Problem {
  if (!answer) return undefined;
  const { contents } = answer;
  if (!MarkupContent.is(contents) || contents.value === "") return "an empty hover";
  if (/(?<!\\)\]\((?!https?:)/.test(contents.value)) return `a link to elsewhere: ${contents.value}`;
  return answer.range && ranges(view, [{ range: answer.range }]);
}

export function completion(view: View, position: Position, { items }: CompletionList): Problem {
  return first(items, ({ label, textEdit, additionalTextEdits = [] }) => {
    if (label === "" || label.includes("\n")) return `the label ${JSON.stringify(label)}`;
    if (!textEdit) return undefined;
    const range = "range" in textEdit ? textEdit.range : textEdit.insert;
    if (range.start.line !== range.end.line) return `${label} replaces several lines`;
    if (range.start.line !== lineOf(view, position)) return `${label} is on another line`;
    return ranges(view, [{ range }, ...additionalTextEdits]);
  });
}

export function actions(view: View, answer: readonly CodeAction[]): Problem {
  return first(answer, ({ title, edit }) =>
    first(edit?.documentChanges ?? [], (change) => {
      if (!TextDocumentEdit.is(change)) return `${title} is no text edit`;
      if (change.textDocument.version !== view.positions.version) return `${title} has another version`;
      return edits(view, change.edits as TextEdit[]);
    }),
  );
}

/** Within the file, and none over another. */
export function edits(view: View, answer: readonly TextEdit[]): Problem {
  const ordered = [...answer].sort((a, b) => compare(a.range.start, b.range.start));
  const overlap = ordered.find(({ range }, at) => {
    const next = ordered[at + 1];
    return next && compare(next.range.start, range.end) < 0;
  });
  return overlap ? `edits overlap at ${JSON.stringify(overlap)}` : ranges(view, answer);
}

export function symbols(view: View, answer: readonly DocumentSymbol[]): Problem {
  return first(answer, ({ name, range, selectionRange, children = [] }) => {
    if (name.trim() === "") return "a symbol without a name";
    if (!isWithin(selectionRange, range)) return `${name} is selected outside itself`;
    return ranges(view, [{ range }, { range: selectionRange }]) ?? symbols(view, children);
  });
}

export function folds(view: View, answer: readonly FoldingRange[]): Problem {
  return first(answer, ({ startLine, endLine }) =>
    startLine >= endLine || endLine >= view.document.lineCount
      ? `a fold ${startLine} to ${endLine}`
      : undefined,
  );
}

export function selection(position: Position, answer: readonly SelectionRange[]): Problem {
  if (answer.length !== 1) return `${answer.length} selections`;
  for (let one = answer[0]; one; one = one.parent) {
    if (one.parent && !isWithin(one.range, one.parent.range))
      return `a parent smaller than its child at ${JSON.stringify(position)}`;
  }
  return undefined;
}

/** Nothing that runs: no script, no handler, no link but to the web and to mail. */
export function page(html: string): Problem {
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  return first(tags, (tag) => {
    if (/^<(?:script|iframe|object|embed|form|input|meta http-equiv="(?!Content-Security-Policy))/i.test(tag))
      return `the page holds ${tag}`;
    const names = tag.replaceAll(/="[^"]*"/g, "=");
    if (/\son\w+=/i.test(names)) return `the page acts on ${tag}`;
    const address = /\s(?:href|src)="([^"]*)"/i.exec(tag)?.[1];
    return address === undefined || /^(?:https?:|mailto:|data:image\/|#)/.test(address)
      ? undefined
      : `the page leads to ${address}`;
  });
}

export function ranges(view: View, answer: readonly { readonly range: Range }[]): Problem {
  return first(answer, ({ range }) => {
    const [start, end] = [view.positions.offsetAt(range.start), view.positions.offsetAt(range.end)];
    const isThere =
      start <= end &&
      compare(view.positions.positionAt(start), range.start) === 0 &&
      compare(view.positions.positionAt(end), range.end) === 0;
    return isThere ? undefined : `a range that is not in the file: ${JSON.stringify(range)}`;
  });
}

function lineOf(view: View, position: Position): number {
  return view.positions.positionAt(view.positions.offsetAt(position)).line;
}

function isWithin(inner: Range, outer: Range): boolean {
  return compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;
}

function compare(left: Position, right: Position): number {
  return left.line - right.line || left.character - right.character;
}

function first<T>(all: readonly T[], wrong: (one: T) => Problem): Problem {
  for (const one of all) {
    const verdict = wrong(one);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}
