import type { CoverageMeeting } from "./meetings";

export interface Coverage {
  /** by date, the newest last; meetings without a date come first */
  readonly meetings: readonly CoverageMeeting[];
  /** the columns of `byColumn`: the items of one meeting, or the meetings if there are several */
  readonly columns: readonly Column[];
  /** communities of the items: the catalogue's in its order, then others by name */
  readonly communities: readonly string[];
  /** every theme of the catalogue, in its order */
  readonly themes: readonly ThemeCoverage[];
  /** all items */
  readonly total: ItemTotals;
  /** items with neither themes nor `themes: none` */
  readonly untagged: ItemTotals;
  /** references in catalogue order: themes without items, and topics without items in the other themes */
  readonly uncovered: readonly string[];
  /** references as written that are not in the catalogue */
  readonly unknown: readonly string[];
}

export interface Column {
  readonly kind: "contributions" | "surveys" | "discussion" | "meeting";
  readonly title: string;
  /** date of a meeting, as written */
  readonly date?: string;
}

export interface ItemTotals {
  readonly items: number;
  /** an item's duration is shared equally among its themes, and a theme's share among the item's topics in it */
  readonly minutes: number;
}

export interface CoverageEntry extends ItemTotals {
  /** `theme` or `theme/topic` */
  readonly ref: string;
  readonly title: string;
  /** number of items with this reference, for each of `Coverage.columns` */
  readonly byColumn: readonly number[];
  /** number of items with this reference, for each of `Coverage.communities` */
  readonly byCommunity: readonly number[];
}

export interface ThemeCoverage extends CoverageEntry {
  /** every topic of the theme, in the catalogue's order */
  readonly topics: readonly CoverageEntry[];
}
