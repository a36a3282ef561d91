/** Whether a value may belong to a key, before the key is renamed to it. */

import { isMap, isScalar, isSeq } from "yaml";
import type { Vocabulary } from "../../catalogue/vocabulary";
import { isDateKey, isMarkdownKey, isPeopleKey } from "../../schema/keyKinds";
import { type Schema, type SchemaPath, schemaAt, takesList } from "../../schema/schema";
import { readDates } from "../../time/readDates";
import { readDurations } from "../../time/readDurations";
import { readTimes } from "../../time/readTimes";
import { asNode, isEmpty, type Node, pairOf, type Scalar, stringOf } from "../../yaml/nodes";
import { statusOf } from "./statusFixes";

/** UTF-16 units; longer values are prose. */
const maxShortValue = 100;

/**
 * @param path of the key
 * @param name the key as written
 * @returns true if the value is valid for the key, or becomes so by a plain conversion
 */
export function fitsKey(path: SchemaPath, name: string, value: Node | null, vocabulary: Vocabulary): boolean {
  if (isEmpty(value)) return true;
  const key = String(path.at(-1));
  const schema = schemaAt(path);
  if (key === "themes") return areThemes(name, value, vocabulary);
  if (isPeopleKey(key) && isMap(value)) return pairOf(value, "name") !== undefined;
  if (isPeopleKey(key) || key === "owner") return textsOf(value).length > 0 && textsOf(value).every(isName);
  if (takesList(schema)) return isScalar(value) || isSeq(value) || isMap(value);
  if (isMarkdownKey(key)) return stringOf(value) !== undefined || isTextList(value);
  return isScalar(value) && fitsText(key, schema, scalarText(value));
}

/** A tag or a theme is one even if the catalogue does not have it; `topic` and `subject` may also be a title. */
function areThemes(name: string, value: Node | null, vocabulary: Vocabulary): boolean {
  const texts = textsOf(value);
  if (!/^(?:topic|subject)$/i.test(name)) return texts.length > 0 || isMap(value);
  const isTheme = (text: string): boolean =>
    vocabulary.correctionsFor(text).some(({ match }) => match === "exact") ||
    vocabulary.resolve(text) !== undefined;
  return texts.length > 0 && texts.every(isTheme);
}

/** A text, or the texts of a list; empty for other values. */
function textsOf(value: Node | null): readonly string[] {
  const entries = isSeq(value) ? value.items.map(asNode) : [value];
  const texts = entries.map((entry) => stringOf(entry));
  return texts.includes(undefined) ? [] : (texts as string[]);
}

/** The text of a scalar; numbers as written. */
function scalarText({ value, source }: Scalar): string {
  return typeof value === "string" ? value : (source ?? String(value));
}

function isTextList(value: Node | null): boolean {
  return isSeq(value) && value.items.every((entry) => isScalar(entry));
}

/** False for a date, a time and an address. */
function isName(text: string): boolean {
  return text.length <= maxShortValue && !text.includes("\n") && !/^\W*\d|:\/\//.test(text);
}

function fitsText(key: string, schema: Schema | undefined, text: string): boolean {
  if (key === "status") return statusOf(text, schema?.enum?.map(String)) !== undefined;
  if (key === "place" || key === "community")
    return isName(text) || (/^\d[\w/-]*$/.test(text) && readDates(text, anyDay).length === 0);
  if (key === "duration") return readDurations(text).length > 0;
  if (key === "start") return readTimes(text).length > 0;
  if (isDateKey(key)) return readDates(text, anyDay).length > 0;
  if (key === "url")
    return /^(?:https?:\/\/|www\.)\S+$/i.test(text) || /^[\w-]+(?:\.[\w-]+)+\/\S*$/.test(text);
  if (key === "timezone") return /^(?:UTC|GMT|CES?T|[A-Z]{3,4}|[A-Z]\w+\/\w+)/.test(text);
  if (schema?.type === "integer") return /^\d+$/.test(text.trim());
  return text.trim() !== "" && (schema?.pattern === "\\S" || new RegExp(schema?.pattern ?? "").test(text));
}

/** Any day: only whether the text is a date matters. */
const anyDay = "2000-01-01";
