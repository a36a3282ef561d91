/** Finds corrections of unknown root keys. */

import { isMap, isSeq } from "yaml";
import type { Vocabulary } from "../../catalogue/vocabulary";
import type { BlockDocument } from "../../document/blockDocument";
import { isExtensionKey, keysAt } from "../../schema/schema";
import { isEmpty } from "../../yaml/nodes";
import { isSpellingOf, keysCalled } from "../keys/keyNames";
import type { RootEntry } from "./rootEntries";

/** Corrections of each unknown key, best first; each key of the format corrects one unknown key only as its best. */
export type RootCorrections = ReadonlyMap<string, readonly string[]>;

export function rootCorrections(
  entries: readonly RootEntry[],
  document: BlockDocument,
  vocabulary: Vocabulary,
): RootCorrections {
  const known = keysAt([]);
  const unused = new Set(known.filter((key) => !entries.some(({ name }) => name === key)));
  const corrections = new Map<string, readonly string[]>();
  for (const entry of entries) {
    const { name } = entry;
    if (known.includes(name) || corrections.has(name) || isExtensionKey(name)) continue;
    const keys = [...unused];
    const spelling = keys.filter((key) => isSpellingOf(name, key));
    const synonyms = keysCalled(name, []).filter(
      (key) => keys.includes(key) && mayHold(key, entry, document),
    );
    const best = [...new Set([...spelling, ...synonyms, ...vocabulary.nearest(name, keys)])];
    corrections.set(name, best);
    if (best[0] !== undefined) unused.delete(best[0]);
  }
  return corrections;
}

/** Another name of a list needs items; another name of the meeting needs keys. */
function mayHold(
  key: string,
  { entry: { value }, block, start }: RootEntry,
  document: BlockDocument,
): boolean {
  if (key === "meeting") return isMap(value);
  if (value && !isEmpty(value)) return isSeq(value);
  const next = document.blockIndexAt(start + block.text.length);
  return document.blockList.blocks[next]?.shape.kind === "item";
}
