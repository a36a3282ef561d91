import type { Vocabulary } from "../catalogue/vocabulary";
import type { Summary } from "../document/itemSummary";
import type { Census } from "../document/nameCounts";
import type { Unit } from "../document/parseBlock";
import type { Code } from "../findings/codes";
import type { Finding } from "../findings/finding";
import type { Suggester } from "../suggest/suggester";
import type { Range } from "../text/range";

export interface RuleContext {
  /** the text of the block the unit stands in; all offsets are relative to it */
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly suggester: Suggester;
  /** ISO 8601 date for what has to be filled in */
  readonly today: string;
}

/** Looks at one unit of a sound block. Does not throw, whatever the user wrote. */
export type UnitRule = (unit: Unit, context: RuleContext) => readonly Finding[];

/** What is known of one item, and where it stands; its ranges are relative to its block. */
export interface PlacedSummary {
  /** the index of its block */
  readonly index: number;
  /** which of the block's it is */
  readonly at: number;
  readonly summary: Summary;
}

/** A finding in one item that hangs on another one. */
export interface AcrossFinding {
  readonly code: Code;
  readonly own: PlacedSummary;
  readonly other: PlacedSummary;
  /** its words and places, made of both items as they are when somebody wants to read them */
  readonly tell: (own: Summary, other: Summary) => TwoPlaces;
}

/** Ranges are relative to the block of the item they stand in. */
interface TwoPlaces {
  readonly message: string;
  readonly range: Range;
  readonly related: { readonly message: string; readonly range: Range };
}

export interface AcrossRule {
  /** True where the rule cannot tell an item from what it was before. */
  readonly seesNoChange: (before: Summary, after: Summary) => boolean;
  /** Looks at all items, in the file's order; at none where the census tells that there is nothing. */
  readonly find: (items: () => readonly PlacedSummary[], census: Census) => readonly AcrossFinding[];
}
