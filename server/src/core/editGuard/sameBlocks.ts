/** Compares blocks before and after edits, each in its place. */
import { isMap } from "yaml";
import type { Block } from "../document/block";
import { isBreakList, meetingKeyCalled } from "../rules/keys/meetingKey";
import { keysAt } from "../schema/schema";
import { isPlaceholder } from "../text/placeholderWord";
import type { Edit } from "../text/range";
import { isBlankOrComment } from "../yaml/lineShape";
import { rangeOf } from "../yaml/nodes";
import { type ChangedBlock, isTouched } from "./changedBlock";
import { isJoinedItem, joinedItems } from "./joinedItems";
import { isSameValue } from "./sameText";
import { hasAllWordsOfText } from "./sameWords";
import { keepsComments, mayChangeComments } from "./unchangedComments";
import type { ParsedText } from "./unchangedValues";

/** True if each original block has the same values after the edits, and every comment is still there. */
export function areSameApartFromEdits(
  changedBlocks: readonly ChangedBlock[],
  newBlocks: readonly Block[],
  parseOld: (text: string) => ParsedText,
): boolean {
  if (!areSameBlocks(changedBlocks, newBlocks, parseOld)) return false;
  const mayChange = changedBlocks.some(({ block, edits }) => mayChangeComments(block.text, edits));
  return !mayChange || keepsCommentsOfBlocks(changedBlocks, newBlocks, parseOld);
}

/** True if every comment of the original blocks is in the blocks after the edits. */
export function keepsCommentsOfBlocks(
  changedBlocks: readonly ChangedBlock[],
  newBlocks: readonly Block[],
  parseOld: (text: string) => ParsedText,
): boolean {
  const newTexts = new Set(newBlocks.map(({ text }) => text));
  const oldTexts = new Set(changedBlocks.map(({ block }) => block.text));
  const changed = changedBlocks.filter(({ block, edits }) => !newTexts.has(block.text) && edits.length > 0);
  return keepsComments(
    changed.map(({ block: { text, isValidYaml }, edits }) => ({
      text,
      isParsable: isValidYaml || parseOld(text).errors === 0,
      edits,
    })),
    newBlocks.flatMap(({ text }) => (oldTexts.has(text) ? [] : [text])),
  );
}

/** True if each original block with content has an equal block after the edits, in the same order. */
function areSameBlocks(
  changedBlocks: readonly ChangedBlock[],
  newBlocks: readonly Block[],
  parseOld: (text: string) => ParsedText,
): boolean {
  const isRepaired = (changedBlock: ChangedBlock): boolean =>
    isMisplaced(changedBlock.block) && isTouched(changedBlock);
  // items below repaired stray text or a repaired key may move to another list
  const mayChangeList = changedBlocks.some(
    (changedBlock) => changedBlock.block.shape.kind === "key" && isRepaired(changedBlock),
  );
  let nextIndex = 0;
  let hasMovedBlocks = false;
  const joined = joinedItems(changedBlocks);
  for (const changedBlock of changedBlocks) {
    const group = joined.get(changedBlock);
    if (group === "part") continue;
    if (hasOnlyComments(changedBlock.block) || isRepaired(changedBlock)) continue;
    if (isPlaceholderItem(changedBlock.block) && isTouched(changedBlock)) continue;
    if (isRemovedListKey(changedBlock)) continue;
    if (mayLeaveItsPlace(changedBlock) || isIndentedBelowMeeting(changedBlock)) {
      hasMovedBlocks = true;
      continue;
    }
    let at = nextIndex;
    while (
      at < newBlocks.length &&
      !(group
        ? isJoinedItem(group, newBlocks[at] as Block)
        : isSameBlock(changedBlock, newBlocks[at] as Block, mayChangeList, parseOld))
    )
      at++;
    if (at === newBlocks.length) return false;
    nextIndex = at + 1;
  }
  const oldBlocks = changedBlocks.map(({ block }) => block);
  if (hasMovedBlocks && !hasAllWordsOfText(movedText(changedBlocks), joinedText(newBlocks))) return false;
  const countUnparsable = (blocks: readonly Block[]): number =>
    blocks.filter(({ isValidYaml }) => !isValidYaml).length;
  return countUnparsable(newBlocks) <= countUnparsable(oldBlocks) && !hasNewForeignKey(oldBlocks, newBlocks);
}

/** True for an item that is only a dash, `- none` or the like, without a comment. */
function isPlaceholderItem({ shape, text }: Block): boolean {
  if (shape.kind === "item" && text.length <= 200 && text.trim() === "-") return true;
  const [, word = ""] = /^[ \t]*-[ \t]+([^\s#][^\r\n#]{0,59})$/.exec(text.slice(0, 200).trimEnd()) ?? [];
  return shape.kind === "item" && text.length <= 200 && isPlaceholder(word);
}

/**
 * True for an unknown root key, or an entry below one, that an edit removes, and for a root key whose value an edit
 * makes a list of items: their words must then be elsewhere in the changed blocks.
 */
function mayLeaveItsPlace({ block, edits }: ChangedBlock): boolean {
  const { shape, entries, text } = block;
  const isRemoved = edits.some(({ start, end }) => start <= 0 && end >= text.length);
  const isUnknown = shape.kind === "item" || entries.every(({ name }) => !keysAt([]).includes(name));
  if (isRemoved) return shape.list === undefined && isUnknown;
  return shape.kind === "key" && shape.list !== undefined && edits.length > 0 && isMap(entries[0]?.value);
}

/** `title: M` at the root, which edits indent below a new `meeting:`; its words must remain. */
function isIndentedBelowMeeting({ block, edits }: ChangedBlock): boolean {
  const { shape, entries } = block;
  const headKeys = keysAt(["meeting"]);
  const isHead = entries.length > 0 && entries.every(({ name }) => headKeys.includes(name));
  const isIndented = edits.every(
    ({ start, end, text }) => start === end && /^(?:meeting:\r?\n)? {2}$/.test(text),
  );
  return shape.kind === "key" && shape.list === undefined && isHead && edits.length > 0 && isIndented;
}

/** `contributions:` a second time: the items below it must remain in the list, which each item's block checks. */
function isRemovedListKey({ block, edits }: ChangedBlock): boolean {
  const { list } = block.shape;
  const isRemoved = edits.some(
    ({ start, end, text }) => start <= 0 && end >= block.text.length && text === "",
  );
  return isRemoved && list !== undefined && block.text.trim() === `${list}:`;
}

/** The text whose words must remain: without the names of removed keys that become others. */
function movedText(changedBlocks: readonly ChangedBlock[]): string {
  let isInBreaks = false;
  return changedBlocks
    .map((changedBlock) => {
      const { shape, entries, text } = changedBlock.block;
      const [first] = entries;
      const isKey = shape.kind === "key";
      if (isKey) isInBreaks = first !== undefined && isBreakList(first.name);
      if (!mayLeaveItsPlace(changedBlock)) return text;
      if (isKey && first && (isInBreaks || meetingKeyCalled(first.name) !== undefined))
        return text.slice(rangeOf(first.key).end);
      return isInBreaks ? text.replace(/^(\s*-[ \t]+(?:\{[ \t]*)?)(?:title|name)(?=[ \t]*:)/i, "$1") : text;
    })
    .join("\n");
}

function joinedText(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join("\n");
}

/** True if an edit turns a line of an item into an unknown top-level key. */
function hasNewForeignKey(oldBlocks: readonly Block[], newBlocks: readonly Block[]): boolean {
  const countForeign = (blocks: readonly Block[]): number =>
    blocks.filter(
      ({ shape, entries }) => shape.kind === "key" && entries.some(({ name }) => !keysAt([]).includes(name)),
    ).length;
  return countForeign(newBlocks) > countForeign(oldBlocks);
}

/** True for a block that does not parse, and for text instead of a key. */
function isMisplaced({ isValidYaml, strayText }: Block): boolean {
  return !isValidYaml || strayText !== undefined;
}

/** True for a block of comments and blank lines only; a byte order mark after the start counts as content. */
function hasOnlyComments({ text }: Block): boolean {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  return lines.every((line) => isBlankOrComment(line, { start: 0, end: line.length }));
}

function isSameBlock(
  { block: oldBlock, edits }: ChangedBlock,
  newBlock: Block,
  mayChangeList: boolean,
  parseOld: (text: string) => ParsedText,
): boolean {
  if (!hasSamePlace(oldBlock, newBlock, mayChangeList)) return false;
  if (oldBlock.text === newBlock.text) return true;
  if (!oldBlock.isValidYaml || !newBlock.isValidYaml) return false;
  const comparison = oldBlock.cached(emptyComparison);
  if (comparison.text !== newBlock.text || !areSameEdits(comparison.edits, edits)) {
    comparison.text = newBlock.text;
    comparison.edits = edits;
    comparison.isSame = isSameValue(parseOld(oldBlock.text), newBlock.text, edits);
  }
  return comparison.isSame;
}

/** The cached last comparison of a block: fix-all repeats it each time a menu opens. */
function emptyComparison(): { text: string | undefined; edits: readonly Edit[]; isSame: boolean } {
  return { text: undefined, edits: [], isSame: false };
}

function areSameEdits(left: readonly Edit[], right: readonly Edit[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ start, end }, at) => start === right[at]?.start && end === right[at]?.end)
  );
}

/**
 * True if the new block has the same kind and list. An item in no list may get one; a misaligned item may be
 * aligned.
 */
function hasSamePlace(
  { shape: oldShape }: Block,
  { shape: newShape }: Block,
  mayChangeList: boolean,
): boolean {
  return (
    oldShape.kind === newShape.kind &&
    (oldShape.list === undefined ||
      (mayChangeList ? newShape.list !== undefined : oldShape.list === newShape.list)) &&
    (newShape.indentDelta === 0 || newShape.indentDelta === oldShape.indentDelta)
  );
}
