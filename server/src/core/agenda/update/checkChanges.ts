/** The check of edits that follow an agenda: they give the expected values, and everything else is unchanged. */
import type { MeetingDocument } from "../../analysis/meetingDocument";
import type { Block } from "../../document/block";
import type { BlockDocument, PlacedUnit } from "../../document/blockDocument";
import { parseBlock } from "../../document/parseBlock";
import { blocksWithEdits } from "../../editGuard/changedBlock";
import { applicableTogether } from "../../editGuard/editGroups";
import { keepsCommentsOfBlocks } from "../../editGuard/sameBlocks";
import { parse } from "../../editGuard/sameText";
import { keepsComments } from "../../editGuard/unchangedComments";
import type { UnitKind } from "../../schema/itemKinds";
import { unitLists } from "../../schema/itemKinds";
import { groupBy } from "../../text/groupBy";
import { groupInsertions } from "../../text/groupInsertions";
import { applyEdits, type Edit, joinEdits, shiftRange } from "../../text/range";
import { canonicalText } from "../../yaml/canonicalText";
import type { DraftChange } from "./change";
import { withFields } from "./fieldEdits";
import { areSameValues } from "./sameValues";

/** UTF-16 units of a file in which single changes are left out if all of them together fail. */
const maxSearchedFile = 400_000;

/** The changes that can be made at once; the others would change something else. */
export function safeChanges(
  document: MeetingDocument,
  drafts: readonly DraftChange[],
): readonly DraftChange[] {
  const check = new ChangeCheck(document);
  const byItem = groupBy(drafts, ({ effect }) => (effect.kind === "fields" ? effect.placed : undefined));
  const unsafe = new Set<DraftChange>();
  for (const [placed, ofItem] of byItem)
    if (placed && !check.areSafeInItem(ofItem, placed))
      for (const draft of ofItem) if (!check.areSafeInItem([draft], placed)) unsafe.add(draft);
  // in their order: that of two insertions at one place
  const candidates = drafts.filter((draft) => !unsafe.has(draft));
  if (document.length > maxSearchedFile) return check.areSafe(candidates) ? candidates : [];
  return applicableTogether(candidates, (_, combined) => check.areSafe(combined));
}

/** A unit of a text that is not parsed, or its value. */
type UnitValue =
  | { readonly kind: UnitKind; readonly value: unknown }
  | { readonly kind: UnitKind; readonly text: string; readonly at: number };

interface ReadText {
  readonly units: readonly { readonly kind: UnitKind; readonly value: unknown }[];
  /** the keys of the root that hold no units, with their values */
  readonly others: readonly string[];
  readonly lists: readonly string[];
}

class ChangeCheck {
  readonly #document: MeetingDocument;
  readonly #oldBlocks: ReadonlyMap<string, Block>;
  readonly #read = new Map<string, ReadText>();

  constructor(document: MeetingDocument) {
    this.#document = document;
    this.#oldBlocks = new Map(document.blockList.blocks.map((block) => [block.text, block]));
  }

  /** True for changes that give an item the expected values; an item that is not a separate block is not checked here. */
  areSafeInItem(drafts: readonly DraftChange[], { block, start }: PlacedUnit): boolean {
    if (block.shape.kind !== "item") return true;
    const edits = groupInsertions(drafts.flatMap((draft) => draft.edits)).map((edit) => ({
      ...edit,
      ...shiftRange(edit, -start),
    }));
    if (!areApart(edits)) return false;
    const text = applyEdits(block.text, edits);
    const { units } = this.#readText(text, block);
    return (
      units.length === 1 &&
      areSameValues(units[0]?.value, valueAfter(drafts)) &&
      keepsComments([{ text: block.text, isParsable: true, edits }], [text])
    );
  }

  /** True if the changes together give the expected values, and nothing else. */
  areSafe(drafts: readonly DraftChange[]): boolean {
    if (drafts.length === 0) return true;
    const document = this.#document;
    const edits = groupInsertions(drafts.flatMap((draft) => draft.edits));
    if (!areApart(edits)) return false;
    const after = document.edit(joinEdits(edits, document));
    return (
      this.#hasExpectedUnits(drafts, after) &&
      this.#hasSameRootKeys(drafts, after) &&
      keepsCommentsOfBlocks(
        blocksWithEdits(document.blockList.blocks, 0, edits),
        after.blockList.blocks,
        parse,
      )
    );
  }

  #hasExpectedUnits(drafts: readonly DraftChange[], after: BlockDocument): boolean {
    const actual = after.blockList.blocks.flatMap((block): readonly UnitValue[] => {
      const known = this.#oldBlocks.get(block.text);
      if (known?.shape.kind !== block.shape.kind || known.shape.list !== block.shape.list)
        return this.#readText(block.text, block).units;
      return known.summaries.map(({ kind }, at) => ({ kind, text: block.text, at }));
    });
    const expected = expectedUnits(this.#document, drafts);
    return [...new Set([...actual, ...expected].map(({ kind }) => listOf(kind)))].every((list) => {
      const [left, right] = [actual, expected].map((units) =>
        units.filter(({ kind }) => listOf(kind) === list),
      );
      return (
        left?.length === right?.length && left?.every((unit, at) => this.#isSame(unit, right?.[at])) === true
      );
    });
  }

  #isSame(left: UnitValue, right: UnitValue | undefined): boolean {
    if (left.kind !== right?.kind) return false;
    if ("text" in left && "text" in right) return left.text === right.text && left.at === right.at;
    return areSameValues(this.#valueOf(left), this.#valueOf(right));
  }

  #valueOf(unit: UnitValue): unknown {
    if ("value" in unit) return unit.value;
    const block = this.#oldBlocks.get(unit.text);
    return block && this.#readText(unit.text, block).units[unit.at]?.value;
  }

  /** True if all keys of the root are there with their values, and no others but new lists. */
  #hasSameRootKeys(drafts: readonly DraftChange[], after: BlockDocument): boolean {
    const added = drafts.flatMap(({ effect }) =>
      effect.kind === "insertion" && effect.beside === undefined ? [effect.list as string] : [],
    );
    const [before, now] = [this.#document, after].map((document) => {
      const read = document.blockList.blocks
        .filter(({ shape }) => shape.kind !== "item")
        .map((block) => this.#readText(block.text, block));
      return {
        others: read.flatMap(({ others }) => others),
        lists: read.flatMap(({ lists }) => lists).filter((name) => !added.includes(name)),
      };
    });
    return areSameValues(before, now);
  }

  #readText(text: string, { shape }: Block): ReadText {
    const key = `${shape.kind} ${shape.list} ${text}`;
    const known = this.#read.get(key);
    if (known) return known;
    const { units, entries } = parseBlock(text, shape);
    const isList = (name: string): boolean => name === "meeting" || unitLists.some((list) => list === name);
    const read = {
      units: units.map(({ kind, value }) => ({ kind, value })),
      others: entries
        .filter(({ name }) => !isList(name))
        .map(({ name, value }) => `${name}: ${canonicalText(value)}`),
      lists: entries.map(({ name }) => name).filter(isList),
    };
    this.#read.set(key, read);
    return read;
  }
}

function expectedUnits(document: MeetingDocument, drafts: readonly DraftChange[]): readonly UnitValue[] {
  const fields = groupBy(drafts, ({ effect }) => (effect.kind === "fields" ? effect.placed : undefined));
  const insertions = drafts.flatMap(({ effect }) => (effect.kind === "insertion" ? [effect] : []));
  const beside = (isBefore: boolean) =>
    groupBy(
      insertions.filter((insertion) => insertion.isBefore === isBefore),
      (insertion) => insertion.beside,
    );
  const [above, below] = [beside(true), beside(false)];
  const valuesOf = (found: Readonly<typeof insertions> | undefined): readonly UnitValue[] =>
    (found ?? []).flatMap(({ values }) => values);
  // two blocks with the same text are one object
  let start = -1;
  let at = 0;
  const units = document.units().flatMap((placed): readonly UnitValue[] => {
    at = placed.start === start ? at + 1 : 0;
    start = placed.start;
    const { kind } = placed.summary;
    const changes = fields.get(placed);
    const unit: UnitValue = changes
      ? { kind, value: valueAfter(changes) }
      : { kind, text: placed.block.text, at };
    return [...valuesOf(above.get(placed)), unit, ...valuesOf(below.get(placed))];
  });
  return [...units, ...valuesOf(below.get(undefined))];
}

/** The value of an item after all of its changes. */
function valueAfter(drafts: readonly DraftChange[]): unknown {
  const effects = drafts.flatMap(({ effect }) => (effect.kind === "fields" ? [effect] : []));
  return withFields(
    effects[0]?.value,
    effects.flatMap(({ fields }) => fields),
  );
}

/** Breaks are entries of the contributions. */
function listOf(kind: UnitKind): UnitKind {
  return kind === "breaks" ? "contributions" : kind;
}

/** @param edits by offset */
function areApart(edits: readonly Edit[]): boolean {
  return edits.every((edit, at) => edit.end <= (edits[at + 1]?.start ?? edit.end));
}
