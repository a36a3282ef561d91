/**
 * Where the cursor stands in a block, read from indentation and brackets alone, so that it is known in
 * half-typed text too. All offsets are relative to the block's start; columns are 0-based, a tab is two.
 */
import type { Piece } from "../document/splitIntoBlocks";
import type { SchemaPath } from "../schema/schema";
import type { Range } from "../text/range";
import { blanksStart, isBlockScalarHead, isDash, skipBlanks, skipProperties } from "../yaml/lineShape";
import { commentStartFrom } from "../yaml/openMarks";
import { adopt, type Container, container, innermostAt, nextIndex, pathOf } from "./containers";
import type { Cursor } from "./cursor";
import { readFlow } from "./flow";
import { columnOf, endOfLine, isOver, nextLine, startOfLine } from "./lines";
import { moveTo, onOwnLine } from "./ownLine";
import { gap, isTouched, type Scan, type Spot, touch } from "./scan";
import { emptyToken, readKey, readScalar, type Token } from "./tokens";

/**
 * @param offset in `text`, the text of the block
 * @returns all that may be typed there, the likeliest first: on an empty line at the margin below an item
 * a new item, and a root key. Nothing in a comment and where no word can stand.
 */
export function cursorsAt(
  text: string,
  offset: number,
  piece: Pick<Piece, "kind" | "list">,
): readonly Cursor[] {
  const root = container("map", "block", undefined, 0);
  if (piece.kind === "item") Object.assign(root, { last: piece.list ?? "", isOpen: true });
  const scan: Scan = { text, offset, top: root, found: undefined };
  for (let line = text.startsWith("\uFEFF") ? 1 : 0; line <= text.length; ) line = readLine(scan, line);
  return (scan.found ?? []).map((spot) => toCursor(scan, spot));
}

/** `- - - x`: so many dashes on one line are looked at. */
const deepestDashes = 50;

function toCursor({ text, offset }: Scan, spot: Spot): Cursor {
  const { at, token, lead, column, hasColon = false } = spot;
  const path = spot.step === undefined ? pathOf(at) : [...pathOf(at), spot.step];
  const isText = spot.slot === "text" || (spot.slot === "value" && isMarkdown(path) && offset > token.start);
  const range = isText
    ? wordAround(text, offset)
    : { start: spot.start ?? token.start, end: Math.max(token.end, offset) };
  const prefixStart = isText ? range.start : token.start + (token.quote && offset > token.start ? 1 : 0);
  return {
    slot: isText ? "text" : spot.slot,
    path,
    style: at.style,
    range,
    prefix: text.slice(prefixStart, offset),
    word: isText ? text.slice(range.start, range.end) : token.text,
    ...(token.quote && !isText && { quote: token.quote }),
    lead,
    column,
    siblings: at.tokens
      .filter(({ start, end }) => end < token.start || start > token.end)
      .map((sibling) => sibling.text),
    hasColon,
  };
}

function isMarkdown(path: SchemaPath): boolean {
  return path.at(-1) === "notes" || path.at(-1) === "context";
}

function wordAround(text: string, offset: number): Range {
  const before =
    // bounded: 100 characters
    /[\p{L}\p{N}][\p{L}\p{N}.-]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? "";
  const behind = /^[\p{L}\p{N}]*/u.exec(text.slice(offset, offset + 100))?.[0] ?? "";
  return { start: offset - before.length, end: offset + behind.length };
}

/** Reads the line that begins at `start`, and those its value goes on in; returns where to go on. */
function readLine(scan: Scan, start: number): number {
  const { text, offset } = scan;
  const end = endOfLine(text, start);
  const ink = skipBlanks(text, start, end);
  const next = nextLine(text, start);
  if (ink >= end) {
    if (start <= offset && offset <= end) scan.found ??= onOwnLine(scan, start, emptyToken(offset));
    return next;
  }
  if (text[ink] === "#" || /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4))) return next;
  for (let at = ink, depth = 0; depth < deepestDashes; depth++) {
    const column = columnOf(text, start, at);
    const key = readKey(text, at, end);
    if (key) return readValue(scan, key.colon + 1, end, openKey(scan, column, key));
    if (!isDash(text, at))
      return at > ink ? readValue(scan, at, end, scan.top) : readLone(scan, start, at, end);
    const list = openEntry(scan, column);
    const inner = skipBlanks(text, at + 1, end);
    if (isOver(text, inner, end)) {
      const place = behindDash(scan, list, start, at, column);
      gap(scan, at + 1, inner, end, { slot: "entry", at: list, step: list.last, ...place });
      return next;
    }
    at = inner;
  }
  return next;
}

/** Where an entry goes behind a bare dash at `at`; a dash that is out of line is put right with it. */
function behindDash(
  { text, offset }: Scan,
  list: Container,
  lineStart: number,
  at: number,
  column: number,
): Pick<Spot, "start" | "lead" | "column"> {
  if (column === list.column) {
    const lead = offset === at + 1 ? " " : "";
    return { lead, column: columnOf(text, lineStart, offset) + lead.length };
  }
  const { start, lead } = moveTo(text, lineStart, { start: at, end: at + 1, text: "-" }, column, list.column);
  return { start, lead: `${lead}- `, column: list.column + 2 };
}

/** Reads what stands behind a key's colon or a dash. */
function readValue(scan: Scan, from: number, end: number, owner: Container): number {
  const { text, offset } = scan;
  const at = skipProperties(text, from, end);
  const slot = owner.kind === "list" ? "entry" : "value";
  const spot = { slot, at: owner, step: owner.last, lead: "", column: owner.column } as const;
  if (isOver(text, at, end)) {
    gap(scan, from, at, end, { ...spot, lead: offset === from ? " " : "" });
    return nextLine(text, end);
  }
  owner.isOpen = false;
  if (isBlockScalarHead(text, at, blanksStart(text, at, commentStartFrom(text, at, end))))
    return readLiteral(scan, nextLine(text, end), owner);
  if (text[at] === "[" || text[at] === "{") return readFlow(scan, at, owner, owner.column);
  const token = readScalar(text, at, end, owner.column);
  if (owner.kind === "list") owner.tokens.push(token);
  touch(scan, token, spot);
  return nextLine(text, token.end);
}

/** A block scalar's text: all that stands right of its owner, and empty lines within. */
function readLiteral(scan: Scan, from: number, owner: Container): number {
  const { text, offset } = scan;
  let last = -1;
  let limit = from;
  for (; limit <= text.length; limit = nextLine(text, limit)) {
    const end = endOfLine(text, limit);
    const ink = skipBlanks(text, limit, end);
    if (ink < end && columnOf(text, limit, ink) <= owner.column) break;
    if (ink < end) last = end;
  }
  const isBelow =
    offset > last && offset < limit && columnOf(text, startOfLine(text, offset), offset) > owner.column;
  if (offset >= from && (offset <= last || isBelow)) {
    scan.found ??= [
      {
        slot: "text",
        at: owner,
        step: owner.last,
        token: emptyToken(offset),
        lead: "",
        column: owner.column,
      },
    ];
  }
  return last < 0 ? from : nextLine(text, last);
}

/** A line that is neither a key nor an entry: a value below its key, or a word that is still to become either. */
function readLone(scan: Scan, start: number, at: number, end: number): number {
  const { text, offset } = scan;
  const column = columnOf(text, start, at);
  const owner = innermostAt(scan.top, column);
  if (text[at] === "[" || text[at] === "{") {
    const isValue = owner.isOpen && owner.column < column;
    owner.isOpen = false;
    return readFlow(scan, at, owner, isValue ? owner.column : -1);
  }
  const token = readScalar(text, at, end, Number.POSITIVE_INFINITY);
  const isContinued = owner.kind === "map" && !owner.isOpen && owner.column < column && owner === scan.top;
  if (start <= offset && isTouched(scan, token) && !isContinued) {
    const wordEnd = token.quote
      ? token.end
      : offset + (/^[^\s:]*/.exec(text.slice(offset, end))?.[0].length ?? 0);
    scan.found ??= offset < at ? [] : onOwnLine(scan, start, { ...token, end: wordEnd });
  }
  if (owner.column < column) owner.isOpen = false;
  return nextLine(text, token.end);
}

function openEntry(scan: Scan, column: number): Container {
  const here = innermostAt(scan.top, column);
  // behind `themes: none` a dash in the same column begins the next item
  const isFilled =
    here.kind === "map" && !here.isOpen && here.child?.kind !== "list" && here.column === column;
  const top = isFilled && here.up?.kind === "list" ? here.up : here;
  const list =
    top.kind === "list" && (top.column === column || !top.isOpen) ? top : adopt(top, "list", column);
  Object.assign(list, { last: nextIndex(list), isOpen: true, child: undefined });
  scan.top = list;
  return list;
}

function openKey(scan: Scan, column: number, key: Token): Container {
  let top = innermostAt(scan.top, column);
  while (top.up && top.kind === "list" && top.column >= column) top = top.up;
  if (!top.up && top.tokens.length === 0 && !top.isOpen) top.column = column;
  const isInside = top.kind === "list" || (top.column < column && (top.isOpen || top.child?.kind === "map"));
  const map = isInside ? adopt(top, "map", column) : top;
  map.tokens.push(key);
  Object.assign(map, { last: key.text, isOpen: true, child: undefined });
  scan.top = map;
  if (isTouched(scan, key, "exactly"))
    scan.found = [{ slot: "key", at: map, token: key, lead: "", column: map.column, hasColon: true }];
  return map;
}
