import { codes, type Severity } from "../core/finding";
import type { RuleSettings } from "../features/diagnostics";

export interface Settings {
  readonly rules: RuleSettings;
  /** path of a catalogue within the workspace; empty for the built-in one */
  readonly catalogue: string;
  /** suggestions learn from the meetings in the workspace */
  readonly learnFromWorkspace: boolean;
  /** how many findings a file may show */
  readonly maxFindings: number;
  /** millions of characters (2^20) that a file may have to be read */
  readonly maxFileSize: number;
}

const severities: readonly (Severity | "off")[] = ["error", "warning", "information", "hint", "off"];

/** As many as VS Code keeps of a file. */
const defaultMaxFindings = 1000;
/** Room for ten thousand contributions: two hundred times the longest meeting. */
const defaultMaxFileSize = 10;

/** Reads the `wlcgNotes` section as a client sends it; what makes no sense is left out. */
export function readSettings(section: unknown): Settings {
  const given = isRecord(section) ? section : {};
  const rules = isRecord(given.rules) ? given.rules : {};
  const sound = codes.flatMap((code) => {
    const severity = severities.find((candidate) => candidate === rules[code]);
    return severity ? [[code, severity] as const] : [];
  });
  return {
    rules: Object.fromEntries(sound),
    catalogue: typeof given.catalogue === "string" ? given.catalogue : "",
    learnFromWorkspace: given.learnFromWorkspace !== false,
    maxFindings: isCount(given.maxFindings) ? given.maxFindings : defaultMaxFindings,
    maxFileSize: isCount(given.maxFileSize) ? given.maxFileSize : defaultMaxFileSize,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}
