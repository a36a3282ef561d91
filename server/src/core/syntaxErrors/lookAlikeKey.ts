/** Keys and entries with look-alike characters at the start of a line's content. */
import { unitLists } from "../schema/itemKinds";
import { isPeopleKey } from "../schema/keyKinds";
import { keysAt, type SchemaPath, schemaAt, takesList } from "../schema/schema";
import { unitKeys } from "../schema/unitKeys";
import {
  blankClass,
  colonClass,
  dashOrBulletClass,
  invisibleClass,
  quoteClass,
  withLatinLetters,
} from "../text/lookAlikes";

/** The parts of a key up to its colon, as offsets in the text. */
export interface LookAlikeKey {
  /** the name in Latin letters, without invisible characters */
  readonly name: string;
  readonly isKnown: boolean;
  readonly start: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** after the closing quote */
  readonly end: number;
  readonly colon: number;
}

const rootKeys: ReadonlySet<string> = new Set(keysAt([]));

/** True for a key of the root, the meeting head, an item, an action or an answer. */
function isKnownKey(name: string): boolean {
  return unitKeys.has(name) || rootKeys.has(name);
}

export function isRootKey(name: string): boolean {
  return rootKeys.has(name);
}

const anyQuote = `["'${quoteClass}]?`;
const keyPattern = new RegExp(
  `(${anyQuote})([\\p{L}\\p{N}_${invisibleClass}-]{1,60})(${anyQuote})[${blankClass}]{0,20}([:${colonClass}])`,
  "uy",
);
const invisibles = new RegExp(`[${invisibleClass}]`, "g");
const blank = new RegExp(`[${blankClass}]`);

/** The key that begins at an offset; an unknown one only if it is a plain word. */
export function lookAlikeKeyAt(text: string, at: number, end: number): LookAlikeKey | undefined {
  keyPattern.lastIndex = at;
  const [matched, open = "", word = "", close = "", colonChar] = keyPattern.exec(text) ?? [];
  if (matched === undefined || at + matched.length > end || (open === "") !== (close === ""))
    return undefined;
  const colon = at + matched.length - 1;
  if (colonChar === ":" && colon + 1 < end && !blank.test(text[colon + 1] ?? "")) return undefined;
  const name = withLatinLetters(word.replaceAll(invisibles, ""));
  const isKnown = isKnownKey(name);
  if (!isKnown && !/^[A-Za-z][\w-]*$/.test(text.slice(at, colon))) return undefined;
  const nameStart = at + open.length;
  const nameEnd = nameStart + word.length;
  if (!isKnown && colonChar !== ":") return undefined;
  return { name, isKnown, start: at, nameStart, nameEnd, end: nameEnd + close.length, colon };
}

const bulletPattern = new RegExp(`(?:[${dashOrBulletClass}]{1,3})[${blankClass}]{0,40}`, "y");
const listMarkPattern = new RegExp(
  `(?:[*+]|--|\\(?(?:\\d{1,3}[.)]|(?:[A-Za-z]|[ivx]{1,4})\\))|-)[${blankClass}]{1,40}|o(?:[${blankClass}]{0,9}\\t|[${blankClass}]{2,40})`,
  "y",
);
/** Marks that count as a bullet only before a key. */
const markBeforeKeyPattern = new RegExp(
  `(?:o[${blankClass}]|\\d{1,3}[.)-]?|[^\\s\\p{L}\\p{N}"'[\\]{}#&!?:|@%-]{1,3})[${blankClass}]{0,40}`,
  "uy",
);
const dashesOnly = /^\p{Pd}+$|^\u2212+$/u;

/**
 * The end of a mark that was meant as the dash of an entry, and of the blanks after it: a dash of another kind, a bullet, or a
 * number; also a hyphen with blanks that YAML does not know.
 */
export function entryMarkEnd(text: string, at: number, end: number): number | undefined {
  const bulletEnd = matchEnd(bulletPattern, text, at, end);
  if (bulletEnd !== undefined) {
    const mark = text.slice(at, bulletEnd);
    return dashesOnly.test(mark) && bulletEnd < end && !lookAlikeKeyAt(text, bulletEnd, end)
      ? undefined
      : bulletEnd;
  }
  const markEnd = matchEnd(listMarkPattern, text, at, end);
  if (markEnd !== undefined) return markEnd;
  const beforeKey = matchEnd(markBeforeKeyPattern, text, at, end);
  return beforeKey !== undefined && lookAlikeKeyAt(text, beforeKey, end)?.isKnown ? beforeKey : undefined;
}

function matchEnd(pattern: RegExp, text: string, at: number, end: number): number | undefined {
  pattern.lastIndex = at;
  const length = pattern.exec(text)?.[0].length;
  if (length === undefined) return undefined;
  // a line end is no blank, so that a match never ends after it
  return Math.min(at + length, end);
}

/** The kind of a key's value. `names`: a list of people or themes; `texts`: decisions; `maps`: actions, answers, items */
export type ValueKind = "text" | "names" | "texts" | "maps" | "other";

const textKeys: ReadonlySet<string> = new Set(
  "title question topic text answer place series community owner code notes context abstract break session id".split(
    " ",
  ),
);
const paths: readonly SchemaPath[] = [[], ["meeting"], ...unitLists.map((list) => [list, 0])];

const kinds: ReadonlyMap<string, ValueKind | undefined> = new Map(
  [...rootKeys, ...unitKeys].map((name) => [name, kindFromSchema(name)]),
);

/** @returns the kind of the value of a known key; undefined for other keys and for `meeting` */
export function valueKindOf(name: string): ValueKind | undefined {
  return kinds.get(name);
}

function kindFromSchema(name: string): ValueKind | undefined {
  if (textKeys.has(name)) return "text";
  const path = paths.find((candidate) => keysAt(candidate).includes(name));
  if (!path) return "other";
  if (!takesList(schemaAt([...path, name]))) return name === "meeting" ? undefined : "other";
  if (isPeopleKey(name)) return "names";
  if (keysAt([...path, name, 0]).length > 0) return "maps";
  return name === "decisions" ? "texts" : "names";
}
