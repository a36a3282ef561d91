/** `contributions:` a second time, directly below the items of the first. */
import type { BlockDocument } from "../../document/blockDocument";
import type { Fix } from "../../findings/finding";
import { isEmpty } from "../../yaml/nodes";
import type { RootEntry } from "./rootEntries";

/** @returns the fix that removes the key, so that its items continue the list; none if other keys are in between */
export function repeatedListFixes(
  { name, first, entry, block, start }: RootEntry,
  document: BlockDocument,
): readonly Fix[] {
  const index = document.blockIndexAt(start);
  const previous = document.blockList.blocks[index - 1];
  const hasOnlyKey = block.text.trim() === `${name}:` && isEmpty(entry.value);
  if (!first || !hasOnlyKey || previous?.shape.kind !== "item" || previous.shape.list !== name) return [];
  const edits = [{ start, end: start + block.text.length, text: "" }];
  return [{ title: "Merge both", edits, preferred: true }];
}
