/** `# wlcg-notes-disable-next-line untagged-item` and its kin. */

import { mark } from "./blockList";
import type { MeetingDocument } from "./document";
import { type Code, codes, type Finding } from "./finding";
import type { Found } from "./found";
import { inkEnd, lineAt, type Range, shiftRange } from "./range";
import { inMessage } from "./shownText";

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

const pattern = /#[ \t]*(wlcg-notes-disable-(next-line|line|item|file)\b((?:(?!--)[ \t\w,-])*))/g;

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
    const [all, directive = "", reach, words = ""] = match;
    const start = match.index + all.length - directive.length;
    if (literals.some((literal) => literal.start < start && start < literal.end)) return [];
    const range = { start, end: start + directive.trimEnd().length };
    const item = reach === "item" ? itemAt(start, items, text) : undefined;
    return [
      {
        range,
        reach: reach as Suppression["reach"],
        named: namedIn(words, start + directive.length - words.length),
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

/** The item around a comment, or the one below it; not the line end behind it, where the next one begins. */
function itemAt(at: number, items: readonly Range[], text: string): Range | undefined {
  const own =
    items.find((item) => item.start <= at && at <= item.end) ?? items.find((item) => item.start > at);
  return own && { start: Math.min(own.start, at), end: inkEnd(text, own.end) };
}

interface Scoped {
  readonly suppression: Suppression;
  /** the block it stands in */
  readonly index: number;
  /** offsets in the file */
  readonly scope: Range;
  readonly silenced: Set<Code>;
}

/**
 * @param found what is found, silenced or not
 * @returns by index what is left of it where something is silenced, and the suppressions that silence nothing;
 * blocks that nobody has read yet count as empty
 */
export function silenced(document: MeetingDocument, found: Found): ReadonlyMap<number, readonly Finding[]> {
  const scoped: Scoped[] = [];
  for (const index of document.list.havingSoFar(mark.suppressions)) scoped.push(...scopedIn(index, document));
  const heard = new Map<number, readonly Finding[]>();
  if (scoped.length === 0) return heard;
  const everywhere = scoped.filter(({ suppression }) => suppression.reach === "file");
  const near = nearby(scoped, document);
  for (const index of everywhere.length > 0 ? found.indices : near.keys()) {
    const start = document.startOf(index);
    const by = [...(near.get(index) ?? []), ...everywhere];
    const findings = found.findingsIn(index);
    const left = findings.filter(({ code, range }) => !isSilenced(code, start + range.start, by));
    if (left.length < findings.length) heard.set(index, left);
  }
  // of what is still to be read nothing is known
  const isBroken = !document.isRead || document.isBroken();
  for (const { suppression, index, silenced } of scoped) {
    const block = document.list.kept[index];
    // what it silences cannot be seen in a broken block
    if (!block?.sound || (isBroken && looksAcross(suppression))) continue;
    const unused = unusedFindings(suppression, silenced, block.text);
    if (unused.length > 0) heard.set(index, [...(heard.get(index) ?? found.findingsIn(index)), ...unused]);
  }
  return heard;
}

function scopedIn(index: number, document: MeetingDocument): readonly Scoped[] {
  return (document.list.kept[index]?.suppressions ?? []).map((suppression) => ({
    suppression,
    index,
    scope: scopeOf(suppression, document.startOf(index), document),
    silenced: new Set(),
  }));
}

/** By block those that reach into it but not through the whole file. */
function nearby(
  scoped: readonly Scoped[],
  document: MeetingDocument,
): ReadonlyMap<number, readonly Scoped[]> {
  const near = new Map<number, Scoped[]>();
  for (const one of scoped) {
    if (one.suppression.reach === "file") continue;
    const last = document.indexAt(one.scope.end);
    for (let index = document.indexAt(one.scope.start); index <= last; index++)
      near.set(index, [...(near.get(index) ?? []), one]);
  }
  return near;
}

function isSilenced(code: Code, at: number, scoped: readonly Scoped[]): boolean {
  const by = scoped.filter(
    ({ suppression, scope }) => names(suppression, code) && scope.start <= at && at <= scope.end,
  );
  for (const { silenced } of by) silenced.add(code);
  return by.length > 0;
}

function names({ named }: Suppression, code: Code): boolean {
  return named.length === 0 || named.some((name) => name.code === code);
}

function scopeOf({ reach, range, item }: Suppression, start: number, document: MeetingDocument): Range {
  if (reach === "file") return { start: 0, end: document.length };
  if (reach === "item" && item) return shiftRange(item, start);
  const at = start + range.start;
  return reach === "next-line" ? nextLine(at, document) : document.lineAt(at);
}

/** The next line that is no comment, so that several suppressions can stand above one line. */
function nextLine(offset: number, document: MeetingDocument): Range {
  for (let line = document.placeOf(offset).line + 1; line < document.lineCount; line++) {
    const range = document.lineAt(document.offsetOf({ line, column: 0 }));
    if (!/^[ \t]*#/.test(document.slice(range.start, range.end))) return range;
  }
  return { start: document.length, end: document.length };
}

const acrossItems: readonly string[] = ["duplicate-title", "schedule-overlap", "missing-key"];

/** True where what it silences may hang on other items, so that nothing is sure while one is broken. */
function looksAcross({ reach, named }: Suppression): boolean {
  return reach === "file" || named.length === 0 || named.some(({ code }) => acrossItems.includes(code));
}

/** `unused-suppression`: it silences nothing, or names a code that is not there or does not exist. */
function unusedFindings(
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
    message: unknown
      ? `There is no code \`${inMessage(unknown.code, 40)}\`.`
      : "This suppression silences nothing.",
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
      : `There is no code \`${inMessage(name.code, 40)}\`.`,
    fixes: () => [
      {
        title: `Remove \`${inMessage(name.code, 40)}\``,
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
