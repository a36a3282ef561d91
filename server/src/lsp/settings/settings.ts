import { type Code, codes, type Severity } from "../../core/findings/codes";
import { ruleSeverities } from "../../core/findings/ruleSeverities";
import { type SectionName, sectionNames } from "../../core/notes/arrange/sectionNames";
import { messageText } from "../../core/text/displayText";
import type { RuleSettings } from "../../features/diagnostics/diagnostics";

export interface Settings {
  readonly rules: RuleSettings;
  /** path of a catalogue within the workspace; empty for the built-in one */
  readonly catalogue: string;
  /** suggestions learn from the meetings in the workspace */
  readonly learnFromWorkspace: boolean;
  /** what happens with a line of notes that becomes an entry of `actions` or `decisions` */
  readonly collectedLines: "keep" | "remove";
  /** maximum number of findings shown per file */
  readonly maxFindings: number;
  /** maximum size of an analysed file, in millions of characters (2^20) */
  readonly maxFileSize: number;
  /** the parts of notes in their order; empty for those that have content */
  readonly sections: readonly SectionName[];
}

export const defaultSettings: Settings = {
  rules: {},
  catalogue: "",
  learnFromWorkspace: true,
  collectedLines: "keep",
  // the limit of VS Code per file
  maxFindings: 1000,
  // room for ten thousand contributions: two hundred times the longest meeting
  maxFileSize: 10,
  sections: [],
};

/** maximum number of unknown codes that are listed */
const maxUnknown = 3;
/** maximum characters shown of an invalid value */
const maxShown = 40;
/** UTF-16 units: the longest path that operating systems support */
const maxPathLength = 4096;

export interface SettingsResult {
  readonly settings: Settings;
  /** a sentence for each invalid value, which names its setting */
  readonly problems: readonly string[];
}

/**
 * Reads the `wlcgNotes` section as a client sends it. A missing setting has its default.
 * @param previous the settings in use so far; they replace invalid values
 */
export function readSettings(section: unknown, previous: Settings = defaultSettings): SettingsResult {
  const sectionValue = section ?? {};
  if (!isRecord(sectionValue))
    return {
      settings: previous,
      problems: [settingProblem("wlcgNotes", sectionValue, "an object of settings")],
    };
  const reader = new SectionReader(sectionValue, previous);
  const { rules, problems } = readRules(
    reader.read("rules", "an object of severities by code", isRecord),
    previous.rules,
  );
  reader.problems.push(...problems);
  const settings = {
    rules,
    catalogue: reader.read("catalogue", "a path", isPath),
    learnFromWorkspace: reader.read("learnFromWorkspace", "true or false", isFlag),
    collectedLines: reader.read("collectedLines", "keep or remove", isKeepOrRemove),
    maxFindings: reader.read("maxFindings", "a positive integer", isCount),
    maxFileSize: reader.read("maxFileSize", "a positive integer", isCount),
    sections: reader.read("sections", `a list of ${sectionNames.join(", ")}`, areSections),
  };
  return { settings, problems: reader.problems };
}

class SectionReader {
  readonly problems: string[] = [];
  readonly #section: Readonly<Record<string, unknown>>;
  readonly #previous: Settings;

  constructor(section: Readonly<Record<string, unknown>>, previous: Settings) {
    this.#section = section;
    this.#previous = previous;
  }

  /** @param expected the type of the setting, for the message */
  read<K extends keyof Settings>(key: K, expected: string, isValid: Guard<Settings[K]>): Settings[K] {
    const value = this.#section[key] ?? defaultSettings[key];
    if (isValid(value)) return value;
    this.problems.push(settingProblem(`wlcgNotes.${key}`, value, expected));
    return this.#previous[key];
  }
}

function readRules(
  ruleValues: Readonly<Record<string, unknown>>,
  previous: RuleSettings,
): { readonly rules: RuleSettings; readonly problems: readonly string[] } {
  const rules: { [code in Code]?: Severity | "off" } = {};
  const problems: string[] = [];
  for (const code of codes.filter((name) => Object.hasOwn(ruleValues, name))) {
    const severity = ruleSeverities.find((candidate) => candidate === ruleValues[code]);
    const used = severity ?? previous[code];
    if (used) rules[code] = used;
    if (!severity)
      problems.push(
        settingProblem(`wlcgNotes.rules.${code}`, ruleValues[code], `one of ${ruleSeverities.join(", ")}`),
      );
  }
  return { rules, problems: [...problems, ...unknownRules(ruleValues)] };
}

function unknownRules(ruleValues: Readonly<Record<string, unknown>>): readonly string[] {
  const knownCodes = new Set<string>(codes);
  const unknown = Object.keys(ruleValues).filter((name) => !knownCodes.has(name));
  const problems = unknown
    .slice(0, maxUnknown)
    .map((name) => `wlcgNotes.rules: unknown code ${valueText(name)}.`);
  const furtherCount = unknown.length - problems.length;
  return furtherCount > 0
    ? [
        ...problems,
        `wlcgNotes.rules: ${furtherCount.toLocaleString("en")} more unknown ${furtherCount === 1 ? "code" : "codes"}.`,
      ]
    : problems;
}

/** `wlcgNotes.maxFindings: expected a positive integer, got "20".` */
function settingProblem(name: string, value: unknown, expected: string): string {
  return `${name}: expected ${expected}, got ${valueText(value)}.`;
}

/** A value as JSON; only the part that is shown is converted. */
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

function isKeepOrRemove(value: unknown): value is Settings["collectedLines"] {
  return value === "keep" || value === "remove";
}

function isFlag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}

function areSections(value: unknown): value is readonly SectionName[] {
  return Array.isArray(value) && value.every((name) => sectionNames.some((known) => known === name));
}
