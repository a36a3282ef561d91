/** Replacements for values of the wrong type or format. */

import { isMap, isScalar, isSeq, type YAMLSeq } from "yaml";
import type { Fix } from "../../findings/finding";
import { isDateKey, isPeopleKey } from "../../schema/keyKinds";
import {
  requiredAt,
  type Schema,
  type SchemaPath,
  schemaAt,
  takesList,
  textOption,
} from "../../schema/schema";
import { messageText } from "../../text/displayText";
import { type Edit, lineAt } from "../../text/range";
import { readAddress } from "../../text/readAddress";
import { readDates } from "../../time/readDates";
import { replaceValue, wrapInList } from "../../yaml/edits";
import { type Node, pairOf, rangeOf } from "../../yaml/nodes";
import { isPlaceholderValue } from "../../yaml/placeholderNode";
import { appendText } from "../../yaml/quotedText";
import { quote, quoteIfNeeded } from "../../yaml/scalars";
import { tailOf } from "../../yaml/textTail";
import type { RuleContext } from "../shared/rule";
import type { SchemaLocation } from "../shared/schemaLocation";
import { dateFixes } from "./dateFixes";
import { lineListFixes, plainLineFixes } from "./listOfLines";
import { anchorInText, quoteAnchored } from "./lostAnchor";
import { nameListFixes } from "./nameListFixes";
import { numberFixes } from "./numberFixes";
import { statusOf } from "./statusFixes";
import { themeListFixes } from "./themeListFixes";
import { scalarText, timeFixes } from "./timeFixes";
import { quoteTagged } from "./unknownTag";
import { zoneFixes } from "./zoneFixes";

/**
 * Edits that convert the value of a renamed key to the type of its new name; one for each reading of the value, with
 * the title of the fix that it comes from.
 */
export function renamedKeyValueEdits(
  path: SchemaPath,
  value: Node | null,
  context: RuleContext,
): readonly Pick<Fix, "title" | "edits">[] {
  const unchanged = [{ title: "", edits: [] }];
  const written = scalarText(value, context.text);
  if (value && written !== undefined && path.at(-1) === "endDate")
    return endDateEdits(value, written, context);
  if (
    path.at(-1) === "themes" &&
    isSeq(value) &&
    value.flow &&
    isPlaceholderValue(value) &&
    value.items.length > 0
  )
    return [{ title: "", edits: [replaceValue(context.text, value, "none")] }];
  if (!value || written === undefined || !takesList(schemaAt(path)) || written === "none") return unchanged;
  const fixes = isListOfNames(path)
    ? listFixes(path, value, written, context)
    : [{ title: "", edits: listEdits(path, value, context.text) }];
  if (fixes.length > 0) return fixes;
  return [{ title: "", edits: listEdits(path, value, context.text) }];
}

/** `end: 12 December 2019` */
function endDateEdits(
  value: Node,
  written: string,
  { text, today }: RuleContext,
): readonly Pick<Fix, "title" | "edits">[] {
  const [reading, ...others] = readDates(written, today);
  const isDate = reading?.isCertain === true && others.length === 0 && reading.endDate === undefined;
  const isUnchanged = !isDate || reading.rest !== undefined || reading.date === written;
  return [{ title: "", edits: isUnchanged ? [] : [replaceValue(text, value, reading.date)] }];
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
function isListOfNames(path: SchemaPath): boolean {
  return path.at(-1) === "themes" || isPeopleKey(String(path.at(-1)));
}

/** The lines of a text without quotes are separate names. */
function namesText(node: Node, written: string, text: string): string {
  const { start, end } = rangeOf(node);
  const isQuoted = isScalar(node) && node.type?.startsWith("QUOTE");
  const isBlock = isScalar(node) && node.type === "BLOCK_LITERAL";
  const lines = (isBlock ? written : text.slice(start, end)).trim().split("\n");
  if (isQuoted || lines.length === 1 || lines.some((line) => line.includes("#"))) return written;
  const names = lines.map((line) => line.trim().replace(/[,;]$/, ""));
  return names.filter((name) => name !== "").join("; ");
}

/** `themes: security`, `title: 2019`, `duration: 20 min`, `start: 9.30` */
export function typeFixes(location: SchemaLocation, node: Node, context: RuleContext): readonly Fix[] {
  const { path, parent } = location;
  const days = isSeq(node) ? dayListFixes(location, node, context) : [];
  if (days.length > 0) return days;
  if (isSeq(node)) return singleEntryFixes(path, node, context.text);
  const { text } = context;
  const quotedFixes = takesList(schemaAt(path)) ? quotedListFixes(path, node, text) : [];
  if (quotedFixes.length > 0) return quotedFixes;
  const written = scalarText(node, text);
  // `responses: !!str "30"`: the tag would remain
  if (!isScalar(node) || node.tag !== undefined || written === undefined) return [];
  const schema = textOption(schemaAt(path)) ?? schemaAt(path);
  const name = String(path.at(-1));
  if (takesList(schema)) return listFixes(path, node, written, context);
  if (name === "start" && isMap(parent)) return timeFixes(parent, node, written, text);
  const pair = pairOf(parent, name);
  if (isDateKey(name) && isMap(parent) && pair) return dateFixes(parent, pair, written, context);
  if (name === "timezone") return zoneFixes(parent, node, written, context);
  if (schema?.enum) return choiceFixes(schema.enum.map(String), node, context);
  if (schema?.type === "string") return quoteFixes(schema, node, text);
  return numberFixes(location, node, written, text);
}

/** `date: [2019-12-10, 2019-12-12]`, the first and the last day */
function dayListFixes({ path, parent }: SchemaLocation, list: YAMLSeq, context: RuleContext): readonly Fix[] {
  const pair = isMap(parent) ? pairOf(parent, "date") : undefined;
  const days = list.items.map((entry) => (isScalar(entry) ? scalarText(entry, context.text) : undefined));
  if (path.at(-1) !== "date" || days.length !== 2 || days.includes(undefined) || !pair || !isMap(parent))
    return [];
  return dateFixes(parent, pair, days.join(" - "), context);
}

/** `decisions: &Co is in` and `decisions: !now`, a text with an anchor or a tag instead of a list. */
function quotedListFixes(path: SchemaPath, node: Node, text: string): readonly Fix[] {
  const anchor = anchorInText(node, text);
  const edit = anchor ? quoteAnchored(node, anchor, text) : quoteTagged(node, text);
  const entry = [...path, 0];
  const [key, ...otherRequired] = requiredAt(entry);
  if (!edit || path.at(-1) === "themes" || otherRequired.length > 0) return [];
  const written = schemaAt(entry)?.properties ? `{${key}: ${edit.text}}` : edit.text;
  return [{ title: "Make it a list", edits: [{ ...edit, text: `[${written}]` }], preferred: true }];
}

/** `start: ["09:30"]`, `owner: [A. Forti]`: the entry instead of its list, if it is valid there. */
function singleEntryFixes(path: SchemaPath, list: YAMLSeq, text: string): readonly Fix[] {
  const [entry, ...others] = list.items;
  const schema = schemaAt(path);
  if (others.length > 0 || !isScalar(entry) || entry.anchor !== undefined || !schema) return [];
  const { start, end } = rangeOf(entry);
  const source = text.slice(start, end);
  if (source.includes("\n") || !isValidFor(schema, entry.value)) return [];
  const title = `Replace with \`${messageText(String(entry.value))}\``;
  return [{ title, edits: [replaceValue(text, list, source)], preferred: true }];
}

function isValidFor({ type, pattern, enum: options, items }: Schema, value: unknown): boolean {
  if (items || (options && !options.includes(value))) return false;
  if (typeof value === "number")
    return (type === "number" || (type === "integer" && Number.isInteger(value))) && value > 0;
  return typeof value === "string" && type === "string" && (!pattern || new RegExp(pattern).test(value));
}

/** Only if the text in quotes is valid. */
function quoteFixes(schema: Schema, node: Node, text: string): readonly Fix[] {
  const range = rangeOf(node);
  const source = text.slice(range.start, range.end);
  const isValid = schema.pattern === undefined || new RegExp(schema.pattern).test(source);
  const hasValue = !schema.enum || schema.enum.includes(source);
  if (source.includes("\n") || !isValid || !hasValue) return [];
  return [{ title: "Quote it", edits: [{ ...range, text: quote(source) }], preferred: true, safe: true }];
}

/** Converts a value to a list; not safe for a text with a separator, which may be several entries. */
function listFixes(path: SchemaPath, node: Node, written: string, context: RuleContext): readonly Fix[] {
  const { text, vocabulary } = context;
  const lines = lineListFixes(path, node, text);
  if (lines.length > 0) return lines;
  if (path.at(-1) === "themes") return themeListFixes(node, written, text, vocabulary);
  if (isPeopleKey(String(path.at(-1)))) return nameListFixes(node, namesText(node, written, text), text);
  const entries = plainLineFixes(path, node, text);
  if (entries.length > 0) return entries;
  const edits = listEdits(path, node, text).map((edit) => withTail(edit, node, text));
  const safe = !/[,;&]|\sand\s/.test(written);
  return edits.length > 0 ? [{ title: "Make it a list", edits, preferred: true, safe }] : [];
}

/** Takes the `#remote` of `decisions: Go on #remote`, which YAML reads as a comment, into the only entry. */
function withTail(edit: Edit, node: Node, text: string): Edit {
  const tail = tailOf(node, text);
  const { start, end } = rangeOf(node);
  const source = text.slice(start, end);
  const entry = /^["']/.test(source) ? source : quoteIfNeeded(source);
  const at = tail ? edit.text.lastIndexOf(entry) : -1;
  if (!tail || at < 0) return edit;
  const whole = appendText(source, text.slice(end, tail.end));
  return {
    ...edit,
    end: tail.end,
    text: edit.text.slice(0, at) + whole + edit.text.slice(at + entry.length),
  };
}

/** `status: dnoe`, `status: in progress`: the nearest first, and preferred. */
export function choiceFixes(
  options: readonly string[],
  node: Node,
  { text, vocabulary }: RuleContext,
): readonly Fix[] {
  const written = isScalar(node) ? String(node.value) : "";
  const [, first = "", remark = ""] = statusWithRemark.exec(written) ?? [];
  const reading = statusOf(first, options);
  if (reading !== undefined) {
    const edit = replaceValue(text, node, quoteIfNeeded(reading));
    return [
      restFix(`Replace with \`${reading}\``, edit, remark, text),
      ...otherChoices(reading, options, node, text),
    ];
  }
  const status = statusOf(written, options);
  const nearest = status !== undefined ? [status] : vocabulary.nearest(written, options);
  return [...new Set([...nearest, ...options])].map((option) => ({
    title: `Replace with \`${option}\``,
    edits: [replaceValue(text, node, quoteIfNeeded(option))],
    preferred: option === nearest[0],
  }));
}

/** `done (2019-12-12)`, `open, waiting` and `done - see the minutes` */
const statusWithRemark = /^([^(,:]{1,40}?)(?: ?[,:] ?| [-–—] | ?(?=\())(\S.{0,100})$/;

function otherChoices(status: string, options: readonly string[], node: Node, text: string): readonly Fix[] {
  return options
    .filter((option) => option !== status)
    .map((option) => ({
      title: `Replace with \`${option}\``,
      edits: [replaceValue(text, node, quoteIfNeeded(option))],
    }));
}

/** `start: 9h30`, `url: indico.cern.ch/event/1`, `timezone: Europe/Zurch` */
export function patternFixes(
  { path, parent }: SchemaLocation,
  node: Node,
  context: RuleContext,
): readonly Fix[] {
  const name = String(path.at(-1));
  const written = scalarText(node, context.text) ?? "";
  if (name === "start" && isMap(parent)) return timeFixes(parent, node, written, context.text);
  if (name === "timezone") return zoneFixes(parent, node, written, context);
  return name === "url" ? addressFixes(node, written, context.text) : [];
}

function addressFixes(node: Node, written: string, text: string): readonly Fix[] {
  const { address, isCertain } = readAddress(written);
  if (address === undefined) return [];
  const title = `Replace with \`${messageText(address)}\``;
  const edit = replaceValue(text, node, addressSource(address));
  const rest = isCertain ? "" : restOf(written, address);
  if (rest === "") return [{ title, edits: [edit], preferred: isCertain }];
  // `https://x.y/a b` may be one address
  const isRemark = /^(?:\([^()]*\)|-+\s.*)$/.test(rest);
  const fix = restFix(title, edit, rest, text);
  return [{ ...fix, preferred: isRemark && fix.preferred === true }];
}

/** The words around an address; empty if the address is not there as it is. */
function restOf(written: string, address: string): string {
  const at = written.indexOf(address);
  if (at < 0) return "";
  const parts = [written.slice(0, at), written.slice(at + address.length)].map((part) =>
    part.replace(/^[,;\s]+/, "").trimEnd(),
  );
  return parts.filter((part) => part !== "").join(" … ");
}

/** The words that are not part of a value become a comment where the line has a place for one. */
function restFix(title: string, edit: Edit, rest: string, text: string): Fix {
  const end = lineAt(text, edit.end).end;
  const isAlone = text.slice(edit.end, end).trim() === "" && !rest.includes("\n");
  const words = messageText(rest);
  return isAlone
    ? {
        title: `${title}, keep \`${words}\` as a comment`,
        edits: [{ ...edit, text: `${edit.text} # ${rest}` }],
        preferred: true,
      }
    : { title: `${title}, leave out \`${words}\``, edits: [edit] };
}

/** Plain if possible: `https://x.y` has a colon, but none that starts a value. */
function addressSource(address: string): string {
  return /[,[\]{}"'\\]|:$/.test(address) ? quote(address) : address;
}
