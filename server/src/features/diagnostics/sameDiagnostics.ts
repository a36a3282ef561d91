import type { Diagnostic, Range } from "vscode-languageserver-types";

/** True if both lists look the same to a client. */
export function sameDiagnostics(left: readonly Diagnostic[], right: readonly Diagnostic[]): boolean {
  return (
    left.length === right.length &&
    left.every((diagnostic, at) => isSameDiagnostic(diagnostic, right[at] as Diagnostic))
  );
}

function isSameDiagnostic(left: Diagnostic, right: Diagnostic): boolean {
  return (
    left === right ||
    (left.code === right.code &&
      left.message === right.message &&
      left.severity === right.severity &&
      left.codeDescription?.href === right.codeDescription?.href &&
      isSameRange(left.range, right.range) &&
      isSameRelated(left.relatedInformation, right.relatedInformation))
  );
}

type Related = Diagnostic["relatedInformation"];

function isSameRelated(left: Related = [], right: Related = []): boolean {
  return (
    left.length === right.length &&
    left.every(({ message, location }, at) => {
      const counterpart = right[at];
      return message === counterpart?.message && isSameRange(location.range, counterpart.location.range);
    })
  );
}

function isSameRange(left: Range, right: Range): boolean {
  return (
    left.start.line === right.start.line &&
    left.start.character === right.start.character &&
    left.end.line === right.end.line &&
    left.end.character === right.end.character
  );
}
