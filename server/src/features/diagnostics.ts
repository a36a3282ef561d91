import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { type Code, defaultSeverity, type Finding, type Severity } from "../core/finding";
import { toLspRange, type View } from "./view";

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

/** The line somebody is typing on, and what had been found on it before. */
export interface Typing {
  /** 0-based */
  readonly line: number;
  readonly known: readonly Known[];
}

/** A finding as it is told apart from others on its line. */
type Known = Pick<Finding, "code" | "message">;

/**
 * @param typing the line that is being typed: what is new on it waits, so that nobody is told of a
 *   fault in a word that is half written
 * @returns the document's findings as LSP diagnostics, by place
 */
export function diagnostics(view: View, rules: RuleSettings, typing?: Typing): Diagnostic[] {
  return shownFindings(view, typing)
    .filter((finding) => severityOf(finding.code, rules) !== "off")
    .map((finding) => toDiagnostic(finding, view, rules));
}

/** The document's findings but for those that wait until the line is typed, by place. */
export function shownFindings(view: View, typing?: Typing): readonly Finding[] {
  if (!typing) return view.document.findings();
  const held = heldBack(findingsOn(view, typing.line), typing.known);
  return view.document.findings().filter((finding) => !held.has(finding));
}

/** What is not known: of each code as many stay as there were, and first those that say the same as before. */
function heldBack(findings: readonly Finding[], known: readonly Known[]): ReadonlySet<Finding> {
  const left = [...known];
  const isLeft = (matches: (one: Known) => boolean): boolean => {
    const at = left.findIndex(matches);
    return at >= 0 && left.splice(at, 1).length > 0;
  };
  const changed = findings.filter(
    ({ code, message }) => !isLeft((one) => one.code === code && one.message === message),
  );
  return new Set(changed.filter(({ code }) => !isLeft((one) => one.code === code)));
}

/** The findings on a 0-based line. */
function findingsOn(view: View, line: number): readonly Finding[] {
  return view.document.findings().filter(({ range }) => {
    const lines = toLspRange(view, range);
    return lines.start.line <= line && line <= lines.end.line;
  });
}

export function toDiagnostic(finding: Finding, view: View, rules: RuleSettings): Diagnostic {
  const severity = severityOf(finding.code, rules);
  const { related } = finding;
  return {
    range: toLspRange(view, finding.range),
    severity: severities[severity === "off" ? "hint" : severity],
    code: finding.code,
    ...(view.rulesPage !== undefined && { codeDescription: { href: `${view.rulesPage}#${finding.code}` } }),
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
