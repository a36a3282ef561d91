/**
 * Where the cursor stands in a block, read from indentation and brackets alone, so that it is known in
 * half-typed text too. All offsets are relative to the block's start; columns are 0-based, a tab is two.
 */
import type { Piece } from "./blocks";
import type { Range } from "./range";
import { type SchemaPath, schemaAt, takesList } from "./schema";

type Quote = '"' | "'";

export interface Cursor {
  /** `key` of the map at `path`; the `value` or list `entry` at `path`; `text` is Markdown at `path` */
  readonly slot: "key" | "value" | "entry" | "text";
  /** from the file's root: `["contributions", 0, "themes", 1]`; an item's own index counts in its block */
  readonly path: SchemaPath;
  readonly style: "block" | "flow";
  /** what to replace: the token around the cursor, its quotes with it */
  readonly range: Range;
  /** the token up to the cursor, without its quote */
  readonly prefix: string;
  /** the whole token, without its quotes */
  readonly word: string;
  readonly quote?: Quote;
  /** what has to stand before an inserted text: indentation that is missing, `- `, the space behind a colon */
  readonly lead: string;
  /** where an inserted text begins, behind `lead`; its further lines are indented from there */
  readonly column: number;
  /** keys of the same map, or entries of the same list, but for the one at the cursor */
  readonly siblings: readonly string[];
  /** the key at the cursor has its colon already */
  readonly hasColon: boolean;
}

interface Token extends Range {
  /** unquoted */
  readonly text: string;
  readonly quote?: Quote;
}

/** A map or a list that is being read. */
interface Container {
  readonly kind: "map" | "list";
  readonly style: Cursor["style"];
  readonly up: Container | undefined;
  /** the step from `up` to here */
  readonly step: string | number | undefined;
  /** its keys, or those of its entries that are scalars */
  readonly tokens: Token[];
  /** where its keys or dashes stand */
  column: number;
  /** its last key, or the index of its last entry */
  last: string | number | undefined;
  /** `last` has no value yet */
  isOpen: boolean;
  /** the collection that `last` holds */
  child: Container | undefined;
}

interface Spot {
  readonly slot: Cursor["slot"];
  readonly at: Container;
  readonly step?: string | number | undefined;
  readonly token: Token;
  /** where the range begins, if not with the token */
  readonly start?: number;
  readonly lead: string;
  readonly column: number;
  readonly hasColon?: boolean;
}

interface Scan {
  readonly text: string;
  readonly offset: number;
  /** the innermost collection in block style */
  top: Container;
  found: readonly Spot[] | undefined;
}

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
  if (piece.kind === "item" && piece.list) Object.assign(root, { last: piece.list, isOpen: true });
  const scan: Scan = { text, offset, top: root, found: undefined };
  for (let line = text.startsWith("\uFEFF") ? 1 : 0; line <= text.length; ) line = readLine(scan, line);
  return (scan.found ?? []).map((spot) => toCursor(scan, spot));
}

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
    /[\p{L}\p{N}][\p{L}\p{N}.-]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? "";
  const behind = /^[\p{L}\p{N}]*/u.exec(text.slice(offset, offset + 100))?.[0] ?? "";
  return { start: offset - before.length, end: offset + behind.length };
}

function pathOf(at: Container): SchemaPath {
  const path: (string | number)[] = [];
  for (let here: Container | undefined = at; here; here = here.up)
    if (here.step !== undefined) path.push(here.step);
  return path.reverse();
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
  for (let at = ink; ; ) {
    const column = columnOf(text, start, at);
    const key = readKey(text, at, end);
    if (key) return readValue(scan, key.colon + 1, end, openKey(scan, column, key));
    if (!isDash(text, at))
      return at > ink ? readValue(scan, at, end, scan.top) : readLone(scan, start, at, end);
    const list = openEntry(scan, column);
    const inner = skipBlanks(text, at + 1, end);
    if (isOver(text, inner, end)) {
      const lead = offset === at + 1 ? " " : "";
      const spot = { at: list, step: list.last, lead, column: columnOf(text, start, offset) + lead.length };
      gap(scan, at + 1, inner, end, { slot: "entry", ...spot });
      return next;
    }
    at = inner;
  }
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
  if (/^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(text.slice(at, end)))
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

/** What a word that begins at `token` on a line of its own may become: the cursor's column tells. */
function onOwnLine(scan: Scan, lineStart: number, token: Token): readonly Spot[] {
  const column = columnOf(scan.text, lineStart, token.start);
  const place = (
    slot: "key" | "value" | "entry",
    at: Container,
    target: number,
    step?: string | number,
  ): Spot => {
    const moved = moveTo(scan.text, lineStart, token, column, target);
    const dash = slot === "entry" && step !== at.last ? "- " : "";
    return { slot, at, step, token, ...moved, lead: moved.lead + dash, column: target + dash.length };
  };
  const within = (at: Container): Spot =>
    at.kind === "map" ? place("key", at, at.column) : place("entry", at, at.column, nextIndex(at));
  const below = (owner: Container, target: number): readonly Spot[] => {
    const schema = schemaAt([...pathOf(owner), ...(owner.last === undefined ? [] : [owner.last])]);
    if (takesList(schema)) return [place("entry", adopt(owner, "list", target, true), target, 0)];
    if (schema?.properties) return [place("key", adopt(owner, "map", target, true), target)];
    return target === column ? [place("value", owner, column, owner.last)] : [];
  };

  const top = innermostAt(scan.top, column);
  const inner = top === scan.top ? undefined : innerOf(scan.top, top);
  if (top.column < column) {
    if (inner) return [within(inner)];
    if (!top.isOpen) return [within(top)];
    return top.kind === "map" ? below(top, column) : [place("entry", top, column, top.last)];
  }
  if (top.kind === "list") return top.up?.column === column ? [within(top), within(top.up)] : [within(top)];
  if (top.up)
    return top.isOpen
      ? [within(top), ...below(top, column + 2).filter(({ slot }) => slot === "entry")]
      : [within(top)];
  const items = top.isOpen
    ? below(top, column + 2).filter(({ slot }) => slot === "entry")
    : inner?.kind === "list"
      ? [within(inner)]
      : [];
  return [...items, within(top)];
}

function innermostAt(top: Container, column: number): Container {
  let here = top;
  while (here.up && here.column > column) here = here.up;
  return here;
}

/** The one right inside `outer` on the way to `top`. */
function innerOf(top: Container, outer: Container): Container | undefined {
  let here: Container | undefined = top;
  while (here && here.up !== outer) here = here.up;
  return here;
}

/** Takes away columns too many, and gives those missing; tabs are replaced, since YAML has none there. */
function moveTo(
  text: string,
  lineStart: number,
  token: Token,
  column: number,
  target: number,
): { start: number; lead: string } {
  if (text.slice(lineStart, token.start).includes("\t"))
    return { start: lineStart, lead: " ".repeat(target) };
  if (column >= target) return { start: lineStart + target, lead: "" };
  return { start: token.start, lead: " ".repeat(target - column) };
}

function openEntry(scan: Scan, column: number): Container {
  const top = innermostAt(scan.top, column);
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

/** The collection that the last key or entry of `owner` holds; a new one where it holds none of the kind. */
function adopt(owner: Container, kind: Container["kind"], column: number, isGuess = false): Container {
  const known = owner.child?.kind === kind && owner.child.style === "block" ? owner.child : undefined;
  const child = known ?? container(kind, "block", owner, column);
  if (child.tokens.length === 0 && child.last === undefined) child.column = column;
  owner.child = child;
  if (!isGuess) owner.isOpen = false;
  return child;
}

function container(
  kind: Container["kind"],
  style: Container["style"],
  up: Container | undefined,
  column: number,
): Container {
  return {
    kind,
    style,
    up,
    step: up?.last,
    column,
    tokens: [],
    last: undefined,
    isOpen: false,
    child: undefined,
  };
}

function nextIndex(list: Container): number {
  return typeof list.last === "number" ? list.last + 1 : 0;
}

/**
 * Reads `[a, {b: c}]` from its bracket at `from`. It ends unclosed before a line that stands no further
 * right than `limit`, the column of its key or dash.
 */
function readFlow(scan: Scan, from: number, owner: Container, limit: number): number {
  const { text, offset } = scan;
  let top = owner;
  let state = "before" as "before" | "behindKey" | "value" | "done";
  let at = from;
  let gapStart = from;
  const spot = (slot: Spot["slot"], token: Token): Spot => {
    const lead = state === "value" && text[offset - 1] === ":" ? " " : "";
    return { slot, at: top, ...(slot !== "key" && { step: top.last }), token, lead, column: owner.column };
  };
  const hole = (to: number): void => {
    if (
      scan.found ||
      offset < gapStart ||
      offset > to ||
      top === owner ||
      state === "done" ||
      state === "behindKey"
    )
      return;
    scan.found = [
      spot(state === "value" ? "value" : top.kind === "list" ? "entry" : "key", emptyToken(offset)),
    ];
  };
  const open = (): void => {
    const child = container(text[at] === "[" ? "list" : "map", "flow", top, owner.column);
    if (child.kind === "list") child.last = 0;
    top.child = child;
    top = child;
    state = "before";
  };
  const separate = (): void => {
    if (top.kind === "list") top.last = nextIndex(top);
    state = "before";
  };
  const close = (): void => {
    top = top.up ?? owner;
    state = "done";
  };
  const scalar = (token: Token): void => {
    const isKey = top.kind === "map" && state !== "value";
    if (isKey || top.kind === "list") top.tokens.push(token);
    if (isKey) top.last = token.text;
    if (isTouched(scan, token, isKey ? "exactly" : "loosely")) {
      const hasColon = isKey && /^[ \t]*:/.test(text.slice(token.end, token.end + 100));
      const found = spot(isKey ? "key" : top.kind === "list" ? "entry" : "value", token);
      scan.found = [{ ...found, lead: "", hasColon }];
    }
    state = isKey ? "behindKey" : "done";
  };

  while (at < text.length) {
    const char = text[at] ?? "";
    if (char === "\n") {
      const ink = skipEmptyLines(text, at);
      if (
        ink >= text.length ||
        (columnOf(text, startOfLine(text, ink), ink) <= limit && !/[\]},]/.test(text[ink] ?? ""))
      )
        break;
      at = ink;
    } else if (isBlank(char) || char === "\r") {
      at++;
    } else if (char === "#" && /\s/.test(text[at - 1] ?? "")) {
      const end = endOfLine(text, at);
      if (at < offset && offset <= end) scan.found ??= [];
      at = end;
    } else if (/[[\]{},]/.test(char) || (char === ":" && state === "behindKey")) {
      hole(/[[{]/.test(char) ? at - 1 : at);
      if (/[[{]/.test(char)) open();
      else if (char === ",") separate();
      else if (char === ":") state = "value";
      else close();
      at++;
      gapStart = at;
      if (top === owner) return nextLine(text, at);
    } else {
      const token = readFlowScalar(text, at, top.kind === "map" && state === "before");
      hole(at - 1);
      if (token.end > at) scalar(token);
      at = Math.max(token.end, at + 1);
      gapStart = at;
    }
  }
  const rest = text.slice(gapStart, Math.max(gapStart, offset));
  if (
    rest.trim() === "" &&
    (!rest.includes("\n") || columnOf(text, startOfLine(text, offset), offset) > limit)
  )
    hole(text.length);
  return nextLine(text, gapStart);
}

function readFlowScalar(text: string, at: number, isKey: boolean): Token {
  const end = endOfLine(text, at);
  if (text[at] === '"' || text[at] === "'") {
    const closed = quotedEnd(text, at, end);
    const until = closed ?? at + (/^.[^,\]}]*/.exec(text.slice(at, end))?.[0].trimEnd().length ?? 1);
    return quotedToken(text, at, until);
  }
  const pattern = isKey ? /^(?:[^,[\]{}:]|:(?![\s,[\]{}]|$))*/ : /^[^,[\]{}]*/;
  const source =
    pattern
      .exec(text.slice(at, end))?.[0]
      .replace(/\s#.*$/, "")
      .trimEnd() ?? "";
  return { start: at, end: at + source.length, text: source };
}

/** @param limit a quoted text goes on in lines right of this column only */
function readScalar(text: string, at: number, end: number, limit: number): Token {
  if (text[at] !== '"' && text[at] !== "'") {
    const source = text
      .slice(at, end)
      .replace(/[ \t]#.*$/, "")
      .trimEnd();
    return { start: at, end: at + source.length, text: source };
  }
  const closed =
    quotedEnd(text, at, end) ??
    (limit === Number.POSITIVE_INFINITY ? undefined : quotedEnd(text, at, endOfRegion(text, end, limit)));
  return quotedToken(text, at, closed ?? at + text.slice(at, end).trimEnd().length);
}

/** The end of the last line in a row that is empty or stands right of `limit`. */
function endOfRegion(text: string, from: number, limit: number): number {
  let end = from;
  for (let line = nextLine(text, from); line <= text.length; line = nextLine(text, line)) {
    const lineEnd = endOfLine(text, line);
    const ink = skipBlanks(text, line, lineEnd);
    if (ink < lineEnd && columnOf(text, line, ink) <= limit) break;
    end = lineEnd;
  }
  return end;
}

/** Behind the closing quote; a quote in the middle of a word closes nothing: `["sec, "storage"]`. */
function quotedEnd(text: string, at: number, end: number): number | undefined {
  const pattern =
    text[at] === '"' ? /^"(?:[^"\\]|\\[\s\S])*"(?=[\s,\]}:]|$)/ : /^'(?:[^']|'')*'(?=[\s,\]}:]|$)/;
  const match = pattern.exec(text.slice(at, end));
  return match ? at + match[0].length : undefined;
}

function quotedToken(text: string, start: number, end: number): Token {
  const quote = text[start] === '"' ? '"' : "'";
  const isClosed = end - start > 1 && text[end - 1] === quote;
  return { start, end, text: text.slice(start + 1, isClosed ? end - 1 : end), quote };
}

const keyPattern =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^\s"'[\]{},#&*!|>%@`?-]|[?-](?=\S))[^#]*?)[ \t]*:(?=\s|$)/;

function readKey(text: string, at: number, end: number): (Token & { readonly colon: number }) | undefined {
  const match = keyPattern.exec(text.slice(at, Math.min(end, at + 500)));
  const source = match?.[1];
  if (!match || source === undefined) return undefined;
  const colon = at + match[0].length - 1;
  const isQuoted = source[0] === '"' || source[0] === "'";
  const token = isQuoted
    ? quotedToken(text, at, at + source.length)
    : { start: at, end: at + source.length, text: source };
  return { ...token, colon };
}

function gap(scan: Scan, from: number, to: number, end: number, spot: Omit<Spot, "token">): void {
  const isInside = from <= scan.offset && (scan.offset < to || (scan.offset === to && to >= end));
  if (isInside) scan.found ??= [{ ...spot, token: emptyToken(scan.offset) }];
}

function touch(scan: Scan, token: Token, spot: Omit<Spot, "token">): void {
  if (isTouched(scan, token)) scan.found = [{ ...spot, token }];
}

/** `loosely`: blanks behind a word belong to it, for a name is typed as `A. F`. */
function isTouched(
  { text, offset, found }: Scan,
  token: Token,
  how: "exactly" | "loosely" = "loosely",
): boolean {
  if (found || offset < token.start) return false;
  return (
    offset <= token.end ||
    (how === "loosely" && !token.quote && /^[ \t]*$/.test(text.slice(token.end, offset)))
  );
}

function emptyToken(offset: number): Token {
  return { start: offset, end: offset, text: "" };
}

function isDash(text: string, at: number): boolean {
  return text[at] === "-" && /^\s?$/.test(text[at + 1] ?? "");
}

function isOver(text: string, at: number, end: number): boolean {
  return at >= end || (text[at] === "#" && isBlank(text[at - 1] ?? ""));
}

/** Behind anchors and tags: `&a !!str `. */
function skipProperties(text: string, from: number, end: number): number {
  let at = skipBlanks(text, from, end);
  while (at < end && /[&!]/.test(text[at] ?? "")) {
    while (at < end && !isBlank(text[at] ?? "")) at++;
    at = skipBlanks(text, at, end);
  }
  return at;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at] ?? "")) at++;
  return at;
}

function skipEmptyLines(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? "")) at++;
  return at;
}

function isBlank(char: string): boolean {
  return char === " " || char === "\t";
}

function columnOf(text: string, lineStart: number, at: number): number {
  let column = 0;
  for (let here = lineStart; here < at; here++) column += text[here] === "\t" ? 2 : 1;
  return column;
}

function startOfLine(text: string, at: number): number {
  const start = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  return start === 0 && text.startsWith("\uFEFF") ? 1 : start;
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === "\r" && end > from ? end - 1 : end;
}

/** Where the next line begins; beyond the text where there is none. */
function nextLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length + 1 : newline + 1;
}
