/** Whether blocks say the same after edits, each in its place. */
import type { KeptBlock } from "../document/block";
import { keysAt } from "../schema/schema";
import type { Edit } from "../text/range";
import { isBlankOrComment } from "../yaml/lineShape";
import { type ChangedBlock, isTouched } from "./changedBlock";
import { isSameText } from "./sameText";
import { keepsComments, mayChangeComments } from "./unchangedComments";
import type { Parsed } from "./unchangedValues";

/** True where each block of before says the same, and every comment of theirs is there. */
export function areSame(
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

/** True for comments and blank lines alone; a byte order mark in another place than the start is text. */
function isRemark({ text }: KeptBlock): boolean {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  return lines.every((line) => isBlankOrComment(line, { start: 0, end: line.length }));
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
