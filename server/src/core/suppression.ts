/** `# wlcg-notes-disable-next-line untagged-item` and its kin. */
import { type Code, codes, type Finding } from "./finding";
import { lineAt, type Range, shiftRange } from "./range";

interface Named extends Range {
  readonly code: string;
}

export interface Suppression {
  /** the comment's words, from `wlcg-notes` on */
  readonly range: Range;
  readonly reach: "next-line" | "line" | "item" | "file";
  /** the item that `item` silences */
  readonly item?: Range;
  /** none means every code */
  readonly named: readonly Named[];
}

const pattern = /(?<=#[ \t]*)wlcg-notes-disable-(next-line|line|item|file)\b((?:(?!--)[ \t\w,-])*)/g;

/**
 * @param text a block, `items` the ranges of its items, `literals` those of its scalars
 * @returns the suppressions in its comments, relative to the block
 */
export function suppressionsIn(
  text: string,
  items: readonly Range[],
  literals: readonly Range[],
): readonly Suppression[] {
  if (!text.includes("wlcg-notes-disable")) return [];
  return [...text.matchAll(pattern)].flatMap((match): readonly Suppression[] => {
    const start = match.index;
    if (literals.some((literal) => literal.start < start && start < literal.end)) return [];
    const [all, reach, words = ""] = match;
    const range = { start, end: start + all.trimEnd().length };
    const item = reach === "item" ? itemAt(start, items) : undefined;
    return [
      {
        range,
        reach: reach as Suppression["reach"],
        named: namedIn(words, start + all.length - words.length),
        ...(item && { item }),
      },
    ];
  });
}

function namedIn(words: string, at: number): readonly Named[] {
  return [...words.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
    code,
    start: at + index,
    end: at + index + code.length,
  }));
}

/** The item around a comment, or the one below it. */
function itemAt(at: number, items: readonly Range[]): Range | undefined {
  const own =
    items.find((item) => item.start <= at && at <= item.end) ?? items.find((item) => item.start > at);
  return own && { start: Math.min(own.start, at), end: own.end };
}

/** The same suppression `by` offsets further on. */
export function shiftSuppression(suppression: Suppression, by: number): Suppression {
  const { range, named, item } = suppression;
  return {
    ...suppression,
    range: shiftRange(range, by),
    named: named.map((name) => ({ ...name, ...shiftRange(name, by) })),
    ...(item && { item: shiftRange(item, by) }),
  };
}

/**
 * @param text the file; all offsets are relative to it
 * @returns the findings that nothing silences, and for each suppression which of them it silenced
 */
export function silence(findings: readonly Finding[], suppressions: readonly Suppression[], text: string) {
  const scoped = suppressions.map((suppression) => ({
    suppression,
    scope: scopeOf(suppression, text),
    silenced: new Set<Code>(),
  }));
  const heard = findings.filter(({ code, range }) => {
    const by = scoped.filter(
      ({ suppression, scope }) =>
        names(suppression, code) && scope.start <= range.start && range.start <= scope.end,
    );
    for (const { silenced } of by) silenced.add(code);
    return by.length === 0;
  });
  return { heard, scoped };
}

function names({ named }: Suppression, code: Code): boolean {
  return named.length === 0 || named.some((name) => name.code === code);
}

function scopeOf({ reach, range, item }: Suppression, text: string): Range {
  if (reach === "file") return { start: 0, end: text.length };
  const line = lineAt(text, range.start);
  return reach === "next-line" ? nextLine(line, text) : (item ?? line);
}

/** The next line that is no comment, so that several suppressions can stand above one line. */
function nextLine(line: Range, text: string): Range {
  for (let below = line; ; ) {
    const newline = text.indexOf("\n", below.end);
    if (newline < 0) return { start: text.length, end: text.length };
    below = lineAt(text, newline + 1);
    if (!/^[ \t]*#/.test(text.slice(below.start, below.end))) return below;
  }
}

const acrossItems: readonly string[] = ["duplicate-title", "schedule-overlap", "missing-key"];

/** True where what it silences may hang on other items, so that nothing is sure while one is broken. */
export function looksAcross({ reach, named }: Suppression): boolean {
  return reach === "file" || named.length === 0 || named.some(({ code }) => acrossItems.includes(code));
}

/** `unused-suppression`: it silences nothing, or names a code that is not there or does not exist. */
export function unusedFindings(
  suppression: Suppression,
  silenced: ReadonlySet<Code>,
  text: string,
): readonly Finding[] {
  const idle = suppression.named.filter(({ code }) => !silenced.has(code as Code));
  if (silenced.size === 0) return [unused(suppression, text)];
  return idle.map((name) => unusedName(name, suppression.named));
}

function unused({ range, named }: Suppression, text: string): Finding {
  const unknown = named.find((name) => !isCode(name));
  const line = lineAt(text, range.start);
  const before = text.slice(line.start, range.start);
  const isAlone = /^[ \t]*#[ \t]*$/.test(before);
  const newline = text.indexOf("\n", line.start);
  const commentStart = line.start + before.lastIndexOf("#");
  const whole = isAlone
    ? { start: line.start, end: newline < 0 ? text.length : newline + 1 }
    : { start: line.start + before.slice(0, before.lastIndexOf("#")).trimEnd().length, end: line.end };
  return {
    code: "unused-suppression",
    range: { start: commentStart, end: range.end },
    message: unknown ? `There is no code \`${unknown.code}\`.` : "This suppression silences nothing.",
    fixes: () => [
      { title: "Remove the suppression", edits: [{ ...whole, text: "" }], preferred: true, safe: !unknown },
    ],
  };
}

function unusedName(name: Named, named: readonly Named[]): Finding {
  const at = named.indexOf(name);
  const previous = named[at - 1];
  const edit = previous
    ? { start: previous.end, end: name.end }
    : { start: name.start, end: named[at + 1]?.start ?? name.end };
  return {
    code: "unused-suppression",
    range: { start: name.start, end: name.end },
    message: isCode(name)
      ? `There is no \`${name.code}\` here to silence.`
      : `There is no code \`${name.code}\`.`,
    fixes: () => [
      {
        title: `Remove \`${name.code}\``,
        edits: [{ ...edit, text: "" }],
        preferred: true,
        safe: isCode(name),
      },
    ],
  };
}

function isCode({ code }: Named): boolean {
  return codes.some((known) => known === code);
}
