/** The diagnostic codes and their severities, generated from `codeTable.ts`. */
import { codeSeverities, codesOnRequest } from "../../../generated/codeSeverities";
import type { Code, Severity } from "./codeTable";

export type { Code, Severity };

/** The severity of each code, unless the user's settings say otherwise. */
export const defaultSeverity: Readonly<Record<Code, Severity>> = codeSeverities;

/** True for a code that no analysis reports: it comes from a comparison that a person asks for. */
export function isOnRequest(code: string): boolean {
  return codesOnRequest.includes(code);
}

/** Every code, in the order of the table. */
export const codes = Object.keys(defaultSeverity) as readonly Code[];
