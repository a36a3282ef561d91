import type { Code, Severity } from "./codes";

/** Severities that replace those of the table; `off` hides a finding. */
export type RuleSeverities = { readonly [code in Code]?: Severity | "off" };

export const ruleSeverities: readonly (Severity | "off")[] = [
  "error",
  "warning",
  "information",
  "hint",
  "off",
];
