/**
 * The last check before an edit is offered: what it does not touch has the same value afterwards. Fixes, fix-all,
 * tagging and formatting of the editor and of the command line all pass it.
 */
import type { Document } from "yaml";
import { Anchors } from "./anchors";
import { commentsIn } from "./comments";
import type { MeetingDocument } from "./document";
import type { Finding, Fix } from "./finding";
import { isAlone, type KeptBlock } from "./keptBlock";
import { type Edit, joinEdits, shiftRange } from "./range";
import { parseYaml } from "./syntax";
import { Unchanged } from "./unchanged";

/** @param finding with offsets of the file */
export function verifiedFixes(finding: Finding, document: MeetingDocument): readonly Fix[] {
  return (finding.fixes?.() ?? []).filter(({ edits }) => changesNothingElse(edits, document));
}

/** @returns true where everything that the edits, in offsets of the file, do not touch keeps its value and its place */
export function changesNothingElse(edits: readonly Edit[], before: MeetingDocument): boolean {
  return edits.length === 0 || isSameElsewhere(before, before.edit(joinEdits(edits, before)), edits);
}

/**
 * @param after the document that the edits leave; no edits where all is to be the same
 * @returns true where every item that no edit touches has the same value in the same list, every item that one touches
 * keeps its other values, all that was readable is readable, and every comment is there
 */
export function isSameElsewhere(
  before: MeetingDocument,
  after: MeetingDocument,
  edits: readonly Edit[],
): boolean {
  if ([before, after].some(({ list }) => list.kept[0] && isAlone(list.kept[0].piece)))
    return keepsWholeText(before.text, after.text, edits);
  const [old, fresh] = changedBlocks(before, after);
  return areSameBlocks(old, fresh, edits) && keepsComments(textsOf(old), textsOf(fresh), edits);
}

/** As `isSameElsewhere`, of a file's text read as one; nothing can be said of a text that is no YAML. */
export function keepsWholeText(before: string, after: string, edits: readonly Edit[]): boolean {
  return (
    isSameText({ text: before, start: 0 }, { text: after, start: 0 }, edits) &&
    keepsComments([before], [after], edits)
  );
}

/** A block at its place in the file. */
interface Placed {
  readonly block: KeptBlock;
  readonly start: number;
}

/** The blocks that are not the same objects in both documents, without those of comments alone. */
function changedBlocks(
  before: MeetingDocument,
  after: MeetingDocument,
): readonly [readonly Placed[], readonly Placed[]] {
  const [old, fresh] = [before.list.kept, after.list.kept];
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++;
  const placed = ({ list }: MeetingDocument): readonly Placed[] =>
    list.kept
      .slice(head, list.kept.length - tail)
      .map((block, at) => ({ block, start: list.layout.startOf(head + at) }));
  return [placed(before), placed(after)];
}

/** Each block of before that says something is found among those of after, in the same order. */
function areSameBlocks(old: readonly Placed[], fresh: readonly Placed[], edits: readonly Edit[]): boolean {
  const [was, is] = [old, fresh].map((all) => all.filter(({ block }) => !isRemark(block)));
  if (!was || !is) return false;
  const isMended = (one: Placed): boolean => isInNoPlace(one.block) && isTouched(one, edits);
  // what stray text or a broken key has below it may come into another list
  const mayMove = was.some((one) => one.block.piece.kind === "key" && isMended(one));
  let next = 0;
  for (const one of was) {
    const at = is.findIndex(
      (other, index) =>
        index >= next && isPlacedAlike(one.block, other.block, mayMove) && isSameBlock(one, other, edits),
    );
    if (at >= 0) next = at + 1;
    else if (!isMended(one)) return false;
  }
  const broken = (all: readonly Placed[]): number => all.filter(({ block }) => !block.sound).length;
  return broken(is) <= broken(was);
}

/** True for what is no YAML, and for text where a key belongs. */
function isInNoPlace({ sound, keyless }: KeptBlock): boolean {
  return !sound || keyless !== undefined;
}

function isRemark({ text }: KeptBlock): boolean {
  return text.split("\n").every((line) => /^\s*(?:#|$)/.test(line.slice(0, maxIndent)));
}

/** UTF-16 units of white space after which a line is taken for one that says something. */
const maxIndent = 1000;

function isTouched({ block, start }: Placed, edits: readonly Edit[]): boolean {
  const end = start + block.text.length;
  return edits.some((edit) =>
    edit.start === edit.end ? start <= edit.start && edit.start < end : edit.start < end && start < edit.end,
  );
}

function isSameBlock(old: Placed, fresh: Placed, edits: readonly Edit[]): boolean {
  if (old.block.text === fresh.block.text) return true;
  return (
    old.block.sound &&
    fresh.block.sound &&
    isSameText(
      { text: old.block.text, start: old.start },
      { text: fresh.block.text, start: fresh.start },
      edits,
    )
  );
}

/** An item stays in a list and in line; one of no list may come into one, and one out of line into line. */
function isPlacedAlike({ piece: old }: KeptBlock, { piece: fresh }: KeptBlock, mayMove: boolean): boolean {
  return (
    old.kind === fresh.kind &&
    (old.list === undefined || (mayMove ? fresh.list !== undefined : old.list === fresh.list)) &&
    (fresh.offBy === 0 || fresh.offBy === old.offBy)
  );
}

/** A text of YAML, and where in the file it starts. */
interface Source {
  readonly text: string;
  readonly start: number;
}

/** Compares by value. */
function isSameText(before: Source, after: Source, edits: readonly Edit[]): boolean {
  const [old, fresh] = [parseYaml(before.text), parseYaml(after.text)];
  if (errorsOf(old) > 0) return true;
  if (errorsOf(fresh) > 0) return false;
  const own = edits.map((edit) => ({ ...edit, ...shiftRange(edit, -before.start) }));
  const compared = new Unchanged(before.text, own, new Anchors(old), new Anchors(fresh));
  return compared.isSame(old.contents, fresh.contents);
}

/** Of a file of several documents the first one is read. */
function errorsOf({ errors }: Document.Parsed): number {
  return errors.filter(({ code }) => code !== "MULTIPLE_DOCS").length;
}

function textsOf(placed: readonly Placed[]): readonly string[] {
  return placed.map(({ block }) => block.text);
}

/**
 * A comment may only become a text that an edit writes, or be a suppression that an edit removes; in what is no YAML no
 * comment can be told from text.
 */
function keepsComments(old: readonly string[], fresh: readonly string[], edits: readonly Edit[]): boolean {
  const left = new Set(fresh);
  const changed = old.filter(
    (text) => text.includes("#") && !left.has(text) && errorsOf(parseYaml(text)) === 0,
  );
  if (changed.length === 0) return true;
  const known = new Set(old);
  const comments = fresh.filter((text) => !known.has(text)).flatMap(commentsIn);
  const mayGo = (comment: string): boolean =>
    comment.includes("wlcg-notes-disable") || edits.some(({ text }) => text.includes(comment));
  return changed.flatMap(commentsIn).every((comment) => {
    const at = comments.indexOf(comment);
    if (at >= 0) comments.splice(at, 1);
    return at >= 0 || mayGo(comment);
  });
}
