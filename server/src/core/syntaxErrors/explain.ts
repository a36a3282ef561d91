/** Explains a syntax error: one cause, at the place where it starts. */
import type { YAMLError } from "yaml";
import type { Finding, Fix } from "../findings/finding";
import { isNearName } from "../schema/keyNames";
import { keysAt } from "../schema/schema";
import { unitKeys } from "../schema/unitKeys";
import { EditComposer } from "../text/composedEdits";
import { messageText } from "../text/displayText";
import { applyEdits, type Edit, insertion, lineAt, type Range } from "../text/range";
import { isGap, type LineShape, lineShape, skipDashes } from "../yaml/lineShape";
import { parseYaml } from "../yaml/parseYaml";
import { plainKey } from "../yaml/plainKey";
import { tooDeepMessage } from "../yaml/yamlDocument";
import { codeFenceFinding } from "./codeFence";
import { entryTextRepairs } from "./entryText";
import { flowQuotingRepairs } from "./flowQuoting";
import { indentationRepairs, isSwallowedByScalar, tabIndentRepairs } from "./indentation";
import { itemsOnOneLineRepairs } from "./itemsOnOneLine";
import { keysOnOneLineRepairs } from "./keysOnOneLine";
import { inItsList, type Layout, layoutParses, readLayout } from "./layout";
import type { LayoutShape } from "./layoutMapping";
import { listTextRepairs } from "./listText";
import { markdownLinkRepairs } from "./markdownLink";
import { missingSpaceRepairs } from "./missingSpace";
import { lineAfter, nonBlankLineBefore, nonEmptyLinesUpTo } from "./nearbyLines";
import { placeholderMarkRepairs } from "./placeholderMark";
import { escapeRepairs, quotingRepairs } from "./quoting";
import type { Repair } from "./repair";
import { tabMessage } from "./spaces";
import { commentFix, strayTextFinding } from "./strayText";
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
export function explain(text: string, error: YAMLError, shape: LayoutShape): Finding {
  if (error.code === "RESOURCE_EXHAUSTION") return tooDeepFinding(text, error.pos[0]);
  if (text.length > maxRepairedLength) return genericFinding(text, error);
  return repairFinding(text, error, shape) ?? genericFinding(text, error);
}

function repairFinding(text: string, error: YAMLError, shape: LayoutShape): Finding | undefined {
  const fence = codeFenceFinding(text, shape);
  if (fence) return fence;
  const layout = readLayout(text, shape);
  const isLayoutRight = layout !== undefined && layoutParses(text, shape, layout.edits);
  if (isLayoutRight && !layout.isGuess) return layoutFinding(text, layout);
  const repair = firstRepair(text, error, shape);
  if (repair?.isComplete) return findingOf(repair);
  if (isLayoutRight) return layoutFinding(text, layout);
  if (layout && !layout.isGuess) {
    const combined = withRepairs(text, layout, shape);
    if (combined) return layoutFinding(text, combined);
    if (isErrorBelow(text, shape, layout)) return layoutFinding(text, layout);
  }
  return repair ? findingOf(repair) : marginTextFinding(text, shape);
}

/** Maximum number of repairs in addition to a layout. */
const maxRepairsWithLayout = 3;

/** The layout with the repairs that its lines need as well: a forgotten dash before `title: Rucio: next steps`. */
function withRepairs(text: string, layout: Layout, shape: LayoutShape): Layout | undefined {
  if (text.length > maxMultilineRepairLength) return undefined;
  const composer = new EditComposer(text.length);
  composer.apply(layout.edits);
  let repaired = applyEdits(text, layout.edits);
  const titles = [layout.title];
  for (let count = 0; count < maxRepairsWithLayout; count++) {
    const [error] = parseYaml(repaired).errors;
    const repair = error && firstRepair(repaired, error, shape);
    if (!repair) return undefined;
    composer.apply([repair.edit]);
    repaired = applyEdits(repaired, [repair.edit]);
    titles.push(repair.title);
    const edits = composer.edits();
    if (repair.isComplete && layoutParses(text, shape, edits))
      return { ...layout, edits, title: joinedTitle(titles) };
  }
  return undefined;
}

/** `Insert the dash and quote this title` */
function joinedTitle([first = "", ...others]: readonly string[]): string {
  const inText = [...new Set(others)].map((title) =>
    (title.charAt(0).toLowerCase() + title.slice(1)).replace("close it with", "close the value with"),
  );
  const last = inText.pop();
  return last === undefined ? first : `${[first, ...inText].join(", ")} and ${last}`;
}

/** Words at the margin that end an item: comments at most, where the item has no place for them. */
function marginTextFinding(text: string, shape: LayoutShape): Finding | undefined {
  const start = text.search(/^[^\s#-]/m);
  if (shape.kind !== "item" || start <= 0) return undefined;
  const range = { start, end: text.length };
  return layoutParses(text, shape, commentFix(text, range).edits) ? strayTextFinding(text, range) : undefined;
}

/** The finding for a layout, whose fix gives each line of the block its place. */
export function layoutFinding(
  text: string,
  { range, message, title, edits, comment, isRepeatable, isAboutCharacters }: Layout,
): Finding {
  const fix: Fix = { title, edits, preferred: true };
  const fixes = () => (comment ? [fix, commentFix(text, comment)] : [fix]);
  return {
    code: "yaml-syntax",
    range,
    message,
    fixes,
    ...(isRepeatable && { slip: message }),
    ...(isAboutCharacters && { isAboutCharacters }),
  };
}

interface TestedRepair extends Repair {
  /** false if an error is left below the repaired lines */
  readonly isComplete: boolean;
}

function findingOf({
  range,
  message,
  title,
  edit,
  safe = false,
  isComplete,
  ...repair
}: TestedRepair): Finding {
  const fix: Fix = { title, edits: [edit], preferred: true, safe: safe && isComplete };
  return {
    code: "yaml-syntax",
    range,
    message,
    fixes: () => [fix],
    ...(repair.isRepeatable && isComplete && { slip: message }),
    ...(repair.isAboutCharacters && { isAboutCharacters: true }),
  };
}

/** The first repair after which the text parses; otherwise the first one with the next error further below. */
function firstRepair(text: string, error: YAMLError, shape: LayoutShape): TestedRepair | undefined {
  let partial: TestedRepair | undefined;
  for (const repair of possibleRepairs(text, error, shape)) {
    const result = testRepair(text, repair.edit, error);
    if (result === "complete") return { ...repair, isComplete: true };
    if (result === "partial") partial ??= { ...repair, isComplete: false };
  }
  return partial;
}

/** True if the text parses up to the last line that the layout changes, and the next error is below it. */
function isErrorBelow(text: string, shape: LayoutShape, { edits }: Layout): boolean {
  const end = edits.reduce((last, edit) => Math.max(last, edit.end), 0);
  const shift = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const repaired = inItsList(applyEdits(text, edits), shape);
  const added = repaired.length - text.length - shift;
  const errorAt = parseYaml(repaired).errors[0]?.pos[0] ?? 0;
  return errorAt > lineAt(text, end).end + shift + added;
}

/**
 * A finding for text that is nested too deeply, `[[[[[…`.
 * @param at offset of the excess; by default the first non-blank line
 */
export function tooDeepFinding(text: string, at = Math.max(0, text.search(/\S/))): Finding {
  return { code: "too-complex", range: { start: at, end: lineAt(text, at).end }, message: tooDeepMessage };
}

/** Parses the text after the edit; up to the error first, where most repairs fail. */
function testRepair(text: string, edit: Edit, error: YAMLError): "complete" | "partial" | "none" {
  const repaired = applyEdits(text, [edit]);
  const repairedUpTo = Math.max(lineAt(text, Math.min(error.pos[0], text.length)).end, edit.end);
  const newUpTo = repairedUpTo + repaired.length - text.length;
  if (hasErrorWithin(repaired.slice(0, newUpTo))) return "none";
  const document = parseYaml(repaired);
  if (isSwallowedByScalar(text, repaired, document, edit)) return "none";
  const [next] = document.errors;
  if (!next) return "complete";
  const isBelow = next.pos[0] > lineAt(repaired, newUpTo).end;
  return isBelow && !hasContinuation(repaired, edit.start) ? "partial" : "none";
}

/** True if the line below is indented deeper, so that it may be part of the same value. */
function hasContinuation(text: string, at: number): boolean {
  const line = lineAt(text, at);
  const below = lineAfter(text, line);
  return below !== undefined && columnOf(text, below) > columnOf(text, line);
}

/** The column of the first key or value of a line. */
function columnOf(text: string, { start, end }: Range): number {
  return skipDashes(text, start, end) - start;
}

/**
 * True if there is an error before the end of the text; something unclosed at the end may be closed later.
 */
function hasErrorWithin(text: string): boolean {
  const end = text.trimEnd().length;
  return parseYaml(text).errors.some(({ pos }) => pos[0] < end);
}

/** Possible repairs, the most likely first: brackets and tabs up to the error's line, then all others on it and next to it. */
function possibleRepairs(text: string, error: YAMLError, shape: LayoutShape): readonly Repair[] {
  const at = Math.min(error.pos[0], text.length);
  const errorLine = lineAt(text, at);
  const above = nonEmptyLinesUpTo(text, errorLine.end);
  const maxLines = Math.max(maxBracketLines, Math.floor(maxParsedForRepairs / text.length));
  const lines = above.slice(-maxLines).map((line) => lineShape(text, line));
  const overLines = text.length <= maxMultilineRepairLength ? lines.slice(-maxBracketLines) : [];
  return [
    ...placeholderMarkRepairs(text, lineShape(text, errorLine)),
    ...entryTextRepairs(text, errorLine, shape),
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
    ...keysOnOneLineRepairs(text, line),
    ...itemsOnOneLineRepairs(text, line),
    // `title: ] x`
    ...(errorAt === line.valueStart ? quotingRepairs(text, line) : []),
    ...strayCharacterRepairs(text, errorAt),
    ...markdownLinkRepairs(text, line),
    ...missingSpaceRepairs(text, line),
    ...listTextRepairs(text, line),
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

/** `speakers [A]` and a bare `the` among keys; not `Dear all` */
function missingColonRepairs(
  text: string,
  { start, contentStart, end: lineEnd }: LineShape,
): readonly Repair[] {
  const word = plainKey(text.slice(contentStart, lineEnd));
  const end = contentStart + (word?.length ?? 0);
  if (word === undefined || !isGap(text[end])) return [];
  const names = contentStart === start ? keysAt([]) : [...unitKeys];
  const isAlone = text.slice(end, lineEnd).trim() === "";
  if (!isNearName(word, names) && (!isAlone || contentStart === start)) return [];
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
  BAD_ALIAS: "A value that starts with `*` must be in quotes.",
  BAD_DQ_ESCAPE: "Unknown escape in double quotes: use single quotes for a plain backslash.",
  BAD_INDENT: "Wrong indentation: the line does not align with the lines it belongs to.",
  BAD_SCALAR_START: "A value cannot start with this character: quote it.",
  BLOCK_AS_IMPLICIT_KEY: "A colon followed by a space starts a new key here: quote the value.",
  MISSING_CHAR: "Missing colon, quote or bracket.",
  MULTILINE_IMPLICIT_KEY: "A key must be on one line and end in a colon.",
  TAB_AS_INDENT: tabMessage,
  UNEXPECTED_TOKEN: "Unexpected text: check its indentation, and the quotes and brackets above it.",
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
    message: messageByErrorCode[error.code] ?? "This text cannot be read as YAML.",
    ...(error.code === "TAB_AS_INDENT" && { isAboutCharacters: true }),
  };
}
