/** Whole values in quotes, with every word and quote of theirs. */
import { closingQuote } from "./openMarks";
import { quote } from "./scalars";

/** A value that needs quotes as a quoted scalar; quotes around all of it, `'it's'`, are replaced. */
export function quoteWhole(value: string): string {
  return quote(isWrapped(value) ? value.slice(1, -1) : value);
}

/** True for `'it's'` and `"The "big" one"`; false for `"Kubernetes" vs "Nomad"`, whose quotes are text. */
function isWrapped(value: string): boolean {
  const mark = value[0] ?? "";
  if (!/^["']/.test(mark) || value.length < 3 || !value.endsWith(mark)) return false;
  const inner = value.slice(1, -1);
  const first = firstQuote(inner, mark);
  return first < 0 || /^$|\s/.test(inner[first - 1] ?? "");
}

/** The first quote in a text that is not an apostrophe within a word; -1 if there is none. */
function firstQuote(inner: string, mark: string): number {
  for (let at = inner.indexOf(mark); at >= 0; at = inner.indexOf(mark, at + 1))
    if (!/^[\p{L}\p{N}]{2}$/u.test((inner[at - 1] ?? "") + (inner[at + 1] ?? ""))) return at;
  return -1;
}

/** A scalar with more text at its end: `"a"` and ` #2` give `"a #2"`. */
export function appendText(source: string, tail: string): string {
  const mark = source[0] ?? "";
  const isQuoted = (mark === '"' || mark === "'") && closingQuote(source, 0) === source.length - 1;
  if (!isQuoted) return quote(source + tail);
  const escaped = mark === '"' ? tail.replaceAll(/["\\]/g, "\\$&") : tail.replaceAll("'", "''");
  return source.slice(0, -1) + escaped + mark;
}
