/** What a rule is: the codes it reports, and a check of a block, a unit, all items or the file. */

import type { Vocabulary } from "../catalogue/vocabulary";
import type { BlockDocument } from "../document/blockDocument";
import type { ItemSummary } from "../document/itemSummary";
import type { NameCounts } from "../document/nameCounts";
import type { Unit } from "../document/parseBlock";
import type { BlockShape } from "../document/splitIntoBlocks";
import type { Code } from "../findings/codes";
import type { Finding } from "../findings/finding";
import type { Suggester } from "../suggest/suggester";
import type { Range } from "../text/range";

interface Rule {
  /** the codes of its findings, the main one first: `npm run generate` lists rules in this order */
  readonly codes: readonly Code[];
}

/** What file rules take from outside the file. */
export interface FileContext {
  readonly vocabulary: Vocabulary;
  /** ISO 8601 date for new keys that need one */
  readonly today: string;
}

/** What unit rules take from outside the unit. */
export interface RuleContext extends FileContext {
  /** the text of the unit's block; all offsets are relative to it */
  readonly text: string;
  readonly suggester: Suggester;
}

/** Looks at the lines of one block, even where they do not parse. */
export interface BlockRule extends Rule {
  readonly check: (text: string, piece: BlockShape) => readonly Finding[];
}

/** Looks at one unit of a block that parses. Does not throw, whatever the user wrote. */
export interface UnitRule extends Rule {
  readonly check: (unit: Unit, context: RuleContext) => readonly Finding[];
}

/** Looks at the file as a whole; its ranges are offsets in the file. */
export interface FileRule extends Rule {
  /** true where its findings replace those of all other rules */
  readonly isExclusive?: boolean;
  readonly check: (document: BlockDocument, context: FileContext) => readonly Finding[];
}

/** Looks at the summaries of all items. */
export interface CrossItemRule extends Rule {
  /** True where the rule gives the same findings for both summaries. */
  readonly isUnaffected: (before: ItemSummary, after: ItemSummary) => boolean;
  /** `items` returns all items, in the file's order; a rule that needs only the counts does not call it. */
  readonly find: (items: () => readonly PlacedSummary[], census: NameCounts) => readonly CrossItemFinding[];
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
  readonly own: PlacedSummary;
  readonly other: PlacedSummary;
  /** Makes the message and the ranges from the current summaries of both items. */
  readonly describe: (own: ItemSummary, other: ItemSummary) => CrossItemText;
}

/** Ranges are relative to the block of their item. */
interface CrossItemText {
  readonly message: string;
  readonly range: Range;
  readonly related: { readonly message: string; readonly range: Range };
}
