/** Generated texts that are meant to break what reads YAML: by grammar, and by repeating what costs a parser most. */

/** @returns a whole number from 0 up to, and without, `below` */
export type RandomInteger = (below: number) => number;

/** The same numbers for the same seed. */
export function randomIntegers(seed: number): RandomInteger {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const words = [
  "a",
  "b 1",
  "a 2",
  "__proto__",
  "constructor",
  "none",
  "~",
  "1e999",
  "2026-01-15",
  "é",
  "𝔸",
  ".nan",
];
const scalars = [
  ...words,
  "!!binary R0lGODlh",
  "!!str",
  "!x y",
  "*gone",
  '"',
  "'",
  "|\n  x",
  "{a: b}",
  "[a, b]",
  "\0",
  "\r",
  "\ufeff",
  "\t",
  "0x1F",
  "- -",
  "? x",
  "<<: *a",
  "&a b",
];
const keys = [
  "id",
  "title",
  "summary",
  "topics",
  "aliases",
  "words",
  "name",
  "url",
  "themes",
  "__proto__",
  "id",
];
const repeated = [
  "[",
  "{",
  '"a": {',
  "- ",
  "? ",
  '"',
  "a: ",
  "*a, ",
  "&a ",
  "!a ",
  "1, ",
  "[],",
  "\n",
  "a\n",
  "- a\n",
  "# x\n",
  "{a: b}\n",
  "---\n",
];

function pick<T>(list: readonly T[], chance: RandomInteger): T {
  return list[chance(list.length)] as T;
}

/** A value in flow style, some levels deep. */
export function flowValue(chance: RandomInteger, depth = 3): string {
  const kind = depth === 0 ? 0 : chance(5);
  if (kind < 3) return pick(scalars, chance);
  const length = chance(4);
  const parts = Array.from({ length }, () =>
    kind === 3 ? flowValue(chance, depth - 1) : `${pick(keys, chance)}: ${flowValue(chance, depth - 1)}`,
  );
  return kind === 3 ? `[${parts.join(", ")}]` : `{${parts.join(", ")}}`;
}

/** One piece again and again. */
export function repetition(chance: RandomInteger, length: number): string {
  const unit = pick(repeated, chance) + (chance(3) === 0 ? pick(repeated, chance) : "");
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** Nine aliases of nine aliases, and so on. */
export function aliasBomb(levels: number): string {
  return Array.from({ length: levels }, (_, level) => {
    const inner = Array(9).fill(level === 0 ? "x" : `*b${level - 1}`);
    return `  - &b${level} [${inner.join(", ")}]\n`;
  }).join("");
}

/** A part of the text taken out, said twice, or replaced. */
export function damaged(text: string, chance: RandomInteger): string {
  const start = chance(text.length + 1);
  const end = Math.min(text.length, start + chance(40));
  const kinds = ["", text.slice(start, end).repeat(2), pick(scalars, chance), pick(repeated, chance)];
  return text.slice(0, start) + pick(kinds, chance) + text.slice(end);
}
