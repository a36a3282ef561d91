/**
 * Finds the position of the cursor in a block's structure from indentation and brackets alone, so that it
 * works in incomplete text. Offsets are relative to the block's start; columns are 0-based and a tab counts
 * as two.
 */
import type { BlockSpan } from "../document/blockSpan";
import { isMarkdownKey } from "../schema/keyKinds";
import { type SchemaPath, schemaAt } from "../schema/schema";
import type { Range } from "../text/range";
import { blanksStart, isBlockScalarHead, isDash, skipBlanks, skipProperties } from "../yaml/lineShape";
import { commentStartFrom } from "../yaml/openMarks";
import { takeBareDash } from "./bareDash";
import {
  blockListsFrom,
  type Container,
  container,
  innermostContainer,
  nextIndex,
  openChild,
  pathOf,
} from "./containers";
import type { Cursor } from "./cursor";
import { columnOf, endOfLine, isAtContentEnd, nextLine, startOfLine } from "./cursorLines";
import { readFlow } from "./flow";
import { spotsOnOwnLine } from "./ownLine";
import { type CursorScan, type CursorSpot, isCursorAt, takeGap, takeToken } from "./scan";
import { emptyToken, readKey, readScalar, type Token } from "./tokens";

/**
 * @param offset in `text`, the text of the block
 * @param scope `likely`: the structures that the column of the cursor allows; `any`: also those that only the
 *   indentation excludes
 * @returns every structure that may be inserted at the cursor, most likely first: on an empty line at column
 *   0 below an item, a new item and a root key. Empty in a comment and at places that allow no insertion.
 */
export function cursorsAt(
  text: string,
  offset: number,
  shape: Pick<BlockSpan, "kind" | "list">,
  scope: CursorScan["scope"] = "likely",
): readonly Cursor[] {
  const root = container("map", "block", undefined, 0);
  if (shape.kind === "item") Object.assign(root, { lastStep: shape.list ?? "", awaitsValue: true });
  const scan: CursorScan = { text, offset, scope, innermost: root, spots: undefined };
  for (let line = text.startsWith("\uFEFF") ? 1 : 0; line <= text.length; ) line = readLine(scan, line);
  return (scan.spots ?? []).map((spot) => toCursor(scan, spot));
}

/** Maximum number of dashes that are read on one line, `- - - x`. */
const maxDashesPerLine = 50;

function toCursor({ text, offset }: CursorScan, spot: CursorSpot): Cursor {
  const { collection, token, insertPrefix, column, hasColon = false, isAlternative = false } = spot;
  const path = spot.step === undefined ? pathOf(collection) : [...pathOf(collection), spot.step];
  const isText = spot.slot === "text" || (spot.slot === "value" && isMarkdown(path) && offset > token.start);
  const range = isText
    ? wordAround(text, offset)
    : { start: spot.start ?? token.start, end: Math.max(token.end, offset) };
  const prefixStart = isText ? range.start : token.start + (token.quote && offset > token.start ? 1 : 0);
  const siblings = collection.tokens.filter(({ start, end }) => end < token.start || start > token.end);
  return {
    slot: isText ? "text" : spot.slot,
    path,
    style: collection.style,
    range,
    prefix: text.slice(prefixStart, offset),
    word: isText ? text.slice(range.start, range.end) : token.text,
    ...(token.quote && !isText && { quote: token.quote }),
    insertPrefix,
    column,
    siblings: siblings.map((sibling) => sibling.text),
    siblingRanges: siblings.map(({ start, end }) => ({ start, end })),
    ...(collection.kind === "list" && collection.start !== undefined && { listStart: collection.start }),
    hasColon,
    isAlternative,
  };
}

function isMarkdown(path: SchemaPath): boolean {
  return isMarkdownKey(String(path.at(-1)));
}

function wordAround(text: string, offset: number): Range {
  const before =
    // bounded: 100 characters
    /[\p{L}\p{N}][\p{L}\p{N}.-]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? "";
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(offset, offset + 100))?.[0] ?? "";
  return { start: offset - before.length, end: offset + after.length };
}

/** Reads the line at `start` and the lines on which its value continues. @returns the start of the next line to read */
function readLine(scan: CursorScan, start: number): number {
  const { text, offset } = scan;
  const end = endOfLine(text, start);
  const contentStart = skipBlanks(text, start, end);
  const next = nextLine(text, start);
  if (contentStart >= end) {
    if (start <= offset && offset <= end) scan.spots ??= spotsOnOwnLine(scan, start, emptyToken(offset));
    return next;
  }
  if (text[contentStart] === "#" || /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4))) return next;
  for (let at = contentStart, dashCount = 0; dashCount < maxDashesPerLine; dashCount++) {
    const column = columnOf(text, start, at);
    const key = readKey(text, at, end);
    if (key) return readValue(scan, key.colon + 1, end, openKey(scan, column, key));
    if (!isDash(text, at))
      return at > contentStart
        ? readValue(scan, at, end, scan.innermost)
        : readBareScalar(scan, start, at, end);
    const nextStart = skipBlanks(text, at + 1, end);
    const isBare = isAtContentEnd(text, nextStart, end);
    const lists = blockListsFrom(scan.innermost);
    const list = openEntry(scan, column, isBare && start <= offset && offset <= end);
    if (isBare) {
      takeBareDash(scan, { list, lists, lineStart: start, at, column, nextStart, end });
      return next;
    }
    at = nextStart;
  }
  return next;
}

/** Reads the value after a key's colon or after a dash. */
function readValue(scan: CursorScan, from: number, end: number, owner: Container): number {
  const { text, offset } = scan;
  const at = skipProperties(text, from, end);
  const slot = owner.kind === "list" ? "entry" : "value";
  const spot = {
    slot,
    collection: owner,
    step: owner.lastStep,
    insertPrefix: "",
    column: owner.column,
  } as const;
  if (isAtContentEnd(text, at, end)) {
    takeGap(scan, from, at, end, { ...spot, insertPrefix: offset === from ? " " : "" });
    return nextLine(text, end);
  }
  owner.awaitsValue = false;
  owner.isContinuable = false;
  if (isBlockScalarHead(text, at, blanksStart(text, at, commentStartFrom(text, at, end))))
    return readBlockScalar(scan, nextLine(text, end), owner);
  if (text[at] === "[" || text[at] === "{") return readFlow(scan, at, owner, owner.column);
  const token = readScalar(text, at, end, owner.column);
  owner.isContinuable = !token.quote && takesText(owner);
  if (owner.kind === "list") owner.tokens.push(token);
  takeToken(scan, token, spot);
  return nextLine(text, token.end);
}

/** True if the value of the last key may be any text, also one of several lines. */
function takesText(owner: Container): boolean {
  const schema = schemaAt([...pathOf(owner), owner.lastStep ?? 0]);
  if (!schema) return true;
  const { type, enum: values, pattern } = schema;
  return type === "string" && !values && (pattern === undefined || pattern === textPattern);
}

/** The pattern of all texts that are not blank. */
const textPattern = schemaAt(["contributions", 0, "title"])?.pattern;

/** Reads the text of a block scalar: lines indented deeper than its owner, and empty lines between them. */
function readBlockScalar(scan: CursorScan, from: number, owner: Container): number {
  const { text, offset } = scan;
  let lastContentEnd = -1;
  let lineStart = from;
  for (; lineStart <= text.length; lineStart = nextLine(text, lineStart)) {
    const end = endOfLine(text, lineStart);
    const contentStart = skipBlanks(text, lineStart, end);
    if (contentStart < end && columnOf(text, lineStart, contentStart) <= owner.column) break;
    if (contentStart < end) lastContentEnd = end;
  }
  const isBelow =
    offset > lastContentEnd &&
    offset < lineStart &&
    columnOf(text, startOfLine(text, offset), offset) > owner.column;
  if (offset >= from && (offset <= lastContentEnd || isBelow)) {
    scan.spots ??= [
      {
        slot: "text",
        collection: owner,
        step: owner.lastStep,
        token: emptyToken(offset),
        insertPrefix: "",
        column: owner.column,
      },
    ];
  }
  return lastContentEnd < 0 ? from : nextLine(text, lastContentEnd);
}

/** Reads a line without a key or a dash: a value below its key, or a word that may become a key or an entry. */
function readBareScalar(scan: CursorScan, start: number, at: number, end: number): number {
  const { text, offset } = scan;
  const column = columnOf(text, start, at);
  const owner = innermostContainer(scan.innermost, column);
  if (text[at] === "[" || text[at] === "{") {
    const isValue = owner.awaitsValue && owner.column < column;
    owner.awaitsValue = false;
    return readFlow(scan, at, owner, isValue ? owner.column : -1);
  }
  const token = readScalar(text, at, end, Number.POSITIVE_INFINITY);
  const isContinued =
    owner.kind === "map" &&
    (owner.isContinuable || scan.scope === "likely") &&
    !owner.awaitsValue &&
    owner.column < column &&
    owner === scan.innermost;
  if (start <= offset && isCursorAt(scan, token) && !isContinued) {
    const wordEnd = token.quote
      ? token.end
      : offset + (/^[^\s:]*/.exec(text.slice(offset, end))?.[0].length ?? 0);
    scan.spots ??= offset < at ? [] : spotsOnOwnLine(scan, start, { ...token, end: wordEnd });
  }
  if (owner.column < column) owner.awaitsValue = false;
  return nextLine(text, token.end);
}

/** @param isIncomplete true for a bare dash at the cursor, which is no text even where it is deeper than a value */
function openEntry(scan: CursorScan, column: number, isIncomplete: boolean): Container {
  const innermost = innermostContainer(scan.innermost, column);
  // after `themes: none` a dash in the same column starts the next item
  const hasValue =
    innermost.kind === "map" &&
    !innermost.awaitsValue &&
    innermost.child?.kind !== "list" &&
    (innermost.column === column || (isIncomplete && scan.scope === "any"));
  const top = hasValue && innermost.parent?.kind === "list" ? innermost.parent : innermost;
  const list =
    top.kind === "list" && (top.column === column || !top.awaitsValue) ? top : openChild(top, "list", column);
  Object.assign(list, { lastStep: nextIndex(list), awaitsValue: true, child: undefined });
  scan.innermost = list;
  return list;
}

function openKey(scan: CursorScan, column: number, key: Token): Container {
  let enclosing = innermostContainer(scan.innermost, column);
  while (enclosing.parent && enclosing.kind === "list" && enclosing.column >= column)
    enclosing = enclosing.parent;
  if (!enclosing.parent && enclosing.tokens.length === 0 && !enclosing.awaitsValue) enclosing.column = column;
  const isInside =
    enclosing.kind === "list" ||
    (enclosing.column < column && (enclosing.awaitsValue || enclosing.child?.kind === "map"));
  const map = isInside ? openChild(enclosing, "map", column) : enclosing;
  map.tokens.push(key);
  Object.assign(map, { lastStep: key.text, awaitsValue: true, child: undefined });
  scan.innermost = map;
  if (isCursorAt(scan, key, "exactly"))
    scan.spots = [
      { slot: "key", collection: map, token: key, insertPrefix: "", column: map.column, hasColon: true },
    ];
  return map;
}
