/** Counts of the names in the items of a file. */
import type { ItemSummary } from "./itemSummary";

export type Counts = ReadonlyMap<string, number>;

export class NameCounts {
  /** number of items by theme reference as written; an item with a topic also counts for its theme */
  readonly themes: Counts = new Map();
  /** speakers, chairs and owners */
  readonly people: Counts = new Map();
  readonly communities: Counts = new Map();
  /** number of items by `comparableTitle` */
  readonly comparableTitles: Counts = new Map();
  /** number of entries of `comparableTitles` with a count above 1 */
  repeatedTitles = 0;

  /**
   * @param summaries the summaries of one block
   * @param delta 1 for an added block, -1 for a removed block
   */
  add(summaries: readonly ItemSummary[], delta: 1 | -1): void {
    for (const summary of summaries) this.#add(summary, delta);
  }

  #add({ kind, themes, people, community, comparableTitle }: ItemSummary, delta: 1 | -1): void {
    for (const person of people) adjustCount(this.people, person, delta);
    if (community !== undefined) adjustCount(this.communities, community, delta);
    if (kind === "meeting" || kind === "actions") return;
    for (const theme of withParentThemes(themes)) adjustCount(this.themes, theme, delta);
    if (comparableTitle === "") return;
    const count = adjustCount(this.comparableTitles, comparableTitle, delta);
    if (count === (delta > 0 ? 2 : 1)) this.repeatedTitles += delta;
  }
}

function withParentThemes(references: readonly string[]): ReadonlySet<string> {
  return new Set(references.flatMap((reference) => [reference, reference.split("/")[0] ?? reference]));
}

function adjustCount(counts: Counts, key: string, delta: number): number {
  const count = (counts.get(key) ?? 0) + delta;
  if (count === 0) (counts as Map<string, number>).delete(key);
  else (counts as Map<string, number>).set(key, count);
  return count;
}
