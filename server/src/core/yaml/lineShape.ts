/**
 * The parts of one line of YAML: indentation, dashes, key, value, comment, and what is left open. It reads complete and
 * incomplete lines alike, each line separately: in the middle of a text of several lines it sees keys and dashes as well.
 * All positions are offsets in the text, in UTF-16 units; white space is spaces and tabs.
 */
import type { Range } from "../text/range";
import { type OpenMarks, readMarks } from "./openMarks";

/** The key of a line; for `"title": x` the name is `title` and the range begins with the quote. */
export interface Key extends Range {
  /** without the quotes around it; escapes are not resolved */
  readonly name: string;
  readonly quote?: '"' | "'";
  readonly colon: number;
}

/** The offsets of a line's parts, in this order: `  - - title: &a "x [b" # why`. */
export interface LineShape extends Range {
  /** end of the indentation */
  readonly indentEnd: number;
  readonly dashes: readonly number[];
  /** after the dashes and the white space that follows them */
  readonly contentStart: number;
  /** the first key after the dashes, without the anchors and tags before it */
  readonly key?: Key;
  /** after the key, or the indicator of an explicit key, `? ` or `: `, and after anchors and tags */
  readonly valueStart: number;
  /** end of the value and of all other content except white space and a comment */
  readonly contentEnd: number;
  /** the `#` of the comment; the end of the line without one */
  readonly commentStart: number;
  /** quotes and brackets that the value opens and does not close on this line */
  readonly open: OpenMarks;
}

/** @param line without its line end */
export function lineShape(text: string, line: Range): LineShape {
  const { start, end } = line;
  const indentEnd = skipBlanks(text, start, end);
  const dashes = dashesFrom(text, indentEnd, end);
  const lastDash = dashes.at(-1);
  const contentStart = lastDash === undefined ? indentEnd : skipBlanks(text, lastDash + 1, end);
  const key = keyAt(text, contentStart, end);
  const valueStart = valueStartOf(text, contentStart, end, key);
  // a line in brackets, `, themes: [a`, and an explicit key, `? a: [b`
  const isFlow = text[valueStart] === "," || text[contentStart] === "?";
  const open = readMarks(text, { start: valueStart, end }, isFlow);
  const contentEnd = blanksStart(text, start, open.commentStart);
  return {
    start,
    end,
    indentEnd,
    dashes,
    contentStart,
    ...(key && { key }),
    valueStart,
    contentEnd,
    commentStart: open.commentStart,
    open,
  };
}

function valueStartOf(text: string, contentStart: number, end: number, key: Key | undefined): number {
  if (key) return skipProperties(text, key.colon + 1, end);
  return skipProperties(text, isExplicit(text, contentStart) ? contentStart + 1 : contentStart, end);
}

/** `? key` and `: value`, which may be on separate lines. */
function isExplicit(text: string, at: number): boolean {
  return (text[at] === "?" || text[at] === ":") && isGap(text[at + 1]);
}

function dashesFrom(text: string, from: number, end: number): readonly number[] {
  const dashes: number[] = [];
  for (let at = from; at < end && isDash(text, at); at = skipBlanks(text, at + 1, end)) dashes.push(at);
  return dashes;
}

/** UTF-16 units of a key; YAML allows 1,024. */
const maxKey = 1000;

/** A key in quotes or plain, up to its colon; a colon within a plain key has no white space after it. */
const keyPattern =
  /^(?:"(?:[^"\\]|\\.)*"[ \t]*|'(?:[^']|'')*'[ \t]*|(?:[^\s"'[\]{},#&*!|>%@`:?-]|[-?:](?=\S))(?:[^:#]|:(?=\S)|(?<=\S)#)*):(?=\s|$)/;

/**
 * @param at the offset at which a key, or an anchor or a tag before it, may begin
 * @returns the key that begins there and has its colon before `end`
 */
export function keyAt(text: string, at: number, end: number): Key | undefined {
  const start = skipProperties(text, at, end);
  const match = keyPattern.exec(text.slice(start, Math.min(end, start + maxKey)));
  if (!match) return undefined;
  const colon = start + match[0].length - 1;
  const keyEnd = blanksStart(text, start, colon);
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return { start, end: keyEnd, name: text.slice(start, keyEnd), colon };
  return { start, end: keyEnd, name: text.slice(start + 1, keyEnd - 1), quote, colon };
}

/** True if the value of a key or a dash is a block scalar header, so that the lines below are its text. */
export function isBlockScalar(text: string, { key, dashes, ...line }: LineShape): boolean {
  const { contentStart, valueStart, contentEnd } = line;
  const hasOwner = key !== undefined || dashes.length > 0 || isExplicit(text, contentStart);
  return hasOwner && isBlockScalarHead(text, valueStart, contentEnd);
}

const blockScalar = /^[|>](?:[1-9]?[-+]?|[-+][1-9])$/;

/** True if the text from `from` to `to` is a block scalar header: `|`, `>-`, `|2`. */
export function isBlockScalarHead(text: string, from: number, to: number): boolean {
  return to - from <= 3 && blockScalar.test(text.slice(from, to));
}

/** True for `themes:` without a value; a comment, an anchor or a tag may follow. */
export function isKeyWithoutValue({ key, valueStart, contentEnd }: LineShape): boolean {
  return key !== undefined && valueStart >= contentEnd;
}

/** The offset of the first key or value of a line, after its dashes; a dash at the end of a line counts as a value. */
export function skipDashes(text: string, from: number, end: number): number {
  let at = skipBlanks(text, from, end);
  while (at + 1 < end && text[at] === "-" && isBlankAt(text, at + 1)) at = skipBlanks(text, at + 1, end);
  return at;
}

/** True for a line with only white space or a comment. */
export function isBlankOrComment(text: string, { start, end }: Range): boolean {
  const at = skipBlanks(text, start, end);
  return at >= end || text[at] === "#";
}

/** The offset after anchors and tags: `&a !!str `. */
export function skipProperties(text: string, from: number, end: number): number {
  let at = skipBlanks(text, from, end);
  for (let propertiesLeft = 2; propertiesLeft > 0; propertiesLeft--) {
    const propertyEndOffset = propertyEnd(text, at, end);
    if (propertyEndOffset === undefined) break;
    at = skipBlanks(text, propertyEndOffset, end);
  }
  return at;
}

function propertyEnd(text: string, from: number, end: number): number | undefined {
  if (from >= end || (text[from] !== "&" && text[from] !== "!")) return undefined;
  let at = from;
  while (at < end && !/[\s,[\]{}]/.test(text[at] ?? "")) at++;
  return at >= end || isBlankAt(text, at) ? at : undefined;
}

/** `- x` and a bare `-`. */
export function isDash(text: string, at: number): boolean {
  return text[at] === "-" && isGap(text[at + 1]);
}

/** True for white space, a line end and the end of the text. */
export function isGap(char: string | undefined): boolean {
  return char === undefined || char === " " || char === "\t" || char === "\r" || char === "\n";
}

/** The end of the white space that begins at `from`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlankAt(text, at)) at++;
  return at;
}

/** The start of the white space that ends at `end`. */
export function blanksStart(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlankAt(text, at - 1)) at--;
  return at;
}

const space = 32;
const tab = 9;

/** The number of spaces at `from`; only spaces count as indentation. */
export function countSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === space) at++;
  return at - from;
}

/** True for a space and a tab. */
export function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === space || code === tab;
}
