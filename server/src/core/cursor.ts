/**
 * Where the cursor stands in a block, read from indentation and brackets alone, so that it is known
 * in half-typed text too. All offsets are relative to the block's start; columns are 0-based.
 */
import type { Piece } from "./blocks";
import { flowAt, isOpenFlow } from "./flow";
import { lineAt, type Range } from "./range";
import { type Schema, type SchemaPath, schemaAt, takesList } from "./schema";

export interface Cursor {
  /** `key`: a key of the map at `path`; `value`: the scalar at `path`; `text`: within Markdown; `none`: a comment */
  readonly slot: "key" | "value" | "text" | "none";
  readonly path: SchemaPath;
  /** what to replace: the word around the cursor, with its quotes */
  readonly range: Range;
  /** the word up to the cursor, without its quote */
  readonly prefix: string;
  /** keys of the same map, or entries of the same list, but for the one at the cursor */
  readonly siblings: readonly string[];
  /** where the keys of the map, or the entries of the list, begin */
  readonly column: number;
  readonly quote?: '"' | "'";
  /** a list's next entry on a line of its own, whose dash is not there yet */
  readonly needsDash?: true;
  /** right behind a colon or a dash, without the space that has to be there */
  readonly needsSpace?: true;
  readonly isFlow?: true;
}

interface Frame {
  readonly kind: "map" | "seq";
  readonly column: number;
  readonly path: SchemaPath;
  readonly names: string[];
  /** the last key's value, or the last entry, is written on its line */
  filled: boolean;
}

interface Scan {
  readonly frames: Frame[];
  /** the column beyond which lines are a block scalar's text */
  literal?: { readonly column: number; readonly path: SchemaPath };
  flow?: { readonly start: number; readonly column: number; readonly path: SchemaPath };
}

const keyPattern = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'[\]{},#&*!|>%@`-][^:#]*?)[ \t]*:(?=\s|$)/;

export function cursorAt(text: string, offset: number, piece: Pick<Piece, "kind" | "list">): Cursor {
  const scan: Scan = { frames: [] };
  if (piece.kind === "item" && piece.list)
    scan.frames.push({ kind: "seq", column: itemColumn(text), path: [piece.list], names: [], filled: true });
  const line = lineAt(text, offset);
  for (let at = 0; at < line.start; ) {
    const above = lineAt(text, at);
    readLine(text, above, scan);
    const newline = text.indexOf("\n", at);
    at = newline < 0 ? text.length : newline + 1;
  }
  return atLine(text, line, offset, scan);
}

function itemColumn(text: string): number {
  return /^[ \t]*(?=-(?:\s|$))/m.exec(text)?.[0].length ?? 0;
}

/** Takes a whole line that stands above the cursor. */
function readLine(text: string, line: Range, scan: Scan): void {
  const source = text.slice(line.start, line.end);
  const column = source.length - source.trimStart().length;
  if (source.trim() === "") return;
  if (scan.literal && column > scan.literal.column) return;
  delete scan.literal;
  if (scan.flow && column > scan.flow.column && isOpenFlow(text.slice(scan.flow.start, line.start))) return;
  delete scan.flow;
  if (source.trimStart().startsWith("#")) return;
  readContent(source, column, line.start, scan);
}

/** Takes what stands on a line from `column` on; `base` is the line's offset. */
function readContent(source: string, column: number, base: number, scan: Scan): void {
  const rest = source.slice(column);
  const dash = /^-(\s+|$)/.exec(rest);
  if (dash) {
    const seq = openSeq(column, scan);
    seq.names.push(entryText(rest.slice(dash[0].length)));
    seq.filled = rest.slice(dash[0].length).trim() !== "";
    if (seq.filled) readContent(source, column + dash[0].length, base, scan);
    return;
  }
  const key = keyPattern.exec(rest);
  if (!key) {
    readValue(rest, base + column, column, pathHere(scan), scan);
    return;
  }
  const map = openMap(column, scan);
  const value = rest.slice(key[0].length);
  map.names.push(unquote(key[1] ?? ""));
  map.filled = value.trim() !== "" && !value.trim().startsWith("#");
  readValue(value, base + column + key[0].length, column, [...map.path, map.names.at(-1) ?? ""], scan);
}

function readValue(value: string, start: number, column: number, path: SchemaPath, scan: Scan): void {
  if (/^\s*[|>][-+\d]*\s*(#.*)?$/.test(value)) scan.literal = { column, path };
  else if (/^\s*[[{]/.test(value) && isOpenFlow(value)) scan.flow = { start, column, path };
}

function openSeq(column: number, scan: Scan): Frame {
  popTo(column, scan, "seq");
  const top = scan.frames.at(-1);
  if (top?.kind === "seq" && top.column === column) return top;
  const seq: Frame = { kind: "seq", column, path: pathHere(scan), names: [], filled: true };
  scan.frames.push(seq);
  return seq;
}

function openMap(column: number, scan: Scan): Frame {
  popTo(column, scan, "map");
  const top = scan.frames.at(-1);
  if (top?.kind === "map" && top.column === column) return top;
  const map: Frame = { kind: "map", column, path: pathHere(scan), names: [], filled: true };
  scan.frames.push(map);
  return map;
}

/** A list may stand at the column of the key above it; a map may not. */
function popTo(column: number, scan: Scan, kind: Frame["kind"]): void {
  for (;;) {
    const top = scan.frames.at(-1);
    if (!top || top.column < column) return;
    const isSame =
      top.column === column && (top.kind === kind || (kind === "seq" && top.kind === "map" && !top.filled));
    if (isSame || (scan.frames.length === 1 && top.kind === "seq" && top.path.length === 1)) return;
    scan.frames.pop();
  }
}

/** The path of what comes next inside the innermost frame. */
function pathHere(scan: Scan): SchemaPath {
  const top = scan.frames.at(-1);
  if (!top) return [];
  return top.kind === "seq"
    ? [...top.path, Math.max(0, top.names.length - 1)]
    : [...top.path, top.names.at(-1) ?? ""];
}

function atLine(text: string, line: Range, offset: number, scan: Scan): Cursor {
  const source = text.slice(line.start, line.end);
  const before = text.slice(line.start, offset);
  const column = before.trim() === "" ? before.length : before.length - before.trimStart().length;
  if (scan.literal && column > scan.literal.column) return textCursor(before, offset, scan.literal.path);
  if (scan.flow && column > scan.flow.column && isOpenFlow(text.slice(scan.flow.start, line.start))) {
    return flowCursor(text, scan.flow.start, offset, scan.flow.path, scan.flow.column);
  }
  if (/(^|\s)#/.test(before.replaceAll(/"[^"]*"|'[^']*'/g, "")))
    return {
      slot: "none",
      path: [],
      range: { start: offset, end: offset },
      prefix: "",
      siblings: [],
      column,
    };
  return atContent(text, line, source, column, offset, scan);
}

function atContent(
  text: string,
  line: Range,
  source: string,
  column: number,
  offset: number,
  scan: Scan,
): Cursor {
  const cursorColumn = offset - line.start;
  const rest = source.slice(column);
  const dash = /^-(\s*)/.exec(rest);
  if (dash && cursorColumn > column && (dash[1] !== "" || rest.length === 1)) {
    const seq = openSeq(column, scan);
    const inside = column + dash[0].length;
    const siblings = [...seq.names, ...entriesBelow(text, line, column)];
    seq.names.push("");
    seq.filled = false;
    if (inside > cursorColumn || rest.slice(dash[0].length).trim() === "") {
      const cursor = freshEntry(
        [...seq.path, seq.names.length - 1],
        offset,
        offset,
        siblings,
        cursorColumn,
        text,
        line,
      );
      return dash[1] === "" ? { ...cursor, needsSpace: true } : cursor;
    }
    if (keyPattern.test(source.slice(inside)) || takesMap(schemaAt([...seq.path, 0])))
      return atContent(text, line, source, inside, offset, scan);
    return scalarCursor(
      text,
      line.start + inside,
      offset,
      line,
      [...seq.path, seq.names.length - 1],
      siblings,
      inside,
    );
  }
  const key = keyPattern.exec(rest);
  const keyEnd = column + (key?.[0].length ?? 0);
  if (key && cursorColumn >= keyEnd) {
    const map = openMap(column, scan);
    const name = unquote(key[1] ?? "");
    const cursor = scalarCursor(text, line.start + keyEnd, offset, line, [...map.path, name], [], column);
    return cursorColumn === keyEnd ? { ...cursor, needsSpace: true } : cursor;
  }
  return freshLine(text, line, column, offset, scan);
}

/** A line with nothing on it yet, or with a word that is no key yet. */
function freshLine(text: string, line: Range, column: number, offset: number, scan: Scan): Cursor {
  const word = wordRange(text, Math.min(line.start + column, offset), offset, line.end);
  while (scan.frames.length > 1 && (scan.frames.at(-1)?.column ?? 0) > column) scan.frames.pop();
  const top = scan.frames.at(-1);
  if (!top) return keyCursor(text, line, [], word, offset, column);
  const isInside = column > top.column && top.kind === "map" && !top.filled;
  if (isInside) {
    const path = pathHere(scan);
    if (takesList(schemaAt(path)))
      return dashless(freshEntry([...path, 0], word.start, offset, [], column, text, line), word);
    return keyCursor(text, line, path, word, offset, column);
  }
  if (top.kind === "map") return keyCursor(text, line, top.path, word, offset, top.column, top.names);
  const isBelowDash = column > top.column && !top.filled && takesMap(schemaAt([...top.path, 0]));
  if (isBelowDash)
    return keyCursor(text, line, [...top.path, Math.max(0, top.names.length - 1)], word, offset, column);
  const siblings = [...top.names, ...entriesBelow(text, line, top.column)];
  return dashless(
    freshEntry([...top.path, top.names.length], word.start, offset, siblings, top.column, text, line),
    word,
  );
}

function dashless(cursor: Cursor, word: Range): Cursor {
  return { ...cursor, range: word, needsDash: true };
}

function keyCursor(
  text: string,
  line: Range,
  path: SchemaPath,
  word: Range,
  offset: number,
  column: number,
  above: readonly string[] = [],
): Cursor {
  const siblings = [...above, ...keysBelow(text, line, column)];
  return { slot: "key", path, range: word, prefix: text.slice(word.start, offset), siblings, column };
}

/** An entry that has nothing yet: a key where the list takes maps, else a value. */
function freshEntry(
  path: SchemaPath,
  start: number,
  offset: number,
  siblings: readonly string[],
  column: number,
  text: string,
  line: Range,
): Cursor {
  const isMap = takesMap(schemaAt(path));
  const below = isMap ? keysBelow(text, line, column) : [];
  return {
    slot: isMap ? "key" : "value",
    path,
    range: { start, end: offset },
    prefix: text.slice(start, offset),
    siblings: isMap ? below : siblings,
    column,
  };
}

/** The cursor in a value that begins at or behind `start`. */
function scalarCursor(
  text: string,
  start: number,
  offset: number,
  line: Range,
  path: SchemaPath,
  siblings: readonly string[],
  column: number,
): Cursor {
  const before = text.slice(start, offset);
  if (/^\s*[[{]/.test(before)) return flowCursor(text, start, offset, path, column);
  const from = start + (before.length - before.trimStart().length);
  const mark = text[from];
  if (from < offset && (mark === '"' || mark === "'")) {
    const close = text.slice(offset, line.end).indexOf(mark);
    const end = close < 0 ? line.end : offset + close + 1;
    return {
      slot: "value",
      path,
      range: { start: from, end },
      prefix: text.slice(from + 1, offset),
      siblings,
      column,
      quote: mark,
    };
  }
  const end =
    from +
    text
      .slice(from, line.end)
      .replace(/\s+#.*$/, "")
      .trimEnd().length;
  return {
    slot: "value",
    path,
    range: { start: Math.min(from, offset), end: Math.max(end, offset) },
    prefix: text.slice(from, offset),
    siblings,
    column,
  };
}

function flowCursor(text: string, start: number, offset: number, path: SchemaPath, column: number): Cursor {
  const flow = flowAt(text, start, offset);
  const full = [...path, ...flow.path];
  const quote = flow.quote ? { quote: flow.quote } : {};
  return {
    slot: flow.slot,
    path: full,
    range: flow.range,
    prefix: flow.prefix,
    siblings: flow.siblings,
    column,
    isFlow: true,
    ...quote,
  };
}

function textCursor(before: string, offset: number, path: SchemaPath): Cursor {
  const prefix = /[\p{L}\p{N}.-]*$/u.exec(before)?.[0] ?? "";
  return {
    slot: "text",
    path,
    range: { start: offset - prefix.length, end: offset },
    prefix,
    siblings: [],
    column: 0,
  };
}

function wordRange(text: string, start: number, offset: number, lineEnd: number): Range {
  let end = offset;
  while (end < lineEnd && /[\w/-]/.test(text[end] ?? "")) end++;
  if (text[end] === ":" && end > offset) end++;
  return { start, end };
}

function keysBelow(text: string, line: Range, column: number): readonly string[] {
  return below(text, line, column).flatMap((source) => {
    const lead = /^[ ]*/.exec(source)?.[0].length ?? 0;
    const key = lead === column ? keyPattern.exec(source.slice(column)) : null;
    return key ? [unquote(key[1] ?? "")] : [];
  });
}

function entriesBelow(text: string, line: Range, column: number): readonly string[] {
  return below(text, line, column).flatMap((source) => {
    const entry = source.slice(column);
    return /^-\s/.test(entry) && source.slice(0, column).trim() === "" ? [entryText(entry.slice(1))] : [];
  });
}

/** The lines below that stand at `column` or further right. */
function below(text: string, line: Range, column: number): readonly string[] {
  const lines: string[] = [];
  for (
    let at = text.indexOf("\n", line.end) + 1;
    at > 0 && at < text.length;
    at = text.indexOf("\n", at) + 1
  ) {
    const next = lineAt(text, at);
    const source = text.slice(next.start, next.end);
    if (source.trim() !== "" && source.length - source.trimStart().length < column) break;
    lines.push(source);
    if (text.indexOf("\n", at) < 0) break;
  }
  return lines;
}

function takesMap(schema: Schema | undefined): boolean {
  return schema?.properties !== undefined;
}

function entryText(source: string): string {
  return unquote(source.replace(/\s+#.*$/, "").trim());
}

function unquote(source: string): string {
  return /^(["']).*\1$/.test(source) ? source.slice(1, -1) : source;
}
