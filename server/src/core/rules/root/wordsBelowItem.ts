/** Unknown root keys with words that follow each other below an item: `Present: A. Forti`, `Storage: we agreed`. */
import { isMap } from "yaml";
import type { BlockDocument, PlacedUnit } from "../../document/blockDocument";
import type { Finding, Fix } from "../../findings/finding";
import { schemaPathOf } from "../../schema/itemKinds";
import { isNearName } from "../../schema/keyNames";
import { isExtensionKey, keysAt } from "../../schema/schema";
import { unitKeys } from "../../schema/unitKeys";
import { type Edit, lineAt, shiftRange, trimmedEnd } from "../../text/range";
import { appendLines, textValue } from "../../yaml/blockText";
import { addKey } from "../../yaml/edits";
import { pairOf, pairsOf, stringOf } from "../../yaml/nodes";
import { meetingKeyCalled } from "../keys/meetingKey";
import type { RootCorrections } from "./rootCorrections";
import type { RootEntry } from "./rootEntries";

/** Words of the notes, with one finding for all their lines. */
interface WordsBelowItem {
  readonly entries: readonly RootEntry[];
  readonly finding: Finding;
}

/** @returns the runs of two or more such keys, each directly below an item */
export function wordsBelowItems(
  entries: readonly RootEntry[],
  corrections: RootCorrections,
  document: BlockDocument,
): readonly WordsBelowItem[] {
  const runs: RootEntry[][] = [];
  let next = -1;
  for (const entry of entries) {
    if (!isWords(entry, corrections)) continue;
    const index = document.blockIndexAt(entry.start);
    if (index === next) runs.at(-1)?.push(entry);
    else if (document.blockList.blocks[index - 1]?.shape.kind === "item") runs.push([entry]);
    else continue;
    next = index + 1;
  }
  return runs.filter((run) => run.length > 1).map((run) => wordsOf(run, document));
}

/** True for a key in capitals that is no other name of a key of the format, with words beside it. */
function isWords({ name, entry, block }: RootEntry, corrections: RootCorrections): boolean {
  if (!/^\p{Lu}/u.test(name) || isExtensionKey(name) || isNearName(name, [...unitKeys])) return false;
  if (meetingKeyCalled(name) !== undefined) return false;
  if (!block.isValidYaml || block.entries.length !== 1 || keysAt([]).includes(name)) return false;
  return (corrections.get(name) ?? []).length === 0 && (stringOf(entry.value) ?? "").trim() !== "";
}

function wordsOf(run: readonly RootEntry[], document: BlockDocument): WordsBelowItem {
  const [first] = run as [RootEntry];
  const { start, end } = lineAt(document.text, first.range.start);
  return {
    entries: run,
    finding: {
      code: "unknown-key",
      range: { start, end: trimmedEnd(document.text, end) },
      message: "Expected a key: these lines are not part of any key.",
      fixes: () => notesFixes(run, document),
    },
  };
}

function notesFixes(run: readonly RootEntry[], document: BlockDocument): readonly Fix[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const removed = { start: first.start, end: last.start + last.block.text.length };
  const source = document.slice(removed.start, trimmedEnd(document.text, removed.end));
  const item = document.items().findLast(({ start }) => start < first.start);
  const lines = source.split(/\r?\n/).map((line) => line.trimEnd());
  const edit = item && notesEdit(item, lines);
  if (!edit) return [];
  const title = `Make these ${lines.length} lines the notes`;
  return [{ title, edits: [edit, { ...removed, text: "" }], preferred: true }];
}

function notesEdit(item: PlacedUnit, lines: readonly string[]): Edit | undefined {
  return item.withUnit(({ node, kind }) => {
    const [first] = pairsOf(node);
    if (!isMap(node) || node.flow || !first) return undefined;
    const { text } = item.block;
    const notes = pairOf(node, "notes");
    const keys = keysAt(schemaPathOf(kind));
    const edit = notes
      ? appendLines(text, node, notes, lines)
      : addKey(text, node, "notes", textValue(text, node, first, lines), keys);
    return edit && { ...shiftRange(edit, item.start), text: edit.text };
  });
}
