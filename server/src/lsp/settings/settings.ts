import { type Code, codes, type Severity } from "../../core/findings/codes";
import { messageText } from "../../core/text/displayText";
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

/** unknown codes that are named */
const maxUnknown = 3;
/** characters of an invalid value that are shown */
const maxShown = 40;
/** UTF-16 units: the longest path that systems take */
const maxPathLength = 4096;

const severities: readonly (Severity | "off")[] = ["error", "warning", "information", "hint", "off"];

export interface SettingsResult {
  readonly settings: Settings;
  /** a sentence for each invalid value, which names its setting */
  readonly problems: readonly string[];
}

/**
 * Reads the `wlcgNotes` section as a client sends it. A setting that is missing has its default.
 * @param previous the settings in use so far; they replace invalid values
 */
export function readSettings(section: unknown, previous: Settings = defaultSettings): SettingsResult {
  const sectionValue = section ?? {};
  if (!isRecord(sectionValue))
    return {
      settings: previous,
      problems: [settingProblem("wlcgNotes", sectionValue, "settings by their names")],
    };
  const reader = new SectionReader(sectionValue, previous);
  const { rules, problems } = readRules(
    reader.read("rules", "severities by codes", isRecord),
    previous.rules,
  );
  reader.problems.push(...problems);
  const settings = {
    rules,
    catalogue: reader.read("catalogue", "a path", isPath),
    learnFromWorkspace: reader.read("learnFromWorkspace", "true or false", isFlag),
    maxFindings: reader.read("maxFindings", "a whole number above 0", isCount),
    maxFileSize: reader.read("maxFileSize", "a whole number above 0", isCount),
  };
  return { settings, problems: reader.problems };
}

class SectionReader {
  readonly problems: string[] = [];
  readonly #section: Readonly<Record<string, unknown>>;
  readonly #before: Settings;

  constructor(section: Readonly<Record<string, unknown>>, before: Settings) {
    this.#section = section;
    this.#before = before;
  }

  /** @param takes what the setting takes, in words */
  read<K extends keyof Settings>(key: K, takes: string, isValid: Guard<Settings[K]>): Settings[K] {
    const value = this.#section[key] ?? defaultSettings[key];
    if (isValid(value)) return value;
    this.problems.push(settingProblem(`wlcgNotes.${key}`, value, takes));
    return this.#before[key];
  }
}

function readRules(
  ruleValues: Readonly<Record<string, unknown>>,
  previous: RuleSettings,
): { readonly rules: RuleSettings; readonly problems: readonly string[] } {
  const rules: { [code in Code]?: Severity | "off" } = {};
  const problems: string[] = [];
  for (const code of codes.filter((name) => Object.hasOwn(ruleValues, name))) {
    const severity = severities.find((candidate) => candidate === ruleValues[code]);
    const used = severity ?? previous[code];
    if (used) rules[code] = used;
    if (!severity)
      problems.push(settingProblem(`wlcgNotes.rules.${code}`, ruleValues[code], severities.join(", ")));
  }
  return { rules, problems: [...problems, ...unknownRules(ruleValues)] };
}

function unknownRules(ruleValues: Readonly<Record<string, unknown>>): readonly string[] {
  const knownCodes = new Set<string>(codes);
  const unknown = Object.keys(ruleValues).filter((name) => !knownCodes.has(name));
  const problems = unknown
    .slice(0, maxUnknown)
    .map((name) => `wlcgNotes.rules has ${valueText(name)}, which is no code.`);
  const furtherCount = unknown.length - problems.length;
  return furtherCount > 0
    ? [...problems, `wlcgNotes.rules has ${furtherCount.toLocaleString("en")} more that are no codes.`]
    : problems;
}

/** `wlcgNotes.maxFindings is "20", but takes a whole number above 0.` */
function settingProblem(name: string, value: unknown, expected: string): string {
  return `${name} is ${valueText(value)}, but takes ${expected}.`;
}

/** A value as JSON; a long value is read no further than it is shown. */
function valueText(value: unknown): string {
  let text = "";
  for (const part of jsonOf(value)) {
    text += part;
    if (text.length > maxShown) break;
  }
  return messageText(text, maxShown);
}

function* jsonOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const [at, entry] of value.entries()) {
      yield at === 0 ? "[" : ",";
      yield* jsonOf(entry);
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
  return typeof value === "string" && value.length <= maxPathLength;
}

function isFlag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}
