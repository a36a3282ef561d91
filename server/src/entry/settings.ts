import { type Code, codes, type Severity } from "../core/finding";
import { inMessage } from "../core/shownText";
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

export const defaultSettings: Settings = {
  rules: {},
  catalogue: "",
  learnFromWorkspace: true,
  // as many as VS Code keeps of a file
  maxFindings: 1000,
  // room for ten thousand contributions: two hundred times the longest meeting
  maxFileSize: 10,
};

const severities: readonly (Severity | "off")[] = ["error", "warning", "information", "hint", "off"];

export interface ReadSettings {
  readonly settings: Settings;
  /** a sentence for each value that makes no sense, which names its setting */
  readonly faults: readonly string[];
}

/**
 * Reads the `wlcgNotes` section as a client sends it. What is not set has its default.
 * @param before what was in use so far, and stays so where a value makes no sense
 */
export function readSettings(section: unknown, before: Settings = defaultSettings): ReadSettings {
  const faults: string[] = [];
  const given = section ?? {};
  if (!isRecord(given)) {
    faults.push(faultOf("wlcgNotes", given, "settings by their names"));
    return { settings: before, faults };
  }
  const read = <K extends keyof Settings>(
    key: K,
    takes: string,
    isSound: Guard<Settings[K]>,
  ): Settings[K] => {
    const value = given[key] ?? defaultSettings[key];
    if (isSound(value)) return value;
    faults.push(faultOf(`wlcgNotes.${key}`, value, takes));
    return before[key];
  };
  const rules = readRules(read("rules", "severities by codes", isRecord), before.rules);
  faults.push(...rules.faults);
  const settings = {
    rules: rules.rules,
    catalogue: read("catalogue", "a path", isText),
    learnFromWorkspace: read("learnFromWorkspace", "true or false", isFlag),
    maxFindings: read("maxFindings", "a whole number above 0", isCount),
    maxFileSize: read("maxFileSize", "a whole number above 0", isCount),
  };
  return { settings, faults };
}

function readRules(
  given: Readonly<Record<string, unknown>>,
  before: RuleSettings,
): { readonly rules: RuleSettings; readonly faults: readonly string[] } {
  const rules: { [code in Code]?: Severity | "off" } = {};
  const faults: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const code = codes.find((candidate) => candidate === name);
    const severity = severities.find((candidate) => candidate === value);
    const kept = severity ?? (code && before[code]);
    if (code && kept) rules[code] = kept;
    if (!code) faults.push(`wlcgNotes.rules has ${shown(name)}, which is no code.`);
    else if (!severity) faults.push(faultOf(`wlcgNotes.rules.${code}`, value, severities.join(", ")));
  }
  return { rules, faults };
}

/** `wlcgNotes.maxFindings is "20", but takes a whole number above 0.` */
function faultOf(name: string, value: unknown, takes: string): string {
  return `${name} is ${shown(value)}, but takes ${takes}.`;
}

/** A value as JSON, where that is short. */
function shown(value: unknown): string {
  return inMessage(JSON.stringify(value) ?? String(value), 40);
}

type Guard<T> = (value: unknown) => value is T;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isFlag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}
