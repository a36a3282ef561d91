/**
 * The last check before an edit is offered: what it does not touch has the same value afterwards. Fixes, fix-all and
 * tagging pass it, in the editor and on the command line; formatting compares each block itself, and the file here.
 */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { isAlone, type KeptBlock } from "../document/block";
import type { Finding, Fix } from "../findings/finding";
import { keysAt } from "../schema/schema";
import { hasLoneReturn } from "../syntaxErrors/unreadableText";
import { type Edit, joinEdits, shiftRange } from "../text/range";
import { Anchors } from "../yaml/anchors";
import { parseYaml } from "../yaml/parseYaml";
import { keepsComments, mayChangeComments } from "./unchangedComments";
import { type Parsed, Unchanged } from "./unchangedValues";

/** UTF-16 units of the blocks that are compared in one request; a menu of fixes for more would take seconds. */
const maxCompared = 400_000;

/** Checks the edits of one request, all for the same document: what they share is parsed once. */
export class EditGuard {
  readonly #document: MeetingDocument;
  readonly #parsed = new Map<string, Parsed>();
  #left = maxCompared;

  constructor(document: MeetingDocument) {
    this.#document = document;
  }

  /**
   * @param finding with offsets of the file
   * @returns those of its fixes that change nothing else
   */
  fixesOf(finding: Finding): readonly Fix[] {
    return (finding.fixes?.() ?? []).filter(({ edits }) => this.allows(edits));
  }

  /** @returns false also where too much was compared before */
  allows(edits: readonly Edit[]): boolean {
    if (this.#left <= 0) return false;
    const [first] = edits;
    if (first) this.#left -= this.#document.blockAt(first.start).block.text.length;
    return changesNothingElse(edits, this.#document, (text) => this.#parse(text));
  }

  #parse(text: string): Parsed {
    const known = this.#parsed.get(text);
    if (known) return known;
    const parsed = parse(text);
    this.#parsed.set(text, parsed);
    return parsed;
  }
}

/**
 * @param parseOld parses the texts of before
 * @returns true where everything that the edits, in offsets of the file, do not touch keeps its value and its place
 */
export function changesNothingElse(
  edits: readonly Edit[],
  before: MeetingDocument,
  parseOld: (text: string) => Parsed = parse,
): boolean {
  if (edits.length === 0) return true;
  if (before.hasLoneReturn) return removesLoneReturns(edits, before);
  const edit = joinEdits(edits, before);
  const region = before.regionOf(edit);
  if (!region) return isSameElsewhere(before, before.edit(edit), edits, parseOld);
  const old = before.list.kept.slice(region.from, region.to);
  return areSame(withEdits(old, before.startOf(region.from), edits), region.blocks, parseOld);
}

/** Programs disagree about what a file with a lone CR says, so that no other edit is known to be harmless. */
function removesLoneReturns(edits: readonly Edit[], document: MeetingDocument): boolean {
  return edits.every(
    ({ start, end, text }) => hasLoneReturn(document.slice(start, end)) && !hasLoneReturn(text),
  );
}

/**
 * @param after the document that the edits leave
 * @returns true where every item that no edit touches has the same value in the same list, every item that one touches
 * keeps its other values, all that was readable is readable, and every comment is there
 */
export function isSameElsewhere(
  before: MeetingDocument,
  after: MeetingDocument,
  edits: readonly Edit[],
  parseOld: (text: string) => Parsed = parse,
): boolean {
  if (before.hasLoneReturn || mayBeShared(edits, before)) return false;
  const [old, fresh] = [before.list.kept, after.list.kept];
  const [wasAlone, isAloneNow] = [old[0], fresh[0]].map(
    (block) => block !== undefined && isAlone(block.piece),
  );
  // a file that was split into items and is read as one now must parse, or no item can be read any more
  if (!wasAlone && isAloneNow && parse(after.text).errors > 0) return false;
  if (wasAlone || isAloneNow) return isSameWhole(before.text, after.text, edits, parseOld);
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail++;
  const changed = old.slice(head, old.length - tail);
  const kept = fresh.slice(head, fresh.length - tail);
  return areSame(withEdits(changed, before.startOf(head), edits), kept, parseOld);
}

/** True where a broken block may hold an alias of an anchor that an edit is beside: nobody knows before it is mended. */
function mayBeShared(edits: readonly Edit[], { list }: MeetingDocument): boolean {
  const { kept, layout } = list;
  const touched = new Set(edits.flatMap(({ start }) => kept[layout.indexAt(start)] ?? []));
  /** by name the block with the anchor; nothing where several have it */
  const owners = new Map<string, KeptBlock | undefined>();
  for (const block of touched)
    for (const name of block.anchors)
      owners.set(name, owners.has(name) && owners.get(name) !== block ? undefined : block);
  if (owners.size === 0) return false;
  return kept.some(
    (block) =>
      !block.sound &&
      block.text.includes("*") &&
      block.aliases.some((name) => owners.has(name) && owners.get(name) !== block),
  );
}

/** A file of this size and less, in UTF-16 units, is compared as one text too. */
const largestCompared = 400_000;

/** As `isSameElsewhere`, but of the file as other programs read it: all of it as one text; true for a large file. */
export function isSameFile(
  before: MeetingDocument,
  after: Pick<MeetingDocument, "text">,
  edits: readonly Edit[],
): boolean {
  return before.length > largestCompared || isSameWhole(before.text, after.text, edits);
}

/** True also where the text is no YAML, since there are no values to compare. */
function isSameWhole(
  before: string,
  after: string,
  edits: readonly Edit[],
  parseOld: (text: string) => Parsed = parse,
): boolean {
  const old = parseOld(before);
  return isSameText(old, after, edits) && keepsComments([{ old, edits }], [after]);
}

interface ChangedBlock {
  readonly block: KeptBlock;
  /** those at it and in it, with offsets in its text */
  readonly edits: readonly Edit[];
}

/** @param from offset in the file of the first block */
function withEdits(
  blocks: readonly KeptBlock[],
  from: number,
  edits: readonly Edit[],
): readonly ChangedBlock[] {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  let first = 0;
  let start = from;
  return blocks.map((block) => {
    const end = start + block.text.length;
    while ((ordered[first]?.end ?? end) < start) first++;
    const own: Edit[] = [];
    for (let at = first; at < ordered.length && (ordered[at] as Edit).start <= end; at++)
      own.push({ ...(ordered[at] as Edit), ...shiftRange(ordered[at] as Edit, -start) });
    start = end;
    return { block, edits: own };
  });
}

function areSame(
  old: readonly ChangedBlock[],
  fresh: readonly KeptBlock[],
  parseOld: (text: string) => Parsed,
): boolean {
  if (!areSameBlocks(old, fresh, parseOld)) return false;
  const left = new Set(fresh.map(({ text }) => text));
  const changed = old.filter(
    ({ block, edits }) => !left.has(block.text) && mayChangeComments(block.text, edits),
  );
  const known = new Set(old.map(({ block }) => block.text));
  return keepsComments(
    changed.map(({ block, edits }) => ({ old: parseOld(block.text), edits })),
    fresh.flatMap(({ text }) => (known.has(text) ? [] : [text])),
  );
}

/** Each block of before that says something is found among those of after, in the same order. */
function areSameBlocks(
  old: readonly ChangedBlock[],
  fresh: readonly KeptBlock[],
  parseOld: (text: string) => Parsed,
): boolean {
  const isMended = (one: ChangedBlock): boolean => isInNoPlace(one.block) && isTouched(one);
  // what stray text or a broken key has below it may come into another list
  const mayMove = old.some((one) => one.block.piece.kind === "key" && isMended(one));
  let next = 0;
  for (const one of old) {
    if (isRemark(one.block) || isMended(one)) continue;
    let at = next;
    while (at < fresh.length && !isSameBlock(one, fresh[at] as KeptBlock, mayMove, parseOld)) at++;
    if (at === fresh.length) return false;
    next = at + 1;
  }
  const before = old.map(({ block }) => block);
  const broken = (blocks: readonly KeptBlock[]): number => blocks.filter(({ sound }) => !sound).length;
  return broken(fresh) <= broken(before) && !hasNewForeignKey(before, fresh);
}

/** True where a line of an item becomes a key of the root that the file does not have. */
function hasNewForeignKey(old: readonly KeptBlock[], fresh: readonly KeptBlock[]): boolean {
  const foreign = (blocks: readonly KeptBlock[]): number =>
    blocks.filter(
      ({ piece, entries }) => piece.kind === "key" && entries.some(({ name }) => !keysAt([]).includes(name)),
    ).length;
  return foreign(fresh) > foreign(old);
}

/** True for what is no YAML, and for text where a key belongs. */
function isInNoPlace({ sound, keyless }: KeptBlock): boolean {
  return !sound || keyless !== undefined;
}

/** UTF-16 units of white space after which a line is taken for one that says something. */
const maxIndent = 1000;

/** True for comments and blank lines alone; a byte order mark in another place than the start is text. */
function isRemark({ text }: KeptBlock): boolean {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  return lines.every((line) => /^[ \t\r]*(?:#|$)/.test(line.slice(0, maxIndent)));
}

/** An insertion where the next block starts is of that one. */
function isTouched({ block, edits }: ChangedBlock): boolean {
  const end = block.text.length;
  return edits.some((edit) =>
    edit.start === edit.end ? edit.start >= 0 && edit.start < end : edit.start < end && edit.end > 0,
  );
}

function isSameBlock(
  { block: old, edits }: ChangedBlock,
  fresh: KeptBlock,
  mayMove: boolean,
  parseOld: (text: string) => Parsed,
): boolean {
  if (!isPlacedAlike(old, fresh, mayMove)) return false;
  if (old.text === fresh.text) return true;
  if (!old.sound || !fresh.sound) return false;
  const known = old.derive(lastComparison);
  if (known.text !== fresh.text || !areSameEdits(known.edits, edits)) {
    known.text = fresh.text;
    known.edits = edits;
    known.isSame = isSameText(parseOld(old.text), fresh.text, edits);
  }
  return known.isSame;
}

/** What a block was compared with last: fix-all asks the same each time that a menu opens. */
function lastComparison(): { text: string | undefined; edits: readonly Edit[]; isSame: boolean } {
  return { text: undefined, edits: [], isSame: false };
}

function areSameEdits(left: readonly Edit[], right: readonly Edit[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ start, end }, at) => start === right[at]?.start && end === right[at]?.end)
  );
}

/** An item keeps its list and its indentation. One in no list may get one; a misindented one may line up with the others. */
function isPlacedAlike({ piece: old }: KeptBlock, { piece: fresh }: KeptBlock, mayMove: boolean): boolean {
  return (
    old.kind === fresh.kind &&
    (old.list === undefined || (mayMove ? fresh.list !== undefined : old.list === fresh.list)) &&
    (fresh.offBy === 0 || fresh.offBy === old.offBy)
  );
}

/** @param edits with offsets in the text of before */
function isSameText(before: Parsed, after: string, edits: readonly Edit[]): boolean {
  if (before.errors > 0) return true;
  const fresh = parse(after);
  const isReadable =
    fresh.errors === 0 && fresh.warnings <= before.warnings && fresh.documents <= before.documents;
  return isReadable && new Unchanged(before, fresh, edits).isSame();
}

/** Of a text of several documents the first one is read. */
function parse(text: string): Parsed {
  const document = parseYaml(text);
  const others = document.errors.filter(({ code }) => code === "MULTIPLE_DOCS").length;
  return {
    text,
    root: document.contents,
    anchors: new Anchors(document),
    // a tag that does not fit its value is a warning to this parser, and an error to others
    errors: document.errors.length - others,
    warnings: document.warnings.length,
    documents: 1 + others,
  };
}
