import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range as LspRange,
  type Position,
  type TextEdit,
} from "vscode-languageserver-types";
import { nodeAt } from "../../core/document/nodeAt";
import { EditGuard } from "../../core/editGuard/editGuard";
import type { Finding, Fix } from "../../core/findings/finding";
import { countFixable, fixAll } from "../../core/fixes/fixAll";
import { countUntagged } from "../../core/fixes/tagAll";
import { keysAt } from "../../core/schema/schema";
import { labelText } from "../../core/text/displayText";
import type { Edit, Range } from "../../core/text/range";
import { type RuleSettings, severityOf, toDiagnostic } from "../diagnostics/diagnostics";
import { fromLspRange, toLspRange, type View } from "../shared/view";
import { tagAllActions, tagAllKind } from "./tagAllAction";

/** Fix-all of this server alone: `source.fixAll.wlcgNotes`. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.wlcgNotes`;

/** To think of themes for more untagged items takes longer than one waits for a menu: then it has to be asked for by its kind. */
const mostTaggedAtOnce = 100;
/** The same goes for fixing more findings than this. */
const mostFixedAtOnce = 5000;

/** Findings whose fixes are offered at once; a menu of more is read by nobody, and each fix is tried before it is offered. */
const mostCured = 100;

export interface CodeActionRequest {
  readonly range: LspRange;
  /** what the client knows of in the range */
  readonly diagnostics?: readonly Diagnostic[];
  /** kinds the client asks for; all where there is none */
  readonly only?: readonly string[] | undefined;
  /** the client cannot ask for an edit later, so that all are worked out at once */
  readonly isEager?: boolean;
}

/** Cures of the findings that touch the range, best first; then ways to silence them, to tag all items, and fix-all. */
export function codeActions(view: View, request: CodeActionRequest, rules: RuleSettings): CodeAction[] {
  return [
    ...(wants(CodeActionKind.QuickFix, request) ? quickFixesAt(view, request, rules) : []),
    ...(wants(tagAllKind, request) ? tagAll(view, request) : []),
    ...(wants(fixAllKind, request) ? fixEverything(view, request, rules) : []),
  ];
}

function wants(kind: string, { only: kinds }: CodeActionRequest): boolean {
  return !kinds || kinds.some((only) => kind === only || kind.startsWith(`${only}.`));
}

function quickFixesAt(view: View, request: CodeActionRequest, rules: RuleSettings): CodeAction[] {
  const range = fromLspRange(view, request.range);
  const touched = findingsAt(range, view)
    .filter(({ code }) => severityOf(code, rules) !== "off")
    .filter(meant(range, view, request.diagnostics))
    .slice(0, mostCured);
  const guard = new EditGuard(view.document);
  const lines = new Map<number, boolean>();
  return [
    ...touched.flatMap((finding) => quickFixes(finding, view, rules, guard)),
    ...touched.flatMap((finding) => suppress(finding, view, rules, { guard, lines })),
  ];
}

function tagAll(view: View, { only, isEager }: CodeActionRequest): CodeAction[] {
  if (isEager && !only && countUntagged(view.document) > mostTaggedAtOnce) return [];
  return tagAllActions(view);
}

/** The findings in the range; those anywhere on the cursor's line where it is a bare cursor. */
function findingsAt(asked: Range, { document }: View): readonly Finding[] {
  const { start, end } = asked.start === asked.end ? document.lineAt(asked.start) : asked;
  const found = document.found();
  const touched: Finding[] = [];
  // a finding may end where a block does
  for (let index = Math.max(0, document.indexAt(start) - 1); index <= document.indexAt(end); index++) {
    const placed = found.findingsIn(index).map((one) => document.placed(one, index));
    touched.push(...placed.filter(({ range }) => range.start <= end && start <= range.end));
  }
  return touched;
}

/** A client that asks about the whole file names the findings it means: Kate does, of the one that is double-clicked. */
function meant(asked: Range, view: View, named: readonly Diagnostic[] = []): (finding: Finding) => boolean {
  if (named.length === 0 || asked.start > 0 || asked.end < view.document.length) return () => true;
  return ({ code, range }) => {
    const { start, end } = toLspRange(view, range);
    return named.some(
      (one) => one.code === code && isSame(one.range.start, start) && isSame(one.range.end, end),
    );
  };
}

function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

function quickFixes(finding: Finding, view: View, rules: RuleSettings, guard: EditGuard): CodeAction[] {
  const diagnostic = toDiagnostic(finding, view, rules);
  return guard.fixesOf(finding).map((fix) => quickFix(fix, diagnostic, view));
}

function quickFix(fix: Fix, diagnostic: Diagnostic, view: View): CodeAction {
  return {
    title: labelText(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred && { isPreferred: true }),
    edit: workspaceEdit(view, fix.edits),
  };
}

interface Tried {
  readonly guard: EditGuard;
  /** offsets of lines that a comment was tried above, and whether that changes nothing else */
  readonly lines: Map<number, boolean>;
}

function suppress(finding: Finding, view: View, rules: RuleSettings, { guard, lines }: Tried): CodeAction[] {
  if (finding.code === "unused-suppression" || finding.code === "yaml-syntax") return [];
  const edit = silencing(finding, view);
  if (!edit) return [];
  const isHarmless = lines.get(edit.start) ?? guard.allows([edit]);
  lines.set(edit.start, isHarmless);
  if (!isHarmless) return [];
  return [
    {
      title: `Disable ${finding.code} for this line`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, view, rules)],
      edit: workspaceEdit(view, [edit]),
    },
  ];
}

/** A comment above the finding's line; nothing inside a text that spans lines, where it would be a line of that text. */
function silencing({ code, range }: Finding, { document }: View): Edit | undefined {
  // a comment ahead of text that is no meeting may be taken for a part of it
  if (!document.entries().some(({ entry }) => keysAt([]).includes(entry.name))) return undefined;
  const line = document.lineAt(range.start);
  const inside = nodeAt(document, line.start);
  if (inside && inside.range.start < line.start && line.start < inside.range.end) return undefined;
  const source = document.slice(line.start, line.end);
  // of an empty file there is no line below the comment, and past a comment it would speak of another line
  if (/^\uFEFF?[ \t]*(?:#|$)/.test(source)) return undefined;
  // a byte order mark stays the first of the file
  const start = line.start === 0 && source.startsWith("\uFEFF") ? 1 : line.start;
  const indent = /^\uFEFF?([ \t]*)/.exec(source)?.[1]?.length ?? 0;
  const comment = `${" ".repeat(indent)}# wlcg-notes-disable-next-line ${code}${document.lineEnd}`;
  return { start, end: start, text: comment };
}

function fixEverything(view: View, { only }: CodeActionRequest, rules: RuleSettings): CodeAction[] {
  if (!only && countFixable(view.document) > mostFixedAtOnce) return [];
  const edits = fixAll(view.document, (code) => severityOf(code, rules) === "off");
  if (edits.length === 0) return [];
  return [{ title: "Apply all safe fixes", kind: fixAllKind, edit: workspaceEdit(view, edits) }];
}

/** Edits bound to the version they were made for, so that a client refuses them on later text. */
function workspaceEdit(view: View, edits: readonly Edit[]): NonNullable<CodeAction["edit"]> {
  const textEdits: TextEdit[] = edits.map((edit) => ({ range: toLspRange(view, edit), newText: edit.text }));
  return {
    documentChanges: [{ textDocument: { uri: view.uri, version: view.positions.version }, edits: textEdits }],
  };
}
