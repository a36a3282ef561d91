/** What the items of a file name, counted. */
import type { Summary } from "./itemSummary";

export type Counts = ReadonlyMap<string, number>;

export class Census {
  /** items by what they speak to: theme references as written, and the theme of each topic */
  readonly themes: Counts = new Map();
  /** speakers, chairs and owners */
  readonly people: Counts = new Map();
  readonly communities: Counts = new Map();
  /** the items' `nameKey`s */
  readonly names: Counts = new Map();
  /** how many of `names` stand more than once */
  repeatedNames = 0;

  /**
   * @param summaries those of one block
   * @param by 1 for a block that was added, -1 for one that was removed
   */
  add(summaries: readonly Summary[], by: 1 | -1): void {
    for (const summary of summaries) this.#add(summary, by);
  }

  #add({ kind, themes, people, community, nameKey }: Summary, by: 1 | -1): void {
    for (const person of people) change(this.people, person, by);
    if (community !== undefined) change(this.communities, community, by);
    if (kind === "meeting") return;
    for (const theme of spokenTo(themes)) change(this.themes, theme, by);
    if (nameKey === "") return;
    const left = change(this.names, nameKey, by);
    if (left === (by > 0 ? 2 : 1)) this.repeatedNames += by;
  }
}

function spokenTo(references: readonly string[]): ReadonlySet<string> {
  return new Set(references.flatMap((reference) => [reference, reference.split("/")[0] ?? reference]));
}

function change(counts: Counts, key: string, by: number): number {
  const left = (counts.get(key) ?? 0) + by;
  if (left === 0) (counts as Map<string, number>).delete(key);
  else (counts as Map<string, number>).set(key, left);
  return left;
}
