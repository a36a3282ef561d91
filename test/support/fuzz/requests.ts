/** Everything an editor asks of a file, and the errors in the answers. */
import type { Position } from "vscode-languageserver-types";
import { codeActions } from "../../../server/src/features/codeActions/codeActions";
import { tagAllEdit } from "../../../server/src/features/codeActions/tagAllAction";
import { completion, resolveCompletion } from "../../../server/src/features/completion/completion";
import { diagnostics } from "../../../server/src/features/diagnostics/diagnostics";
import { documentLinks } from "../../../server/src/features/documentLinks";
import { documentSymbols } from "../../../server/src/features/documentSymbols";
import { folding } from "../../../server/src/features/folding";
import { formatting } from "../../../server/src/features/formatting";
import { hover } from "../../../server/src/features/hover";
import { arrangements, formats, preview, renderNotes } from "../../../server/src/features/notesRequests";
import { selectionRanges } from "../../../server/src/features/selectionRanges";
import type { View } from "../../../server/src/features/shared/view";
import { stableView } from "../../../server/src/features/stableView";
import { knowledge } from "../meeting";
import * as judge from "./judge";

export interface Request {
  readonly name: string;
  /** @returns the error in the answer; undefined if it is valid. Throws where the request fails. */
  readonly ask: (view: View) => string | undefined;
}

/** What is asked of a place, 0-based. */
export function requestsAt(position: Position): readonly Request[] {
  const range = { start: position, end: position };
  return [
    { name: "hover", ask: (view) => judge.hover(view, hover(view, position)) },
    {
      name: "completion",
      ask: (view) => judge.completion(view, position, completion(view, position)),
    },
    {
      name: "completionItem/resolve",
      ask: (view) => {
        const { items } = completion(view, position, " ");
        for (const item of items.slice(0, 3)) resolveCompletion(item, knowledge.vocabulary);
        return undefined;
      },
    },
    {
      name: "codeAction",
      ask: (view) => judge.actions(view, codeActions(view, { range }, {})),
    },
    {
      name: "selectionRange",
      ask: (view) => judge.selection(position, selectionRanges(view, [position])),
    },
  ];
}

/** What is asked of a whole file. */
export const wholeRequests: readonly Request[] = [
  { name: "diagnostic", ask: (view) => judge.ranges(view, diagnostics(view, {})) },
  { name: "documentSymbol", ask: (view) => judge.symbols(view, documentSymbols(view)) },
  { name: "foldingRange", ask: (view) => judge.folds(view, folding(view)) },
  { name: "documentLink", ask: (view) => judge.ranges(view, documentLinks(view)) },
  { name: "formatting", ask: (view) => judge.edits(view, formatting(view)) },
  {
    name: "codeAction/resolve",
    ask: (view) => judge.actions(view, [{ title: "", edit: tagAllEdit(view, true) }]),
  },
  {
    name: "codeAction of all",
    ask: (view) => {
      const end = view.positions.positionAt(view.document.length);
      return judge.actions(view, codeActions(view, { range: { start: { line: 0, character: 0 }, end } }, {}));
    },
  },
  ...arrangements.map((by) => ({
    name: `preview by ${by}`,
    ask: (view: View) => judge.page(preview(stableView(view, knowledge, 3), by, { typedLine: 3 }).html),
  })),
  ...formats.flatMap((to) =>
    arrangements.map((by) => ({
      name: `render ${to} by ${by}`,
      ask: (view: View) => {
        const text = renderNotes(view.document, { to, by });
        return to === "html" ? judge.page(text) : text === "" ? "empty" : undefined;
      },
    })),
  ),
];
