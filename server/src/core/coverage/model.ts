import type { CoveredMeeting } from "./meetings";

export interface Coverage {
  /** by date, the newest last; those without a date in front */
  readonly meetings: readonly CoveredMeeting[];
  /** what `byColumn` counts in: the items of one meeting, or the meetings where there are several */
  readonly columns: readonly Column[];
  /** who the items come from: the catalogue's communities in its order, then others by name */
  readonly communities: readonly string[];
  /** every theme of the catalogue, in its order */
  readonly themes: readonly CoveredTheme[];
  /** all items */
  readonly total: Amount;
  /** items without themes that do not say `themes: none` either */
  readonly untagged: Amount;
  /** references, in the catalogue's order: themes nobody covers, and such topics of the other themes */
  readonly uncovered: readonly string[];
  /** references as they are written, which the catalogue does not have */
  readonly unknown: readonly string[];
}

export interface Column {
  readonly kind: "contributions" | "surveys" | "discussion" | "meeting";
  readonly title: string;
  /** of a meeting, as it is written */
  readonly date?: string;
}

export interface Amount {
  readonly items: number;
  /** an item's duration is shared equally among its themes, and a theme's share among the item's topics in it */
  readonly minutes: number;
}

export interface Covered extends Amount {
  /** `theme` or `theme/topic` */
  readonly ref: string;
  readonly title: string;
  /** items that speak to it, for each of `Coverage.columns` */
  readonly byColumn: readonly number[];
  /** items that speak to it, for each of `Coverage.communities` */
  readonly byCommunity: readonly number[];
}

export interface CoveredTheme extends Covered {
  /** every topic of the theme, in the catalogue's order */
  readonly topics: readonly Covered[];
}
