/**
 * The last check before an edit is offered: everything that it does not touch keeps its value. Quick fixes,
 * fix-all and tagging use it, in the editor and on the command line. Formatting compares each block itself
 * and only the file here.
 */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { type Block, isWholeFile } from "../document/block";
import type { Finding, Fix } from "../findings/finding";
import { containsLoneCr } from "../syntaxErrors/invalidEncoding";
import { type Edit, joinEdits } from "../text/range";
import { blocksWithEdits } from "./changedBlock";
import { areSameApartFromEdits } from "./sameBlocks";
import { isSameValue, parse } from "./sameText";
import { keepsComments } from "./unchangedComments";
import type { ParsedText } from "./unchangedValues";

/** Maximum UTF-16 units of blocks compared in one request; checking the fixes of more would take seconds. */
const maxComparedPerRequest = 400_000;

/** Checks the edits of one request on one document; parses each original text once. */
export class EditGuard {
  readonly #document: MeetingDocument;
  readonly #parsed = new Map<string, ParsedText>();
  #comparableLeft = maxComparedPerRequest;

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

  /** @returns true if nothing else changes; false also when the limit of the request is used up */
  allows(edits: readonly Edit[]): boolean {
    if (this.#comparableLeft <= 0) return false;
    const [first] = edits;
    if (first) this.#comparableLeft -= this.#document.blockAt(first.start).block.text.length;
    return changesNothingElse(edits, this.#document, (text) => this.#parse(text));
  }

  #parse(text: string): ParsedText {
    const cached = this.#parsed.get(text);
    if (cached) return cached;
    const parsed = parse(text);
    this.#parsed.set(text, parsed);
    return parsed;
  }
}

/**
 * @param edits offsets in the file
 * @param parseOld parses the original texts
 * @returns true if everything that the edits do not touch keeps its value and its place
 */
export function changesNothingElse(
  edits: readonly Edit[],
  before: MeetingDocument,
  parseOld: (text: string) => ParsedText = parse,
): boolean {
  if (edits.length === 0) return true;
  if (before.hasLoneCr) return removesLoneCrs(edits, before);
  const edit = joinEdits(edits, before);
  const region = before.changedRegion(edit);
  if (!region) return isSameElsewhere(before, before.edit(edit), edits, parseOld);
  const oldBlocks = before.blockList.blocks.slice(region.from, region.to);
  return areSameApartFromEdits(
    blocksWithEdits(oldBlocks, before.startOfBlock(region.from), edits),
    region.blocks,
    parseOld,
  );
}

/**
 * In a file with a lone CR only its removal is allowed: YAML parsers disagree about such a file, so no other
 * edit is safe.
 */
function removesLoneCrs(edits: readonly Edit[], document: MeetingDocument): boolean {
  return edits.every(
    ({ start, end, text }) => containsLoneCr(document.slice(start, end)) && !containsLoneCr(text),
  );
}

/**
 * @param after the document after the edits
 * @returns true if untouched items keep their value and their list, touched items keep their other values,
 *   everything that parsed still parses, and every comment is still there
 */
export function isSameElsewhere(
  before: MeetingDocument,
  after: MeetingDocument,
  edits: readonly Edit[],
  parseOld: (text: string) => ParsedText = parse,
): boolean {
  if (before.hasLoneCr || mayShareAnchor(edits, before)) return false;
  const [oldBlocks, newBlocks] = [before.blockList.blocks, after.blockList.blocks];
  const [wasWholeFile, isNowWholeFile] = [oldBlocks[0], newBlocks[0]].map(
    (block) => block !== undefined && isWholeFile(block.shape),
  );
  // a file that can no longer be split must parse as a whole, or none of its items could be read
  if (!wasWholeFile && isNowWholeFile && parse(after.text).errors > 0) return false;
  if (wasWholeFile || isNowWholeFile) return isSameWhole(before.text, after.text, edits, parseOld);
  const commonLength = Math.min(oldBlocks.length, newBlocks.length);
  let unchangedHead = 0;
  while (unchangedHead < commonLength && oldBlocks[unchangedHead] === newBlocks[unchangedHead])
    unchangedHead++;
  let unchangedTail = 0;
  while (
    unchangedTail < commonLength - unchangedHead &&
    oldBlocks.at(-1 - unchangedTail) === newBlocks.at(-1 - unchangedTail)
  )
    unchangedTail++;
  const changedBlocks = oldBlocks.slice(unchangedHead, oldBlocks.length - unchangedTail);
  const replacements = newBlocks.slice(unchangedHead, newBlocks.length - unchangedTail);
  return areSameApartFromEdits(
    blocksWithEdits(changedBlocks, before.startOfBlock(unchangedHead), edits),
    replacements,
    parseOld,
  );
}

/**
 * True if a block with syntax errors may hold an alias of an anchor in an edited block; this is unknown until
 * it parses.
 */
function mayShareAnchor(edits: readonly Edit[], { blockList }: MeetingDocument): boolean {
  const { blocks, partIndex } = blockList;
  const touched = new Set(edits.flatMap(({ start }) => blocks[partIndex.indexAt(start)] ?? []));
  /** the block by anchor name; undefined if several blocks have the anchor */
  const owners = new Map<string, Block | undefined>();
  for (const block of touched)
    for (const name of block.anchors)
      owners.set(name, owners.has(name) && owners.get(name) !== block ? undefined : block);
  if (owners.size === 0) return false;
  return blocks.some(
    (block) =>
      !block.isValidYaml &&
      block.text.includes("*") &&
      block.aliases.some((name) => owners.has(name) && owners.get(name) !== block),
  );
}

/** Files up to this size, in UTF-16 units, are also compared as one text. */
const maxComparedFile = 400_000;

/**
 * Like `isSameElsewhere`, but compares the file as one text, as other programs read it; true for larger
 * files.
 */
export function isSameAsWholeFile(
  before: MeetingDocument,
  after: Pick<MeetingDocument, "text">,
  edits: readonly Edit[],
): boolean {
  return before.length > maxComparedFile || isSameWhole(before.text, after.text, edits);
}

/** Also true if the original text does not parse, as there are no values to compare. */
function isSameWhole(
  before: string,
  after: string,
  edits: readonly Edit[],
  parseOld: (text: string) => ParsedText = parse,
): boolean {
  const oldText = parseOld(before);
  const changed = { text: before, isParsable: oldText.errors === 0, edits };
  return isSameValue(oldText, after, edits) && keepsComments([changed], [after]);
}
