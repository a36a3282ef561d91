import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range as LspRange,
  type Position,
} from "vscode-languageserver-types";
import type { Drift } from "../../core/agenda/update/drift";
import { EditGuard } from "../../core/editGuard/editGuard";
import type { Finding, Fix } from "../../core/findings/finding";
import { countFixable, fixAll, manualFixCodes } from "../../core/fixes/fixAll";
import { countUntagged } from "../../core/fixes/tagAll";
import { actionTitle } from "../../core/text/displayText";
import type { Range } from "../../core/text/range";
import { type RuleSettings, severityOf, toDiagnostic } from "../diagnostics/diagnostics";
import { fromLspRange, toLspRange, type View } from "../shared/view";
import { agendaActions } from "./agendaActions";
import { breakActionKind, breakActions } from "./breakActions";
import {
  type CollectedLines,
  collectActions,
  collectKind,
  collectLineActions,
  collectLineKind,
} from "./collectActions";
import { findingsAt, findingsNear, untaggedUnderTitle } from "./findingsAt";
import { suppressActions } from "./suppressActions";
import { tagAllActions, tagAllKind } from "./tagAllAction";
import { withUniqueTitles } from "./uniqueTitles";
import { workspaceEdit } from "./workspaceEdit";

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
  /** what happens with a line of notes that becomes an entry; it stays if undefined */
  readonly collectedLines?: CollectedLines;
  /** the differences from the agenda that the file is compared with */
  readonly drift?: () => Drift | undefined;
}

/**
 * Quick fixes for the findings that touch the range, best first; then actions to suppress them, to collect actions and
 * decisions from notes, to tag all items, and fix-all.
 */
export function codeActions(view: View, request: CodeActionRequest, rules: RuleSettings): CodeAction[] {
  return [
    ...(wants(CodeActionKind.QuickFix, request) ? quickFixesAt(view, request, rules) : []),
    ...(wants(breakActionKind, request)
      ? breakActions(fromLspRange(view, request.range), view, new EditGuard(view.document))
      : []),
    ...collect(view, request),
    ...(wants(tagAllKind, request) ? tagAll(view, request, rules) : []),
    ...(wants(fixAllKind, request) ? fixAllActions(view, request, rules) : []),
  ];
}

/** For the whole file where its kind is requested, or beside the action for the line. */
function collect(view: View, request: CodeActionRequest): CodeAction[] {
  const { range, only, collectedLines = "keep" } = request;
  const atLine = wants(collectLineKind, request)
    ? collectLineActions(view, fromLspRange(view, range), collectedLines)
    : [];
  const isForFile = only ? wants(collectKind, request) : atLine.length > 0;
  return [...atLine, ...(isForFile ? collectActions(view, collectedLines) : [])];
}

function wants(kind: string, { only: kinds }: CodeActionRequest): boolean {
  return !kinds || kinds.some((only) => kind === only || kind.startsWith(`${only}.`));
}

function quickFixesAt(view: View, request: CodeActionRequest, rules: RuleSettings): CodeAction[] {
  const range = fromLspRange(view, request.range);
  const select = (findings: readonly Finding[]): readonly Finding[] =>
    findings
      .filter(({ code }) => severityOf(code, rules) !== "off")
      .filter(isRequested(range, view, request.diagnostics))
      .slice(0, maxFindingsWithFixes);
  const findings = select(findingsAt(range, view));
  const untagged = select(untaggedUnderTitle(range, view)).filter(
    (finding) => !findings.some((known) => isSameFinding(known, finding)),
  );
  const drift = request.drift?.();
  const differences = drift ? select(findingsNear(range, drift.findings, view)) : [];
  const guard = new EditGuard(view.document);
  const harmlessByLine = new Map<number, boolean>();
  return [
    ...withUniqueTitles([
      ...findings.flatMap((finding) => quickFixes(finding, view, rules, guard)),
      ...untagged.flatMap((finding) => quickFixes(finding, view, rules, guard)),
      ...(drift ? agendaActions(differences, drift, view, rules) : []),
    ]),
    ...withUniqueTitles(
      [...findings, ...differences].flatMap((finding) =>
        suppressActions(finding, view, rules, { guard, harmlessByLine }),
      ),
    ),
  ];
}

function isSameFinding(left: Finding, right: Finding): boolean {
  return left.code === right.code && left.range.start === right.range.start;
}

/** Offered where the user may be about to tag: at an untagged item, or if the kind is requested. */
function tagAll(view: View, { range, only, isEager }: CodeActionRequest, rules: RuleSettings): CodeAction[] {
  if (only) return tagAllActions(view);
  const offsets = fromLspRange(view, range);
  const isAtUntagged = [...findingsAt(offsets, view), ...untaggedUnderTitle(offsets, view)].some(
    ({ code }) => code === "untagged-item",
  );
  if (!isAtUntagged || severityOf("untagged-item", rules) === "off") return [];
  if (isEager && countUntagged(view.document) > maxItemsToTagWithoutKind) return [];
  return tagAllActions(view);
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
    title: actionTitle(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred && { isPreferred: true }),
    edit: workspaceEdit(view, fix.edits),
  };
}

function fixAllActions(view: View, request: CodeActionRequest, rules: RuleSettings): CodeAction[] {
  if (!request.only && !hasSafeFixAt(view, request)) return [];
  const edits = fixAll(view.document, (code) => severityOf(code, rules) === "off");
  if (edits.length === 0) return [];
  return [{ title: "Apply all safe fixes", kind: fixAllKind, edit: workspaceEdit(view, edits) }];
}

/** True if a finding in the range has a safe fix, in a file with few enough findings. */
function hasSafeFixAt(view: View, { range }: CodeActionRequest): boolean {
  return (
    countFixable(view.document) <= maxFindingsToFixWithoutKind &&
    findingsAt(fromLspRange(view, range), view)
      .slice(0, maxFindingsWithFixes)
      .some(({ code, fixes }) => !manualFixCodes.includes(code) && fixes?.().some(({ safe }) => safe))
  );
}
