/** What the two exports of an event have in common, each entry with all of its details. */
import type { AgendaBreak, AgendaContribution, CompleteList } from "../agenda";
import type { FullAgenda, FullSlot } from "../compactAgenda";
import type { Place } from "../place";

export interface IndicoEvent {
  /** number of the event in its address */
  readonly id?: string;
  readonly meeting: FullAgenda["meeting"];
  readonly slots: readonly FullSlot[];
  readonly contributions: readonly IndicoContribution[];
  /** true for an export that has only the event */
  readonly isHead?: boolean;
  readonly breaks: readonly IndicoBreak[];
  readonly completeLists: readonly CompleteList[];
}

export interface IndicoContribution {
  /** number of the contribution in its address */
  readonly id?: string;
  readonly entry: Placed<AgendaContribution>;
}

export type IndicoBreak = Placed<AgendaBreak>;

type Placed<T> = Omit<T, "place"> & { readonly place?: Place };
