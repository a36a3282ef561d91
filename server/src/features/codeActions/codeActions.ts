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
import type { Code } from "../../core/findings/codes";
import type { Finding, Fix } from "../../core/findings/finding";
import { countFixable, fixAll } from "../../core/fixes/fixAll";
import { countUntagged } from "../../core/fixes/tagAll";
import { keysAt } from "../../core/schema/schema";
import { labelText } from "../../core/text/displayText";
import type { Edit, Range } from "../../core/text/range";
import { type RuleSettings, severityOf, toDiagnostic } from "../diagnostics/diagnostics";
import { fromLspRange, toLspRange, type View } from "../shared/view";
import { tagAllActions, tagAllKind } from "./tagAllAction";

/** The kind of fix-all: `source.fixAll.wlcgNotes`; clients may also request the fix-all of other servers. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.wlcgNotes`;

/**
 * With more untagged items than this, tag-all is offered only if its kind is requested: it would delay the
 * menu.
 */
const maxItemsToTagWithoutKind = 100;
/** With more fixable findings than this, fix-all is offered only if its kind is requested. */
const maxFindingsToFixWithoutKind = 5000;

/** Maximum number of findings whose fixes are offered at once; each fix is checked before it is offered. */
const maxFindingsWithFixes = 100;

export interface CodeActionRequest {
  readonly range: LspRange;
  /** the client's diagnostics in the range */
  readonly diagnostics?: readonly Diagnostic[];
  /** requested kinds; undefined: all */
  readonly only?: readonly string[] | undefined;
  /** true if the client cannot resolve edits later, so that all are computed immediately */
  readonly isEager?: boolean;
}

/**
 * Quick fixes for the findings that touch the range, best first; then actions to suppress them, to tag all
 * items, and fix-all.
 */
export function codeActions(view: View, request: CodeActionRequest, rules: RuleSettings): CodeAction[] {
  return [
    ...(wants(CodeActionKind.QuickFix, request) ? quickFixesAt(view, request, rules) : []),
    ...(wants(tagAllKind, request) ? tagAll(view, request) : []),
    ...(wants(fixAllKind, request) ? fixAllActions(view, request, rules) : []),
  ];
}

function wants(kind: string, { only: kinds }: CodeActionRequest): boolean {
  return !kinds || kinds.some((only) => kind === only || kind.startsWith(`${only}.`));
}

function quickFixesAt(view: View, request: CodeActionRequest, rules: RuleSettings): CodeAction[] {
  const range = fromLspRange(view, request.range);
  const findings = findingsAt(range, view)
    .filter(({ code }) => severityOf(code, rules) !== "off")
    .filter(isRequested(range, view, request.diagnostics))
    .slice(0, maxFindingsWithFixes);
  const guard = new EditGuard(view.document);
  const harmlessByLine = new Map<number, boolean>();
  return [
    ...findings.flatMap((finding) => quickFixes(finding, view, rules, guard)),
    ...findings.flatMap((finding) => suppressActions(finding, view, rules, { guard, harmlessByLine })),
  ];
}

function tagAll(view: View, { only, isEager }: CodeActionRequest): CodeAction[] {
  if (isEager && !only && countUntagged(view.document) > maxItemsToTagWithoutKind) return [];
  return tagAllActions(view);
}

/** The findings in the range; for an empty range those on the cursor's line. */
function findingsAt(requested: Range, { document }: View): readonly Finding[] {
  const { start, end } = requested.start === requested.end ? document.lineAt(requested.start) : requested;
  const findingsByBlock = document.findingsByBlock();
  const findings: Finding[] = [];
  // a finding may end where a block does
  for (
    let index = Math.max(0, document.blockIndexAt(start) - 1);
    index <= document.blockIndexAt(end);
    index++
  ) {
    const withOffsets = findingsByBlock
      .findingsIn(index)
      .map((finding) => document.withFileOffsets(finding, index));
    findings.push(...withOffsets.filter(({ range }) => range.start <= end && start <= range.end));
  }
  return findings;
}

/**
 * Filters by the client's diagnostics if the request covers the whole file, as Kate does for a double-clicked
 * diagnostic.
 */
function isRequested(
  requested: Range,
  view: View,
  diagnostics: readonly Diagnostic[] = [],
): (finding: Finding) => boolean {
  if (diagnostics.length === 0 || requested.start > 0 || requested.end < view.document.length)
    return () => true;
  return ({ code, range }) => {
    const { start, end } = toLspRange(view, range);
    return diagnostics.some(
      (diagnostic) =>
        diagnostic.code === code &&
        isSamePosition(diagnostic.range.start, start) &&
        isSamePosition(diagnostic.range.end, end),
    );
  };
}

function isSamePosition(a: Position, b: Position): boolean {
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

interface SuppressionContext {
  readonly guard: EditGuard;
  /** by line offset: whether a comment above that line changes nothing else */
  readonly harmlessByLine: Map<number, boolean>;
}

/** Codes that no comment should hide: an item that cannot be read, and a comment without effect. */
const notSuppressible: readonly Code[] = ["unused-suppression", "yaml-syntax", "look-alike-character"];

function suppressActions(
  finding: Finding,
  view: View,
  rules: RuleSettings,
  { guard, harmlessByLine }: SuppressionContext,
): CodeAction[] {
  if (notSuppressible.includes(finding.code)) return [];
  const edit = suppressionEdit(finding, view);
  if (!edit) return [];
  const isHarmless = harmlessByLine.get(edit.start) ?? guard.allows([edit]);
  harmlessByLine.set(edit.start, isHarmless);
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

/**
 * The edit that inserts a suppression comment above the finding's line; undefined inside a multi-line text,
 * where it would become part of the text.
 */
function suppressionEdit({ code, range }: Finding, { document }: View): Edit | undefined {
  // in a file that is not a meeting a comment may become part of the text
  if (!document.entries().some(({ entry }) => keysAt([]).includes(entry.name))) return undefined;
  const line = document.lineAt(range.start);
  const enclosing = nodeAt(document, line.start);
  if (enclosing && enclosing.range.start < line.start && line.start < enclosing.range.end) return undefined;
  const source = document.slice(line.start, line.end);
  // an empty line has nothing to suppress, and above a comment it would apply to a later line
  if (/^\uFEFF?[ \t]*(?:#|$)/.test(source)) return undefined;
  // a byte order mark stays the first of the file
  const start = line.start === 0 && source.startsWith("\uFEFF") ? 1 : line.start;
  const indent = /^\uFEFF?([ \t]*)/.exec(source)?.[1]?.length ?? 0;
  const comment = `${" ".repeat(indent)}# wlcg-notes-disable-next-line ${code}${document.lineEnd}`;
  return { start, end: start, text: comment };
}

function fixAllActions(view: View, { only }: CodeActionRequest, rules: RuleSettings): CodeAction[] {
  if (!only && countFixable(view.document) > maxFindingsToFixWithoutKind) return [];
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
