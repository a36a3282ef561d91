/** Replacements for values of the wrong type or format. */

import { isScalar } from "yaml";
import type { Fix } from "../findings/finding";
import { requiredAt, type Schema, type SchemaPath, schemaAt, takesList } from "../schema/schema";
import { messageText } from "../text/displayText";
import type { Edit, Range } from "../text/range";
import { isTimeZone, timeZones } from "../time/timeZone";
import { replaceValue, splitNames, wrapInList } from "../yaml/edits";
import { type Node, rangeOf, stringOf } from "../yaml/nodes";
import { appendText } from "../yaml/quotedText";
import { quote, quoteIfNeeded } from "../yaml/scalars";
import { tailOf } from "../yaml/textTail";
import type { RuleContext } from "./rule";

/**
 * Maximum UTF-16 units of a number or a time; longer values are not matched, which bounds the time of the
 * expressions.
 */
const maxNumberLength = 100;

/** Edits that convert the value of a renamed key to the type of its new name. */
export function renamedKeyValueEdits(path: SchemaPath, value: Node | null, text: string): readonly Edit[] {
  const schema = schemaAt(path);
  const isNone = isScalar(value) && value.value === "none";
  const isList = takesList(schema) && schema?.type !== "string";
  return isList && value && !isNone ? listEdits(path, value, text) : [];
}

/**
 * Edits that make a value a list: `speakers: A. Forti` as `[A. Forti]`, `actions: Ask` as `[{text: Ask}]`;
 * none if an entry needs more than one key.
 */
export function listEdits(path: SchemaPath, node: Node, text: string): readonly Edit[] {
  const edits = wrapInList(text, node, isListOfNames(path));
  const entry = [...path, 0];
  if (!schemaAt(entry)?.properties) return edits;
  const [key, ...otherRequired] = requiredAt(entry);
  if (key === undefined || otherRequired.length > 0) return [];
  return edits.map((edit) => ({ ...edit, text: `[{${key}: ${edit.text.slice(1, -1)}}]` }));
}

/** Lists of single words or names: a comma in their text separates two entries. */
const listsOfNames = ["themes", "speakers", "chairs"];

function isListOfNames(path: SchemaPath): boolean {
  return listsOfNames.includes(String(path.at(-1)));
}

/** `themes: security`, `title: 2019`, `duration: 20 min`, `start: 9.30` */
export function typeFixes(path: SchemaPath, node: Node, { text }: RuleContext): readonly Fix[] {
  // `responses: !!str "30"`: the tag would remain
  if (isScalar(node) && node.tag !== undefined) return [];
  const schema = schemaAt(path);
  const range = rangeOf(node);
  const source = text.slice(range.start, range.end);
  if (takesList(schema)) return listFixes(path, node, source, text);
  if (path.at(-1) === "start") return timeFixes(node, source, text);
  if (schema?.type === "string" && isScalar(node) && !source.includes("\n")) {
    return [{ title: "Quote it", edits: [{ ...range, text: quote(source) }], preferred: true, safe: true }];
  }
  return numberFixes(schema, range, source);
}

/** Converts a value to a list; not safe for a text with a separator, which may be several entries. */
function listFixes(path: SchemaPath, node: Node, source: string, text: string): readonly Fix[] {
  const edits = withTail(listEdits(path, node, text), path, node, text);
  const safe = path.at(-1) === "themes" || !/[,;&]|\sand\s/.test(source);
  return edits.length > 0 ? [{ title: "Make it a list", edits, preferred: true, safe }] : [];
}

/** Takes the `#remote` of `speakers: A. Forti #remote`, which YAML reads as a comment, into the last entry. */
function withTail(edits: readonly Edit[], path: SchemaPath, node: Node, text: string): readonly Edit[] {
  const tail = tailOf(node, text);
  const { start, end } = rangeOf(node);
  const source = text.slice(start, end);
  const last = isListOfNames(path) ? splitNames(source).at(-1) : source;
  if (!tail || last === undefined) return edits;
  const whole = appendText(last, text.slice(end, tail.end));
  return edits.map((edit) => {
    const entry = /^["']/.test(last) ? last : quoteIfNeeded(last);
    const at = edit.text.lastIndexOf(entry);
    const written = edit.text.slice(0, at) + whole + edit.text.slice(at + entry.length);
    return at < 0 ? edit : { ...edit, end: tail.end, text: written };
  });
}

/** `20 min` and `"20"` */
function numberFixes(schema: Schema | undefined, range: Range, source: string): readonly Fix[] {
  if (source.length > maxNumberLength) return [];
  // bounded: 100 characters (maxNumberLength)
  const number = /^["']?\s*(\d+(?:\.\d+)?)\s*(?:min(?:utes|s)?\.?|m|')?\s*["']?$/i.exec(source)?.[1];
  const isTaken = schema?.type === "number" || (schema?.type === "integer" && !number?.includes("."));
  if (number === undefined || !isTaken) return [];
  const edits = [{ ...range, text: number }];
  return [{ title: `Replace with \`${number}\``, edits, preferred: true, safe: true }];
}

/** `status: dnoe`: the nearest first, and preferred. */
export function choiceFixes(
  options: readonly string[],
  node: Node,
  { text, vocabulary }: RuleContext,
): readonly Fix[] {
  const nearest = vocabulary.nearest(isScalar(node) ? String(node.value) : "", options);
  return [...new Set([...nearest, ...options])].map((option) => ({
    title: `Replace with \`${option}\``,
    edits: [replaceValue(text, node, quoteIfNeeded(option))],
    preferred: option === nearest[0],
  }));
}

/** `start: 9h30`, `url: indico.cern.ch/event/1`, `timezone: Europe/Zurch` */
export function patternFixes(name: string, node: Node, context: RuleContext): readonly Fix[] {
  const value = stringOf(node) ?? "";
  if (name === "start") return timeFixes(node, value, context.text);
  if (name === "timezone") return zoneFixes(node, context);
  const isAddress = name === "url" && /^(www\.)?[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(value);
  return isAddress ? [replacement(node, `https://${value}`, true, context.text)] : [];
}

/** The closest time zones to `Europe/Zurch`; none if no name is close. */
export function zoneFixes(node: Node, { text, vocabulary }: RuleContext): readonly Fix[] {
  const value = stringOf(node) ?? "";
  const nearest = vocabulary.nearest(value, timeZones()).filter(isTimeZone);
  return nearest.map((zone, rank) => replacement(node, zone, rank === 0, text));
}

/** `9.30`, `"9h30"`, `0930` and `9` as `"09:30"` and `"09:00"`. */
function timeFixes(node: Node, source: string, text: string): readonly Fix[] {
  if (source.length > maxNumberLength) return [];
  const [, hour, minute = "00"] =
    // bounded: 100 characters (maxNumberLength)
    /^["']?(\d{1,2}?)(?:\s*[.:h]?\s*(\d\d))?\s*h?["']?$/.exec(source.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return [];
  return [replacement(node, `"${hour.padStart(2, "0")}:${minute}"`, true, text)];
}

function replacement(node: Node, value: string, preferred: boolean, text: string): Fix {
  const unquoted = value.replaceAll('"', "");
  return {
    title: `Replace with \`${messageText(unquoted)}\``,
    edits: [replaceValue(text, node, value)],
    preferred,
  };
}
