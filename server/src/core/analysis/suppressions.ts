/** `# wlcg-notes-disable-next-line untagged-item` and its kin. */

import type { BlockDocument } from "../document/blockDocument";
import { mark } from "../document/blockList";
import type { Named, Suppression } from "../document/suppressionComments";
import { type Code, codes } from "../findings/codes";
import type { Finding } from "../findings/finding";
import type { Found } from "../findings/findingsByBlock";
import { inMessage } from "../text/displayText";
import { type Range, shiftRange } from "../text/range";

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
export function silenced(document: BlockDocument, found: Found): ReadonlyMap<number, readonly Finding[]> {
  const scoped: Scoped[] = [];
  const nextLines = new NextLines(document);
  for (const index of document.list.havingSoFar(mark.suppressions))
    for (const one of scopedIn(index, document, nextLines)) scoped.push(one);
  const heard = new Map<number, readonly Finding[]>();
  if (scoped.length === 0) return heard;
  const inFile = new FileWide(scoped);
  const near = nearby(scoped, document);
  for (const index of inFile.isEmpty ? near.keys() : found.indices) {
    const findings = found.findingsIn(index);
    const around = near.get(index);
    const left = findings.filter(({ code, range }) => {
      const isSilencedHere = around !== undefined && isSilenced(code, range.start, around, document, index);
      return !(inFile.silences(code) || isSilencedHere);
    });
    if (left.length < findings.length) heard.set(index, left);
  }
  for (const [index, unused] of unusedByBlock(scoped, document))
    heard.set(index, [...(heard.get(index) ?? found.findingsIn(index)), ...unused]);
  return heard;
}

function unusedByBlock(
  scoped: readonly Scoped[],
  document: BlockDocument,
): ReadonlyMap<number, readonly Finding[]> {
  const byBlock = new Map<number, Finding[]>();
  // of what is still to be read nothing is known
  const isBroken = !document.isRead || document.isBroken();
  for (const { suppression, index, silenced } of scoped) {
    const block = document.list.kept[index];
    // what it silences cannot be seen in a broken block
    if (!block?.sound || (isBroken && looksAcross(suppression))) continue;
    const unused = unusedFindings(suppression, silenced, block.text);
    const known = byBlock.get(index);
    if (known) known.push(...unused);
    else if (unused.length > 0) byBlock.set(index, [...unused]);
  }
  return byBlock;
}

/** The suppressions of the whole file. Each code is looked up once, however many findings have it. */
class FileWide {
  readonly #all: readonly Scoped[];
  readonly #known = new Map<Code, boolean>();

  constructor(scoped: readonly Scoped[]) {
    this.#all = scoped.filter(({ suppression }) => suppression.reach === "file");
  }

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  silences(code: Code): boolean {
    const known = this.#known.get(code);
    if (known !== undefined) return known;
    const by = this.#all.filter(({ suppression }) => names(suppression, code));
    for (const { silenced } of by) silenced.add(code);
    this.#known.set(code, by.length > 0);
    return by.length > 0;
  }
}

function scopedIn(index: number, document: BlockDocument, nextLines: NextLines): readonly Scoped[] {
  const start = document.startOf(index);
  return (document.list.kept[index]?.suppressions ?? []).map((suppression) => ({
    suppression,
    index,
    scope: scopeOf(suppression, start, document, nextLines),
    silenced: new Set(),
  }));
}

/** What reaches into a block, but not through the whole file. */
interface Near {
  /** those of a line, by the offset in the file at which it starts */
  readonly lines: Map<number, Scoped[]>;
  readonly items: Scoped[];
}

function nearby(scoped: readonly Scoped[], document: BlockDocument): ReadonlyMap<number, Near> {
  const near = new Map<number, Near>();
  for (const one of scoped) {
    if (one.suppression.reach === "file") continue;
    const last = document.indexAt(one.scope.end);
    for (let index = document.indexAt(one.scope.start); index <= last; index++) {
      const own: Near = near.get(index) ?? { lines: new Map(), items: [] };
      near.set(index, own);
      if (one.suppression.reach === "item") own.items.push(one);
      else addTo(own.lines, one.scope.start, one);
    }
  }
  return near;
}

function isSilenced(
  code: Code,
  offset: number,
  { lines, items }: Near,
  document: BlockDocument,
  index: number,
): boolean {
  const at = document.startOf(index) + offset;
  const onLine = lines.size > 0 ? (lines.get(document.lineAt(at).start) ?? []) : [];
  const by = [...onLine, ...items].filter(
    ({ suppression, scope }) => names(suppression, code) && scope.start <= at && at <= scope.end,
  );
  for (const { silenced } of by) silenced.add(code);
  return by.length > 0;
}

function names({ named }: Suppression, code: Code): boolean {
  return named.length === 0 || named.some((name) => name.code === code);
}

function addTo(lines: Map<number, Scoped[]>, start: number, one: Scoped): void {
  const known = lines.get(start);
  if (known) known.push(one);
  else lines.set(start, [one]);
}

function scopeOf(
  { reach, range, line, item }: Suppression,
  start: number,
  document: BlockDocument,
  nextLines: NextLines,
): Range {
  if (reach === "file") return { start: 0, end: document.length };
  if (reach === "item" && item) return shiftRange(item, start);
  return reach === "next-line"
    ? nextLines.after(document.placeOf(start + range.start).line)
    : shiftRange(line, start);
}

/** Finds the next line that is no comment, so that several suppressions can be above one line; looks at each line once. */
class NextLines {
  readonly #document: BlockDocument;
  /** by line the first one at or below it that is no comment */
  readonly #known = new Map<number, Range>();

  constructor(document: BlockDocument) {
    this.#document = document;
  }

  after(line: number): Range {
    const passed: number[] = [];
    for (let at = line + 1; ; at++) {
      const found = this.#known.get(at) ?? this.#contentAt(at);
      passed.push(at);
      if (!found) continue;
      for (const one of passed) this.#known.set(one, found);
      return found;
    }
  }

  /** @returns nothing where the line is a comment; the end of the file behind its last line */
  #contentAt(line: number): Range | undefined {
    const document = this.#document;
    if (line >= document.lineCount) return { start: document.length, end: document.length };
    const range = document.lineAt(document.offsetOf({ line, column: 0 }));
    return /^[ \t]*#/.test(document.slice(range.start, range.end)) ? undefined : range;
  }
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

function unused({ range, line, named }: Suppression, text: string): Finding {
  const unknown = named.find((name) => !isCode(name));
  const before = text.slice(line.start, range.start);
  const isAlone = /^\uFEFF?[ \t]*#[ \t]*$/.test(before);
  const newline = text.indexOf("\n", line.start);
  const commentStart = line.start + before.lastIndexOf("#");
  const whole = isAlone
    ? {
        start: line.start + (before.startsWith("\uFEFF") ? 1 : 0),
        end: newline < 0 ? text.length : newline + 1,
      }
    : { start: withoutSpaces(text, commentStart), end: line.end };
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

/** Where the spaces and tabs ahead of an offset start. */
function withoutSpaces(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /[ \t]/.test(text[at - 1] ?? "")) at--;
  return at;
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
