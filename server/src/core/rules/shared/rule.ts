/** The kinds of rules: each has the codes it reports and a check of a block, a unit, all items or the file. */

import type { Vocabulary } from "../../catalogue/vocabulary";
import type { BlockDocument } from "../../document/blockDocument";
import type { BlockShape } from "../../document/blockSpan";
import type { ItemSummary } from "../../document/itemSummary";
import type { NameCounts } from "../../document/nameCounts";
import type { Unit } from "../../document/parseBlock";
import type { Code } from "../../findings/codes";
import type { Finding, Fix } from "../../findings/finding";
import type { Suggester } from "../../suggest/suggester";
import type { Range } from "../../text/range";

interface Rule {
  /** the codes of its findings, the main one first: `npm run generate` lists rules in this order */
  readonly codes: readonly Code[];
}

/** The context of file rules. */
export interface FileContext {
  readonly vocabulary: Vocabulary;
  /** ISO 8601 date for new keys that need one */
  readonly today: string;
}

/** The context of unit rules. */
export interface RuleContext extends FileContext {
  /** the text of the unit's block; all offsets are relative to it */
  readonly text: string;
  readonly suggester: Suggester;
}

/** Checks the lines of one block, even if they do not parse. */
export interface BlockRule extends Rule {
  readonly check: (text: string, shape: BlockShape) => readonly Finding[];
}

/** Checks one unit of a block that parses. Does not throw for any input. */
export interface UnitRule extends Rule {
  readonly check: (unit: Unit, context: RuleContext) => readonly Finding[];
}

/** Checks the file as a whole; its ranges are offsets in the file. */
export interface FileRule extends Rule {
  /** true if its findings replace those of all other rules */
  readonly isExclusive?: boolean;
  readonly check: (document: BlockDocument, context: FileContext) => readonly Finding[];
}

/** Checks the summaries of all units. */
export interface CrossItemRule extends Rule {
  /** True if the rule has the same findings for both summaries. */
  readonly isUnaffected: (before: ItemSummary, after: ItemSummary) => boolean;
  /** `items` returns the meeting head and all entries of lists, in the file's order; a rule that needs only the counts does not call it. */
  readonly find: (
    items: () => readonly PlacedSummary[],
    nameCounts: NameCounts,
  ) => readonly CrossItemFinding[];
}

/** An item's summary and its place; the summary's ranges are relative to its block. */
export interface PlacedSummary {
  /** index of its block */
  readonly blockIndex: number;
  /** its index among the block's items */
  readonly indexInBlock: number;
  readonly summary: ItemSummary;
}

/** A finding in one item that depends on another item. */
export interface CrossItemFinding {
  readonly code: Code;
  readonly item: PlacedSummary;
  readonly otherItem: PlacedSummary;
  /** Makes the message and the ranges from the current summaries of both items. */
  readonly describe: (item: ItemSummary, otherItem: ItemSummary) => CrossItemText;
}

/** Ranges are relative to the block of their item. */
interface CrossItemText {
  readonly message: string;
  readonly range: Range;
  readonly related: { readonly message: string; readonly range: Range };
  /** @param sources the texts of both blocks */
  readonly fixes?: (sources: CrossItemSources) => readonly CrossItemFix[];
}

interface CrossItemSources {
  readonly item: string;
  readonly otherItem: string;
}

/** Its edits are relative to the block of the item, or of the other item. */
export interface CrossItemFix extends Omit<Fix, "blockIndex"> {
  readonly isInOtherItem?: boolean;
}
