/**
 * The last check before an edit is offered: what it does not touch has the same value afterwards. Fixes, fix-all and
 * tagging pass it, in the editor and on the command line; formatting compares each block itself, and the file here.
 */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { isAlone, type KeptBlock } from "../document/block";
import type { Finding, Fix } from "../findings/finding";
import { hasLoneReturn } from "../syntaxErrors/unreadableText";
import { type Edit, joinEdits } from "../text/range";
import { withEdits } from "./changedBlock";
import { areSame } from "./sameBlocks";
import { isSameText, parse } from "./sameText";
import { keepsComments } from "./unchangedComments";
import type { Parsed } from "./unchangedValues";

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
