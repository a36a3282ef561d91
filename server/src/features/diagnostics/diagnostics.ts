import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { type Code, defaultSeverity, type Severity } from "../../core/findings/codes";
import type { Finding } from "../../core/findings/finding";
import { labelText } from "../../core/text/displayText";
import { toLspRange, type View } from "../shared/view";
import { choose } from "./limitFindings";
import { shownFindings, type Typing } from "./typedLine";

/** What the user makes of each code; a code left out keeps its default. */
export type RuleSettings = Readonly<Partial<Record<Code, Severity | "off">>>;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The severity a code has under these settings; `off` where it is not to be shown. */
export function severityOf(code: Code, rules: RuleSettings): Severity | "off" {
  return rules[code] ?? defaultSeverity[code];
}

export interface DiagnosticOptions {
  /** the line that is being typed: what is new on it waits, so that nobody is told of a fault in a half-written word */
  readonly typing?: Typing | undefined;
  /** how many a file may have, the most severe first; all where there is none */
  readonly limit?: number;
  /** what was made of the same file before, under the same settings */
  readonly memo?: DiagnosticMemo;
}

/** The diagnostics of blocks as they were last, by the findings they were made of. */
export type DiagnosticMemo = WeakMap<readonly Finding[], PlacedDiagnostics>;

interface PlacedDiagnostics {
  /** the line that its block starts at, 0-based */
  readonly line: number;
  /** of each finding that of the block that it speaks of, where it speaks of another, else that of its own */
  readonly lines: readonly number[];
  readonly items: readonly Diagnostic[];
}

/**
 * @returns the document's findings as LSP diagnostics, by place; of a document that is not all read what is found
 * so far, without what looks across its blocks
 */
export function diagnostics(view: View, rules: RuleSettings, options: DiagnosticOptions = {}): Diagnostic[] {
  const shown = shownFindings(view, options.typing);
  const { takenIn, leftOut } = choose(shown, (code) => severityOf(code, rules), options.limit);
  const found = shown.indices.flatMap((index) => {
    const findings = takenIn(index);
    return findings.length > 0 ? placed(findings, index, view, rules, options.memo) : [];
  });
  return leftOut > 0 ? [...found, more(leftOut)] : found;
}

function placed(
  findings: readonly Finding[],
  index: number,
  view: View,
  rules: RuleSettings,
  memo: DiagnosticMemo | undefined,
): readonly Diagnostic[] {
  const { document } = view;
  const known = memo?.get(findings);
  if (known && isWhereItWas(known, findings, index, document)) return known.items;
  const items = findings
    .filter(({ code }) => severityOf(code, rules) !== "off")
    .map((finding) => toDiagnostic(document.placed(finding, index), view, rules));
  const lines = findings.map(({ related }) => document.lineOf(related?.index ?? index));
  memo?.set(findings, { line: document.lineOf(index), lines, items });
  return items;
}

function isWhereItWas(
  { line, lines }: PlacedDiagnostics,
  findings: readonly Finding[],
  index: number,
  document: MeetingDocument,
): boolean {
  if (line !== document.lineOf(index)) return false;
  return findings.every(({ related }, at) => lines[at] === document.lineOf(related?.index ?? index));
}

function more(count: number): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    source: "wlcg-notes",
    message: `${count} more ${count === 1 ? "finding is" : "findings are"} not shown; \`wlcg-notes check\` lists them all.`,
  };
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
