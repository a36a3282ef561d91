import { type Code, codes, type Severity } from "../../core/findings/finding";
import { inMessage } from "../../core/text/displayText";
import type { RuleSettings } from "../../features/diagnostics/diagnostics";

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
const maxShown = 40;
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
    .map((name) => `wlcgNotes.rules has ${valueText(name)}, which is no code.`);
  const further = unknown.length - faults.length;
  return further > 0
    ? [...faults, `wlcgNotes.rules has ${further.toLocaleString("en")} more that are no codes.`]
    : faults;
}

/** `wlcgNotes.maxFindings is "20", but takes a whole number above 0.` */
function faultOf(name: string, value: unknown, takes: string): string {
  return `${name} is ${valueText(value)}, but takes ${takes}.`;
}

/** A value as JSON; a long value is read no further than it is shown. */
function valueText(value: unknown): string {
  let text = "";
  for (const part of jsonOf(value)) {
    text += part;
    if (text.length > maxShown) break;
  }
  return inMessage(text, maxShown);
}

function* jsonOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) {
      yield at === 0 ? "[" : ",";
      yield* jsonOf(one);
    }
    yield value.length === 0 ? "[]" : "]";
  } else if (isRecord(value)) {
    let at = 0;
    for (const name in value) {
      yield `${at++ === 0 ? "{" : ","}${quoted(name)}:`;
      yield* jsonOf(value[name]);
    }
    yield at === 0 ? "{}" : "}";
  } else yield typeof value === "string" ? quoted(value) : String(value);
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, maxShown + 1));
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
