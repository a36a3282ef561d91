/** Makes entries of `actions` and `decisions` from the lines of notes that are marked as such. */
import type { MeetingDocument } from "../analysis/meetingDocument";
import type { PlacedUnit } from "../document/blockDocument";
import { Item } from "../document/item";
import { withoutReports } from "../document/itemShorthand";
import { newLines } from "../document/sameOutcome";
import { type FileShorthandContext, onDayOf, shorthandContext } from "../document/shorthandContext";
import { applicableTogether } from "../editGuard/editGroups";
import { changesNothingElse } from "../editGuard/editGuard";
import { schemaPathOf } from "../schema/itemKinds";
import { keysAt } from "../schema/schema";
import type { Shorthand } from "../shorthand/types";
import { EditComposer } from "../text/composedEdits";
import { type Edit, joinEdits, shiftRange } from "../text/range";
import { collectableMap, isAt, linesOf, unitsToCollect } from "./itemLines";
import { outcomeEdits } from "./outcomeEntries";
import { removeCollected } from "./removeCollected";

export interface CollectOptions {
  /** `keep`: the lines stay in the notes; `remove`: they do not */
  readonly collectedLines: "keep" | "remove";
  /** an offset in the file: only the line there is collected */
  readonly offset?: number;
}

/** Edits of the file, and what they collect. */
export interface Collected {
  /** offsets in the file; they change nothing but these lists and, if lines are removed, the notes */
  readonly edits: readonly Edit[];
  readonly actions: number;
  readonly decisions: number;
}

/** Collects the lines of the whole file, or one of them. A second time changes nothing. */
export function collectLines(document: MeetingDocument, options: CollectOptions): Collected {
  const groups = additionsIn(document, options);
  const applicable = applicableTogether(groups, (edits) => changesNothingElse(edits, document));
  const lines = applicable.flatMap((group) => group.lines);
  const composer = new EditComposer(document.length);
  const added = applicable.flatMap(({ edits }) => edits);
  composer.apply(added);
  const after = added.length === 0 ? document : document.edit(joinEdits(added, document));
  if (options.collectedLines === "remove") composer.apply(removeCollected(after, options.offset));
  return {
    edits: composer.edits(),
    actions: lines.filter(({ kind }) => kind === "action").length,
    decisions: lines.filter(({ kind }) => kind === "decision").length,
  };
}

interface Additions {
  readonly edits: readonly Edit[];
  readonly lines: readonly Shorthand[];
}

function additionsIn(document: MeetingDocument, { offset }: CollectOptions): readonly Additions[] {
  const candidates = unitsToCollect(document, offset);
  if (candidates.length === 0) return [];
  const context = shorthandContext(document, document.vocabulary);
  return candidates.flatMap((placed) => additionsOf(placed, context, offset) ?? []);
}

function additionsOf(
  placed: PlacedUnit,
  context: FileShorthandContext,
  offset: number | undefined,
): Additions | undefined {
  const { text } = placed.block;
  return placed.withUnit((unit) => {
    const map = collectableMap(unit, placed);
    if (!map) return undefined;
    const at = offset === undefined ? undefined : offset - placed.start;
    const placedLines = linesOf(map, text, onDayOf(placed.summary, context)).filter(
      (line) => at === undefined || isAt(line, at, text),
    );
    const item = new Item(unit);
    const read = placedLines.map(({ shorthand }) => shorthand);
    const lines = newLines(item, withoutReports(item, read, context), context.people);
    if (lines.length === 0) return undefined;
    const edits = outcomeEdits(text, map, lines, keysAt(schemaPathOf(unit.kind)));
    return edits && { lines, edits: edits.map((edit) => ({ ...edit, ...shiftRange(edit, placed.start) })) };
  });
}
