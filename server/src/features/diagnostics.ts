import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { type Code, defaultSeverity, type Finding, type Severity } from "../core/finding";
import { toLspRange, type View } from "./view";

/** What the user makes of each code; a code left out keeps its default. */
export type RuleSettings = Readonly<Partial<Record<Code, Severity | "off">>>;

/** Where each code has its section. */
export const rulesPage = "https://github.com/wlcg-k8s-notes/wlcg-k8s-notes/blob/main/docs/rules.md";

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

/** Codes that may be a word half typed: held back on the line that is being typed. */
const unripe: ReadonlySet<Code> = new Set([
  "yaml-syntax",
  "duplicate-key",
  "unknown-key",
  "missing-key",
  "wrong-type",
  "invalid-value",
  "invalid-date",
  "unknown-theme",
  "unknown-topic",
  "duplicate-theme",
  "redundant-theme",
  "duplicate-title",
]);

/**
 * @param typing the 0-based line that is being typed, whose unripe findings wait
 * @returns the document's findings as LSP diagnostics, by place
 */
export function diagnostics(view: View, rules: RuleSettings, typing?: number): Diagnostic[] {
  return view.document
    .findings()
    .filter(({ code }) => severityOf(code, rules) !== "off")
    .map((finding) => ({ finding, diagnostic: toDiagnostic(finding, view, rules) }))
    .filter(({ finding, diagnostic }) => typing === undefined || !isHeld(finding, diagnostic, typing))
    .map(({ diagnostic }) => diagnostic);
}

function isHeld(finding: Finding, { range }: Diagnostic, typing: number): boolean {
  return unripe.has(finding.code) && range.start.line <= typing && typing <= range.end.line;
}

export function toDiagnostic(finding: Finding, view: View, rules: RuleSettings): Diagnostic {
  const severity = severityOf(finding.code, rules);
  const { related } = finding;
  return {
    range: toLspRange(view, finding.range),
    severity: severities[severity === "off" ? "hint" : severity],
    code: finding.code,
    codeDescription: { href: `${rulesPage}#${finding.code}` },
    source: "wlcg-notes",
    message: finding.message,
    ...(finding.code === "unused-suppression" && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related && {
      relatedInformation: [
        { location: { uri: view.uri, range: toLspRange(view, related.range) }, message: related.message },
      ],
    }),
  };
}
