import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { type Code, defaultSeverity, type Severity } from "../../core/findings/codes";
import type { Finding } from "../../core/findings/finding";
import type { RuleSeverities } from "../../core/findings/ruleSeverities";
import { labelText } from "../../core/text/displayText";
import { toLspRange, type View } from "../shared/view";
import { limitFindings } from "./limitFindings";
import { findingsToShow, type TypedPart } from "./typedLine";

/** Severities by code from the settings; other codes have their default. */
export type RuleSettings = RuleSeverities;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The severity of a code under these settings; `off` if it is disabled. */
export function severityOf(code: Code, rules: RuleSettings): Severity | "off" {
  return rules[code] ?? defaultSeverity[code];
}

export interface DiagnosticOptions {
  /** what is being typed; its new findings are deferred until it is finished */
  readonly typed?: TypedPart | undefined;
  /** maximum number per file, most severe first; undefined: no limit */
  readonly limit?: number;
  /** diagnostics of earlier versions of the file under the same settings */
  readonly cache?: DiagnosticCache;
}

/** The last diagnostics of each block, by its findings. */
export type DiagnosticCache = WeakMap<readonly Finding[], CachedDiagnostics>;

interface CachedDiagnostics {
  /** the line that its block starts at, 0-based */
  readonly line: number;
  /** for each finding the line of the block of its related location, or of its own block */
  readonly lines: readonly number[];
  readonly items: readonly Diagnostic[];
}

/**
 * @returns the document's findings as LSP diagnostics in file order; for a document that is not fully read,
 * the findings so far without cross-item ones
 */
export function diagnostics(view: View, rules: RuleSettings, options: DiagnosticOptions = {}): Diagnostic[] {
  const findingsByBlock = findingsToShow(view, options.typed);
  const { findingsIn, omittedCount } = limitFindings(
    findingsByBlock,
    (code) => severityOf(code, rules),
    options.limit,
  );
  const items = findingsByBlock.blockIndices.flatMap((index) => {
    const findings = findingsIn(index);
    return findings.length > 0 ? blockDiagnostics(findings, index, view, rules, options.cache) : [];
  });
  return omittedCount > 0 ? [...items, omittedDiagnostic(omittedCount)] : items;
}

function blockDiagnostics(
  findings: readonly Finding[],
  index: number,
  view: View,
  rules: RuleSettings,
  cache: DiagnosticCache | undefined,
): readonly Diagnostic[] {
  const { document } = view;
  const cached = cache?.get(findings);
  if (cached && isAtSameLines(cached, findings, index, document)) return cached.items;
  const items = findings
    .filter(({ code }) => severityOf(code, rules) !== "off")
    .map((finding) => toDiagnostic(document.withFileOffsets(finding, index), view, rules));
  const lines = findings.map(({ related }) => document.lineOfBlock(related?.blockIndex ?? index));
  cache?.set(findings, { line: document.lineOfBlock(index), lines, items });
  return items;
}

function isAtSameLines(
  { line, lines }: CachedDiagnostics,
  findings: readonly Finding[],
  index: number,
  document: MeetingDocument,
): boolean {
  if (line !== document.lineOfBlock(index)) return false;
  return findings.every(
    ({ related }, at) => lines[at] === document.lineOfBlock(related?.blockIndex ?? index),
  );
}

function omittedDiagnostic(count: number): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    source: "wlcg-notes",
    message: `${count} more ${count === 1 ? "diagnostic is" : "diagnostics are"} not shown; \`wlcg-notes check\` lists them all.`,
  };
}

/** The diagnostics of one code with the severity of the settings; empty if it is off. */
export function withSeverity(
  diagnostics: readonly Diagnostic[],
  code: Code,
  rules: RuleSettings,
): readonly Diagnostic[] {
  const severity = severityOf(code, rules);
  return severity === "off"
    ? []
    : diagnostics.map((diagnostic) => ({ ...diagnostic, severity: severities[severity] }));
}

/** @param finding with offsets of the file */
export function toDiagnostic(finding: Finding, view: View, rules: RuleSettings): Diagnostic {
  const severity = severityOf(finding.code, rules);
  const { related } = finding;
  return {
    range: toLspRange(view, finding.range),
    severity: severities[severity === "off" ? "hint" : severity],
    code: finding.code,
    ...(view.rulesPage !== undefined && { codeDescription: { href: `${view.rulesPage}#${finding.code}` } }),
    source: "wlcg-notes",
    message: labelText(finding.message),
    ...(finding.code === "unused-suppression" && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && {
      relatedInformation: [
        {
          location: { uri: view.uri, range: toLspRange(view, related.range) },
          message: labelText(related.message),
        },
      ],
    }),
  };
}
