/** Says what is wrong with a block that does not parse: one cause, at the place where it began. */
import { type Document, visit, type YAMLError } from "yaml";
import type { Finding, Fix } from "../findings/finding";
import { keysAt } from "../schema/schema";
import { inMessage } from "../text/displayText";
import { applyEdits, type Edit, lineAt, type Range } from "../text/range";
import { parseYaml } from "../yaml/parseYaml";
import { quote } from "../yaml/scalars";
import { tooDeep as tooDeepMessage } from "../yaml/yamlDocument";
import { missingSpace } from "./missingSpace";
import { type Cause, lineAfter } from "./repair";
import { unclosed, unclosedOverLines } from "./unclosed";

/** Beyond this size, in UTF-16 units, no repair is tried. */
const largestRepair = 100_000;
/** In a longer text no bracket is closed but on its own line. */
const largestReach = 10_000;
/** UTF-16 units to be parsed for the repairs of an error's own line and those above it. */
const mostRead = 1_000_000;
/** So many lines, the error's among them, are looked at for a bracket that others were to close. */
const nearLines = 5;

/**
 * @param text a block's text, and `error` the first error the parser met in it
 * @returns one finding, with the cure where one is known to work
 */
export function explain(text: string, error: YAMLError): Finding {
  if (error.code === "RESOURCE_EXHAUSTION") return tooDeep(text, error.pos[0]);
  const cause =
    text.length > largestRepair
      ? undefined
      : causes(text, error).find(({ edit }) => parses(text, edit, error));
  if (!cause) return generic(text, error);
  const fix: Fix = { title: cause.title, edits: [cause.edit], preferred: true, safe: cause.safe ?? false };
  return { code: "yaml-syntax", range: cause.range, message: cause.message, fixes: () => [fix] };
}

/**
 * `[[[[[…`, deeper than is read.
 * @param at offset where it is too deep; the first line with text where nobody knows
 */
export function tooDeep(text: string, at = Math.max(0, text.search(/\S/))): Finding {
  return { code: "too-complex", range: { start: at, end: lineAt(text, at).end }, message: tooDeepMessage };
}

/** Reads up to the error first, which is as far as most repairs get. */
function parses(text: string, edit: Edit, error: YAMLError): boolean {
  const repaired = applyEdits(text, [edit]);
  const behind = Math.max(lineAt(text, Math.min(error.pos[0], text.length)).end, edit.end);
  const start = repaired.slice(0, behind + repaired.length - text.length);
  if (hasErrorWithin(start)) return false;
  const document = parseYaml(repaired);
  return document.errors.length === 0 && !isWithinText(text, repaired, document, edit);
}

/**
 * True where a line in the column of a key, indented anew, goes on with the text of that key, and what it said is lost. A
 * line that was further in belongs to the text.
 */
function isWithinText(before: string, after: string, document: Document.Parsed, edit: Edit): boolean {
  const lead = before.slice(edit.start, edit.end);
  const isIndent = edit.start === lineAt(before, edit.start).start && (lead + edit.text).trim() === "";
  if (!isIndent || lead.includes("\t")) return false;
  const at = edit.start + edit.text.length;
  let isWithin = false;
  visit(document, {
    Scalar: (_, node) => {
      const [from, to] = node.range ?? [0, 0];
      if (from >= edit.start || at >= to) return;
      const owner = lineAt(after, from);
      isWithin ||= lead.length <= keyColumn(after.slice(owner.start, owner.end));
    },
  });
  return isWithin;
}

/** True for an error that nothing behind the text can mend: what is open at its end may well be closed there. */
function hasErrorWithin(text: string): boolean {
  const end = text.trimEnd().length;
  return parseYaml(text).errors.some(({ pos }) => pos[0] < end);
}

function causes(text: string, error: YAMLError): readonly Cause[] {
  const found: Cause[] = [];
  const at = Math.min(error.pos[0], text.length);
  const errorLine = lineAt(text, at);
  const lines = linesUpTo(text, errorLine.end);
  const reach = Math.max(nearLines, Math.floor(mostRead / text.length));
  for (const line of lines.slice(-reach)) found.push(...tabIndent(text, line), ...unclosed(text, line));
  if (text.length <= largestReach)
    for (const line of lines.slice(-nearLines)) found.push(...unclosedOverLines(text, line));
  for (const line of [errorLine, lineBefore(text, errorLine), lineAfter(text, errorLine)]) {
    if (line)
      found.push(
        ...strayMark(text, at),
        ...missingSpace(text, line),
        ...needsQuotesInFlow(text, line),
        ...needsQuotes(text, line),
        ...missingColon(text, line),
        ...misindented(text, line),
      );
  }
  return found;
}

/** `\ttitle: x` */
function tabIndent(text: string, line: Range): readonly Cause[] {
  const source = text.slice(line.start, line.end);
  const lead = /^[ \t]*(?:-[ \t]+)?/.exec(source)?.[0] ?? "";
  if (!lead.includes("\t")) return [];
  const range = { start: line.start, end: line.start + lead.length };
  const above = lineBefore(text, line);
  const aboveLine = above ? text.slice(above.start, above.end) : "  ";
  const aligned = keyColumn(aboveLine);
  const isEntry = lead.includes("-");
  const widths = isEntry
    ? dashWidths(aboveLine)
    : isTextHead(aboveLine)
      ? [aligned + 2]
      : [aligned, aligned + 2, 4];
  return widths.map((width) => ({
    range,
    message: "Tabs are not allowed as indentation: use spaces.",
    title: "Replace the tab with spaces",
    edit: { ...range, text: isEntry ? `${" ".repeat(width)}- ` : " ".repeat(width) },
  }));
}

/** A dash below what is further in than the keys of an item is an entry there, or a line of a text; else an item. */
function dashWidths(above: string): readonly number[] {
  const indent = above.length - above.trimStart().length;
  return indent > 4 ? [indent, 2] : [2, keyColumn(above)];
}

/** `notes: |` */
function isTextHead(line: string): boolean {
  return /:[ \t]+[|>][-+\d]*$/.test(line.trimEnd());
}

/** `themes: [a, b]]` and `themes: [a,, b]` */
function strayMark(text: string, at: number): readonly Cause[] {
  const mark = text[at] ?? "";
  if (!/[\]},]/.test(mark)) return [];
  const range = { start: at, end: at + 1 };
  const message = mark === "," ? "Unexpected comma." : "Closing bracket without an opening one.";
  return [{ range, message, title: `Remove the \`${mark}\``, edit: { ...range, text: "" } }];
}

/** Keys whose value is text, so that quoting all of it is what the writer meant. */
const textKeys = /^(title|question|topic|text|answer|place|series|community|owner|code|notes|context)?$/;

/** `title: a: b`, `title: @x`, `title: 'it's'` */
function needsQuotes(text: string, line: Range): readonly Cause[] {
  const source = text.slice(line.start, line.end);
  const match =
    /^([ \t]*(?:-[ \t]+)?([A-Za-z_][\w -]*):[ \t]+)\S/.exec(source) ?? /^([ \t]*-[ \t]+)()\S/.exec(source);
  const [, before = "", key = ""] = match ?? [];
  const lead = before + usedAnchor(text, source.slice(before.length));
  const value = match ? withoutComment(source.slice(lead.length)) : "";
  if (value === "" || /^[|>]/.test(value) || !textKeys.test(key)) return [];
  if (key === "" && value.startsWith("{")) return [];
  const range = { start: line.start + lead.length, end: line.start + lead.length + value.length };
  const inner = /^(["']).+\1$/.test(value) ? value.slice(1, -1) : value;
  const quoted = quote(inner);
  return [
    {
      range,
      message: `Quote this ${key || "text"}: ${whyQuotes(value)}.`,
      title: `Quote this ${key || "text"}`,
      edit: { ...range, text: quoted },
      safe: key !== "" && /^[^"'&*!].*:\s/.test(value) && !joinedKey.test(value),
    },
  ];
}

/** `A title  date: 2019-12-10`: the line end ahead of a key is lost. */
const joinedKey =
  /\s(?:title|speakers|community|themes|start|duration|url|notes|actions|date|series|chairs|place|timezone|context|question|code|responses|answers?|topic|decisions|owner|due|status|count):\s/;

/** `&name ` at the start of a value, where an alias refers to it: else it is more of the text. */
function usedAnchor(text: string, value: string): string {
  const [anchor = "", name] = /^&([\w-]+)[ \t]+/.exec(value) ?? [];
  return name !== undefined && text.includes(`*${name}`) ? anchor : "";
}

/** Looks for the comment first: one expression for both takes ever longer where there are many spaces. */
function withoutComment(value: string): string {
  const comment = value.search(/[ \t]#/);
  return (comment < 0 ? value : value.slice(0, comment)).replace(/(?<![ \t])[ \t]+$/, "");
}

/** Values of a line that are tried in quotes. */
const maxPairs = 3;

/** `{title: a: b, themes: none}` */
function needsQuotesInFlow(text: string, line: Range): readonly Cause[] {
  const source = text.slice(line.start, line.end);
  const pairs = source.matchAll(
    /[{,][ \t]*([A-Za-z_]\w*):[ \t]+([^\s"'[\]{},#&*!|>%@`][^"'[\]{},#]*:[ \t][^[\]{},#]*)/g,
  );
  // one repair is made at a time, so that a line with more than a few such values is not mended by it
  return [...pairs]
    .slice(0, maxPairs)
    .flatMap(({ 0: all, 1: key = "", 2: value = "", index }): readonly Cause[] => {
      const start = line.start + index + all.length - value.length;
      const range = { start, end: start + value.trimEnd().length };
      const edit = { ...range, text: quote(value.trimEnd()) };
      const message = `Quote this ${key}: ${whyQuotes(value)}.`;
      return key !== "" && textKeys.test(key) ? [{ range, message, title: `Quote this ${key}`, edit }] : [];
    });
}

function whyQuotes(value: string): string {
  if (/^["']/.test(value)) return "text follows its closing quote";
  if (/:(\s|$)/.test(value)) return "a colon followed by a space starts a new key";
  const mark = value.startsWith("`") ? "a backtick" : `\`${inMessage([...value.slice(0, 2)][0] ?? "")}\``;
  return `${mark} has a special meaning at the start of a value`;
}

/** `speakers [A]` and a bare `the` among keys */
function missingColon(text: string, line: Range): readonly Cause[] {
  const match = /^([ \t]*(?:-[ \t]+)?)([A-Za-z_][\w-]*)(?=\s|$)/.exec(text.slice(line.start, line.end));
  const [, lead = "", word = ""] = match ?? [];
  if (word === "") return [];
  const range = { start: line.start + lead.length, end: line.start + lead.length + word.length };
  return [
    {
      range,
      message: `Expected \`:\` after \`${inMessage(word, 40)}\`.`,
      title: `Write \`${inMessage(word, 40)}:\``,
      edit: { start: range.end, end: range.end, text: ":" },
    },
  ];
}

/** A line that stands a column or two off from its siblings. */
function misindented(text: string, line: Range): readonly Cause[] {
  const source = text.slice(line.start, line.end);
  const width = source.length - source.trimStart().length;
  const range = { start: line.start, end: line.start + width };
  const name = /^[ \t]*([A-Za-z]+):/.exec(source)?.[1] ?? "";
  // where the first key of the root is indented too, so are the others
  const isRoot = keysAt([]).includes(name) && !/^\uFEFF?[ \t]+[A-Za-z]/.test(text);
  const columns = new Set(
    linesUpTo(text, line.start - 1).map((above) => keyColumn(text.slice(above.start, above.end))),
  );
  return (
    [...columns]
      // a key of the root is at the margin, and no other line is
      .filter((column) => column !== width && isRoot === (column === 0))
      .sort((a, b) => Math.abs(a - width) - Math.abs(b - width))
      .slice(0, 4)
      .map((column) => ({
        range: { start: line.start + width, end: line.end },
        message: `Inconsistent indentation: ${spaces(width)}, expected ${column}.`,
        title: column === 0 ? "Remove the indentation" : `Indent by ${spaces(column)}`,
        edit: { ...range, text: " ".repeat(column) },
      }))
  );
}

/** `1 space`, `2 spaces` */
export function spaces(count: number): string {
  return count === 1 ? "1 space" : `${count} spaces`;
}

/** The column at which a line's key stands, past `- `. */
function keyColumn(line: string): number {
  return /^[ \t]*(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0;
}

function lineBefore(text: string, line: Range): Range | undefined {
  for (let end = line.start - 1; end >= 0; ) {
    const above = lineAt(text, end);
    if (text.slice(above.start, above.end).trim() !== "") return above;
    end = above.start - 1;
  }
  return undefined;
}

function linesUpTo(text: string, end: number): readonly Range[] {
  const lines: Range[] = [];
  for (let at = 0; at <= end; ) {
    const line = lineAt(text, at);
    if (line.end > line.start) lines.push(line);
    const newline = text.indexOf("\n", at);
    if (newline < 0) break;
    at = newline + 1;
  }
  return lines;
}

const words: Readonly<Record<string, string>> = {
  BAD_ALIAS: "An alias must be written as `*name`.",
  BAD_DQ_ESCAPE: "Unknown escape in double quotes: use single quotes for a plain backslash.",
  BAD_INDENT: "Wrong indentation: the line does not align with the lines it belongs to.",
  BAD_SCALAR_START: "A value cannot start with this character: quote it.",
  BLOCK_AS_IMPLICIT_KEY: "A colon followed by a space starts a new key here: quote the value.",
  MISSING_CHAR: "Missing colon, quote or bracket.",
  MULTILINE_IMPLICIT_KEY: "A key must be on one line and end in a colon.",
  TAB_AS_INDENT: "Tabs are not allowed as indentation: use spaces.",
  UNEXPECTED_TOKEN: "Unexpected text.",
};

function generic(text: string, error: YAMLError): Finding {
  const at = Math.min(error.pos[0], Math.max(0, text.trimEnd().length - 1));
  const line = lineAt(text, at);
  const content = text.slice(line.start, line.end);
  const start = Math.max(at, line.start + (content.length - content.trimStart().length));
  const end = Math.max(line.start + content.trimEnd().length, start);
  return {
    code: "yaml-syntax",
    range: { start, end },
    message: words[error.code] ?? "Invalid YAML.",
  };
}
