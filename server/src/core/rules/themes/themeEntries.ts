/** The entries of an item's `themes`, with the values that their rules need. */

import type { Vocabulary } from "../../catalogue/vocabulary";
import type { Unit } from "../../document/parseBlock";
import type { Fix } from "../../findings/finding";
import type { Range } from "../../text/range";
import { removeEntry } from "../../yaml/edits";
import { entriesOf, type Node, pairOf, rangeOf, stringOf } from "../../yaml/nodes";

export interface ThemeEntry {
  /** as written: `security/aai` */
  readonly ref: string;
  readonly node: Node;
  readonly range: Range;
  readonly list: Node;
  /** index in the list */
  readonly index: number;
  readonly isKnown: boolean;
  /** the first entry of the list that is a topic of this theme */
  readonly topic?: string;
  /** true if a previous entry is the same */
  readonly isRepeated: boolean;
}

/** @returns the text entries, in the list's order */
export function themeEntries({ node }: Unit, vocabulary: Vocabulary): readonly ThemeEntry[] {
  const list = pairOf(node, "themes")?.value;
  if (!list) return [];
  const nodes = entriesOf(list);
  const topics = topicsByTheme(nodes, vocabulary);
  const seen = new Set<string>();
  return nodes.flatMap((entry, index): readonly ThemeEntry[] => {
    const ref = stringOf(entry);
    if (!entry || ref === undefined) return [];
    const topic = topics.get(ref);
    const isRepeated = seen.has(ref);
    seen.add(ref);
    const isKnown = vocabulary.resolve(ref) !== undefined;
    return [
      { ref, node: entry, range: rangeOf(entry), list, index, isKnown, isRepeated, ...(topic && { topic }) },
    ];
  });
}

/** The first known topic of each theme. */
function topicsByTheme(nodes: readonly (Node | null)[], vocabulary: Vocabulary): ReadonlyMap<string, string> {
  const topics = new Map<string, string>();
  for (const ref of nodes.map((node) => stringOf(node) ?? "")) {
    const [theme = "", topic] = ref.split("/");
    if (topic !== undefined && !topics.has(theme) && vocabulary.resolve(ref)) topics.set(theme, ref);
  }
  return topics;
}

/** A fix that removes an entry; empty if the list has a form that does not allow it. */
export function removalFixes(
  title: string,
  { list, index }: ThemeEntry,
  text: string,
  safe = true,
): readonly Fix[] {
  const edits = removeEntry(text, list, index);
  return edits.length > 0 ? [{ title, edits, preferred: true, safe }] : [];
}
