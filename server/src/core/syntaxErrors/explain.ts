/** Says what is wrong with a block that does not parse: one cause, at the place where it began. */
import type { YAMLError } from "yaml";
import type { Finding, Fix } from "../findings/finding";
import { inMessage } from "../text/displayText";
import { applyEdits, type Edit, lineAt } from "../text/range";
import { type LineShape, lineShape } from "../yaml/lineShape";
import { parseYaml } from "../yaml/parseYaml";
import { tooDeep as tooDeepMessage } from "../yaml/yamlDocument";
import { isWithinText, misindented, tabIndent } from "./indentation";
import { missingSpace } from "./missingSpace";
import { needsQuotes, needsQuotesInFlow } from "./quoting";
import { type Cause, lineAfter, lineBefore, linesUpTo } from "./repair";
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

/** True for an error that nothing behind the text can mend: what is open at its end may well be closed there. */
function hasErrorWithin(text: string): boolean {
  const end = text.trimEnd().length;
  return parseYaml(text).errors.some(({ pos }) => pos[0] < end);
}

/** The guesses, the likeliest first: brackets and tabs of the lines up to the error, then all else on it and beside it. */
function causes(text: string, error: YAMLError): readonly Cause[] {
  const at = Math.min(error.pos[0], text.length);
  const errorLine = lineAt(text, at);
  const above = linesUpTo(text, errorLine.end);
  const reach = Math.max(nearLines, Math.floor(mostRead / text.length));
  const lines = above.slice(-reach).map((line) => lineShape(text, line));
  const overLines = text.length <= largestReach ? lines.slice(-nearLines) : [];
  return [
    ...lines.flatMap((line) => [...tabIndent(text, line), ...unclosed(text, line)]),
    ...overLines.flatMap((line) => unclosedOverLines(text, line)),
    ...[errorLine, lineBefore(text, errorLine), lineAfter(text, errorLine)].flatMap((line) =>
      line ? causesOn(text, lineShape(text, line), at) : [],
    ),
  ];
}

function causesOn(text: string, line: LineShape, errorAt: number): readonly Cause[] {
  return [
    ...strayMark(text, errorAt),
    ...missingSpace(text, line),
    ...needsQuotesInFlow(text, line),
    ...needsQuotes(text, line),
    ...missingColon(text, line),
    ...misindented(text, line),
  ];
}

/** `themes: [a, b]]` and `themes: [a,, b]` */
function strayMark(text: string, at: number): readonly Cause[] {
  const mark = text[at] ?? "";
  if (!/[\]},]/.test(mark)) return [];
  const range = { start: at, end: at + 1 };
  const message = mark === "," ? "Unexpected comma." : "Closing bracket without an opening one.";
  return [{ range, message, title: `Remove the \`${mark}\``, edit: { ...range, text: "" } }];
}

/** `speakers [A]` and a bare `the` among keys */
function missingColon(text: string, { contentStart, end: lineEnd }: LineShape): readonly Cause[] {
  const [word] = /^[A-Za-z_][\w-]*(?=\s|$)/.exec(text.slice(contentStart, lineEnd)) ?? [];
  if (word === undefined) return [];
  const end = contentStart + word.length;
  const name = inMessage(word, 40);
  return [
    {
      range: { start: contentStart, end },
      message: `Expected \`:\` after \`${name}\`.`,
      title: `Write \`${name}:\``,
      edit: { start: end, end, text: ":" },
    },
  ];
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
