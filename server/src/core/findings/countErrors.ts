import { defaultSeverity } from "./codes";
import type { Finding } from "./finding";

/** @returns the number of findings that are errors by default, regardless of the settings */
export function countErrors(findings: readonly Finding[]): number {
  return findings.filter(({ code }) => defaultSeverity[code] === "error").length;
}
