/** The diagnostic codes and their severities, generated from `codeTable.ts`. */
import { codeSeverities } from "../../../generated/codeSeverities";
import type { Code, Severity } from "./codeTable";

export type { Code, Severity };

/** The severity of each code, unless the user's settings say otherwise. */
export const defaultSeverity: Readonly<Record<Code, Severity>> = codeSeverities;

/** Every code, in the order of the table. */
export const codes = Object.keys(defaultSeverity) as readonly Code[];
