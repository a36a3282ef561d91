/** Reads a flow collection, `[a, {b: c`, up to a cursor; nothing has to be closed. */
import type { Range } from "./range";
import type { SchemaPath } from "./schema";

export interface FlowPlace {
  readonly slot: "key" | "value";
  /** below the value that the collection is: an index for a list, a key for a map */
  readonly path: SchemaPath;
  readonly range: Range;
  readonly prefix: string;
  readonly siblings: readonly string[];
  readonly quote?: '"' | "'";
}

interface Level {
  readonly isList: boolean;
  /** finished keys, or entries */
  readonly names: string[];
  key?: string;
  tokenStart: number;
}

interface Reading {
  readonly levels: Level[];
  readonly quote: { readonly mark: '"' | "'"; readonly at: number } | undefined;
}

/** True where a bracket or a quote is still open at the end of `text`. */
export function isOpenFlow(text: string): boolean {
  const { levels, quote } = readFlow(text, 0, text.length);
  return levels.length > 0 || quote !== undefined;
}

/** @param start the offset behind the key's colon or the entry's dash; the cursor stands within the collection */
export function flowAt(text: string, start: number, offset: number): FlowPlace {
  const { levels, quote } = readFlow(text, start, offset);
  const level = levels.at(-1);
  const path = levels
    .map(({ isList, names, key }) => (isList ? names.length : (key ?? "")))
    .filter((step, index) => step !== "" || index < levels.length - 1);
  if (!level)
    return { slot: "value", path: [], range: { start: offset, end: offset }, prefix: "", siblings: [] };
  const raw = quote ? quote.at : level.tokenStart;
  const from =
    raw + (quote ? 0 : text.slice(raw, offset).length - text.slice(raw, offset).trimStart().length);
  const end = tokenEnd(text, offset, quote?.mark);
  const isKey = !level.isList && level.key === undefined;
  return {
    slot: isKey ? "key" : "value",
    path: isKey ? path.slice(0, levels.length - 1) : path,
    range: { start: Math.min(from, offset), end },
    prefix: text.slice(quote ? from + 1 : from, offset),
    siblings: [...level.names, ...namesBehind(text, end, level.isList)],
    ...(quote && { quote: quote.mark }),
  };
}

function readFlow(text: string, start: number, end: number): Reading {
  const levels: Level[] = [];
  let quote: Reading["quote"];
  for (let at = start; at < end; at++) {
    const char = text[at] ?? "";
    const level = levels.at(-1);
    if (quote) {
      if (char === "\\" && quote.mark === '"') at++;
      else if (char === quote.mark) quote = undefined;
      continue;
    }
    if ((char === '"' || char === "'") && level && text.slice(level.tokenStart, at).trim() === "")
      quote = { mark: char, at };
    else if (char === "[" || char === "{")
      levels.push({ isList: char === "[", names: [], tokenStart: at + 1 });
    else if (char === "]" || char === "}") levels.pop();
    else if (char === "," && level) finish(level, text, at);
    else if (char === ":" && level && !level.isList && level.key === undefined) {
      level.key = unquote(text.slice(level.tokenStart, at));
      level.tokenStart = at + 1;
    }
  }
  return { levels, quote };
}

function finish(level: Level, text: string, at: number): void {
  level.names.push(level.isList ? unquote(text.slice(level.tokenStart, at)) : (level.key ?? ""));
  delete level.key;
  level.tokenStart = at + 1;
}

function tokenEnd(text: string, offset: number, mark: string | undefined): number {
  let end = offset;
  while (end < text.length && /[\w/ -]/.test(text[end] ?? "") && text[end] !== " ") end++;
  return mark && text[end] === mark ? end + 1 : end;
}

/** What the rest of the line has in the same collection. */
function namesBehind(text: string, from: number, isList: boolean): readonly string[] {
  const newline = text.indexOf("\n", from);
  const rest = /^[^\]}[{]*/.exec(text.slice(from, newline < 0 ? text.length : newline))?.[0] ?? "";
  const parts = rest.split(",").slice(1);
  return parts
    .map((part) => unquote(isList ? part : (part.split(":")[0] ?? "")))
    .filter((part) => part !== "");
}

function unquote(source: string): string {
  return source.trim().replace(/^(["'])(.*)\1$/, "$2");
}
