import { type Code, codes, type Severity } from "../core/finding";
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

/** rules named in faults that are no codes */
const mostUnknown = 3;
/** characters of a value in a fault */
const mostShown = 40;
/** UTF-16 units: what systems take for a path at most */
const longestPath = 4096;

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
    catalogue: read("catalogue", "a path", isPath),
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
  for (const code of codes.filter((name) => Object.hasOwn(given, name))) {
    const severity = severities.find((candidate) => candidate === given[code]);
    const kept = severity ?? before[code];
    if (kept) rules[code] = kept;
    if (!severity) faults.push(faultOf(`wlcgNotes.rules.${code}`, given[code], severities.join(", ")));
  }
  return { rules, faults: [...faults, ...unknownRules(given)] };
}

function unknownRules(given: Readonly<Record<string, unknown>>): readonly string[] {
  const known = new Set<string>(codes);
  const unknown = Object.keys(given).filter((name) => !known.has(name));
  const faults = unknown
    .slice(0, mostUnknown)
    .map((name) => `wlcgNotes.rules has ${shown(name)}, which is no code.`);
  const further = unknown.length - faults.length;
  return further > 0
    ? [...faults, `wlcgNotes.rules has ${further.toLocaleString("en")} more that are no codes.`]
    : faults;
}

/** `wlcgNotes.maxFindings is "20", but takes a whole number above 0.` */
function faultOf(name: string, value: unknown, takes: string): string {
  return `${name} is ${shown(value)}, but takes ${takes}.`;
}

/** A value as JSON, where that is short; of a long one its beginning, or what kind of value it is. */
function shown(value: unknown): string {
  if (typeof value === "string") return cut(JSON.stringify(value.slice(0, mostShown)), value.length > mostShown);
  if (!isSmall(value)) return Array.isArray(value) ? "a long list" : "a large object";
  return cut(JSON.stringify(value) ?? String(value), false);
}

function cut(text: string, goesOn: boolean): string {
  return goesOn || text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
}

/** True for a value whose JSON is no longer than some hundred characters for each of its strings. */
function isSmall(value: unknown): boolean {
  const open = [value];
  for (let seen = 0; open.length > 0; seen++) {
    const next = open.pop();
    if (seen > mostShown || (typeof next === "string" && next.length > 1000)) return false;
    if (typeof next !== "object" || next === null) continue;
    const values = Object.entries(next).slice(0, mostShown + 1);
    if (values.some(([name]) => name.length > 1000)) return false;
    open.push(...values.map(([, one]) => one));
  }
  return true;
}

type Guard<T> = (value: unknown) => value is T;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPath(value: unknown): value is string {
  return typeof value === "string" && value.length <= longestPath;
}

function isFlag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}
