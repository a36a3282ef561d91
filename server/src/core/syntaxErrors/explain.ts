/** Explains a syntax error: one cause, at the place where it starts. */
import type { YAMLError } from "yaml";
import type { Finding, Fix } from "../findings/finding";
import { messageText } from "../text/displayText";
import { applyEdits, type Edit, insertion, lineAt } from "../text/range";
import { isGap, type LineShape, lineShape } from "../yaml/lineShape";
import { parseYaml } from "../yaml/parseYaml";
import { plainKey } from "../yaml/plainKey";
import { tooDeepMessage } from "../yaml/yamlDocument";
import { flowQuotingRepairs } from "./flowQuoting";
import { indentationRepairs, isSwallowedByScalar, tabIndentRepairs } from "./indentation";
import { markdownLinkRepairs } from "./markdownLink";
import { missingSpaceRepairs } from "./missingSpace";
import { lineAfter, nonBlankLineBefore, nonEmptyLinesUpTo } from "./nearbyLines";
import { placeholderMarkRepairs } from "./placeholderMark";
import { escapeRepairs, quotingRepairs } from "./quoting";
import type { Repair } from "./repair";
import { multilineUnclosedRepairs, unclosedRepairs } from "./unclosed";

/** Maximum UTF-16 units of a text for which repairs are tested. */
const maxRepairedLength = 100_000;
/** Maximum UTF-16 units of a text in which brackets are closed on a later line. */
const maxMultilineRepairLength = 10_000;
/** Maximum UTF-16 units that are parsed to test the repairs of the error's line and the lines above. */
const maxParsedForRepairs = 1_000_000;
/** Number of lines, including the error's, in which an unclosed multi-line bracket is searched. */
const maxBracketLines = 5;

/**
 * @param text a block's text
 * @param error the first error of the parser in it
 * @returns one finding, with a fix if a repair is known to work
 */
export function explain(text: string, error: YAMLError): Finding {
  if (error.code === "RESOURCE_EXHAUSTION") return tooDeepFinding(text, error.pos[0]);
  const repair =
    text.length > maxRepairedLength
      ? undefined
      : possibleRepairs(text, error).find(({ edit }) => repairParses(text, edit, error));
  if (!repair) return genericFinding(text, error);
  const fix: Fix = { title: repair.title, edits: [repair.edit], preferred: true, safe: repair.safe ?? false };
  return { code: "yaml-syntax", range: repair.range, message: repair.message, fixes: () => [fix] };
}

/**
 * A finding for text that is nested too deeply, `[[[[[…`.
 * @param at offset of the excess; by default the first non-blank line
 */
export function tooDeepFinding(text: string, at = Math.max(0, text.search(/\S/))): Finding {
  return { code: "too-complex", range: { start: at, end: lineAt(text, at).end }, message: tooDeepMessage };
}

/** True if the text parses after the edit; parses up to the error first, where most repairs fail. */
function repairParses(text: string, edit: Edit, error: YAMLError): boolean {
  const repaired = applyEdits(text, [edit]);
  const repairedUpTo = Math.max(lineAt(text, Math.min(error.pos[0], text.length)).end, edit.end);
  const repairedStart = repaired.slice(0, repairedUpTo + repaired.length - text.length);
  if (hasErrorWithin(repairedStart)) return false;
  const document = parseYaml(repaired);
  return document.errors.length === 0 && !isSwallowedByScalar(text, repaired, document, edit);
}

/**
 * True if there is an error before the end of the text; something unclosed at the end may be closed later.
 */
function hasErrorWithin(text: string): boolean {
  const end = text.trimEnd().length;
  return parseYaml(text).errors.some(({ pos }) => pos[0] < end);
}

/** Possible repairs, the most likely first: brackets and tabs up to the error's line, then all others on it and next to it. */
function possibleRepairs(text: string, error: YAMLError): readonly Repair[] {
  const at = Math.min(error.pos[0], text.length);
  const errorLine = lineAt(text, at);
  const above = nonEmptyLinesUpTo(text, errorLine.end);
  const maxLines = Math.max(maxBracketLines, Math.floor(maxParsedForRepairs / text.length));
  const lines = above.slice(-maxLines).map((line) => lineShape(text, line));
  const overLines = text.length <= maxMultilineRepairLength ? lines.slice(-maxBracketLines) : [];
  return [
    ...placeholderMarkRepairs(text, lineShape(text, errorLine)),
    ...lines.flatMap((line) => [
      ...tabIndentRepairs(text, line),
      ...flowQuotingRepairs(text, line),
      ...unclosedRepairs(text, line),
    ]),
    ...overLines.flatMap((line) => multilineUnclosedRepairs(text, line)),
    ...[errorLine, nonBlankLineBefore(text, errorLine), lineAfter(text, errorLine)].flatMap((line) =>
      line ? repairsOn(text, lineShape(text, line), at) : [],
    ),
  ];
}

function repairsOn(text: string, line: LineShape, errorAt: number): readonly Repair[] {
  return [
    ...placeholderMarkRepairs(text, line),
    // `title: ] x`
    ...(errorAt === line.valueStart ? quotingRepairs(text, line) : []),
    ...strayCharacterRepairs(text, errorAt),
    ...markdownLinkRepairs(text, line),
    ...missingSpaceRepairs(text, line),
    ...escapeRepairs(text, line),
    ...quotingRepairs(text, line),
    ...missingColonRepairs(text, line),
    ...indentationRepairs(text, line),
  ];
}

/** `themes: [a, b]]` and `themes: [a,, b]` */
function strayCharacterRepairs(text: string, at: number): readonly Repair[] {
  const character = text[at] ?? "";
  if (!/[\]},]/.test(character)) return [];
  const range = { start: at, end: at + 1 };
  const message = character === "," ? "Unexpected comma." : "Closing bracket without an opening one.";
  return [{ range, message, title: `Remove the \`${character}\``, edit: { ...range, text: "" } }];
}

/** `speakers [A]` and a bare `the` among keys */
function missingColonRepairs(text: string, { contentStart, end: lineEnd }: LineShape): readonly Repair[] {
  const word = plainKey(text.slice(contentStart, lineEnd));
  const end = contentStart + (word?.length ?? 0);
  if (word === undefined || !isGap(text[end])) return [];
  const name = messageText(word, 40);
  return [
    {
      range: { start: contentStart, end },
      message: `Expected \`:\` after \`${name}\`.`,
      title: `Write \`${name}:\``,
      edit: insertion(end, ":"),
    },
  ];
}

const messageByErrorCode: Readonly<Record<string, string>> = {
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

function genericFinding(text: string, error: YAMLError): Finding {
  const at = Math.min(error.pos[0], Math.max(0, text.trimEnd().length - 1));
  const line = lineAt(text, at);
  const content = text.slice(line.start, line.end);
  const start = Math.max(at, line.start + (content.length - content.trimStart().length));
  const end = Math.max(line.start + content.trimEnd().length, start);
  return {
    code: "yaml-syntax",
    range: { start, end },
    message: messageByErrorCode[error.code] ?? "Invalid YAML.",
  };
}
