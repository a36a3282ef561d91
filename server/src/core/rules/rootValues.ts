import { isMap, isScalar, isSeq } from "yaml";
import type { BlockDocument } from "../document/blockDocument";
import { type Finding, type Fix, shiftFinding } from "../findings/finding";
import { itemLists } from "../schema/itemKinds";
import { requiredAt } from "../schema/schema";
import { isPlaceholder } from "../text/placeholderWord";
import { replaceValue } from "../yaml/edits";
import { isEmpty, type Node, rangeOf, stringOf } from "../yaml/nodes";
import type { RootEntry } from "./rootEntries";
import { listEdits } from "./valueFixes";

/** `wrong-type` for the value of a root key; not checked if its block does not parse. */
export function rootValue(entry: RootEntry, document: BlockDocument): Finding | undefined {
  const { name, block, start } = entry;
  const { key, value } = entry.entry;
  if (!block.isValidYaml) return undefined;
  if (!value || isEmpty(value)) return emptyRootValue(entry, document);
  const isList = isItemList(name);
  if (isList ? isSeq(value) : isMap(value)) return undefined;
  const message = isList
    ? `\`${name}\` must be a list: start each entry with \`- \`.`
    : "`meeting` must be a mapping with the keys `title`, `date` and so on.";
  const fixes = () => (isList ? listFixes(entry, value) : []);
  // `meeting:` with the first letters of a key below it
  const isIncomplete = isScalar(value) && { isIncomplete: true as const };
  return shiftFinding({ code: "wrong-type", range: rangeOf(key), message, fixes, ...isIncomplete }, start);
}

/** A required key without a value; items below it are in separate blocks. */
function emptyRootValue({ name, range }: RootEntry, { blockList }: BlockDocument): Finding | undefined {
  const hasItems =
    isItemList(name) && blockList.blocks.some(({ shape }) => shape.list === name && shape.kind === "item");
  if (hasItems || !requiredAt([]).includes(name)) return undefined;
  return { code: "wrong-type", range, message: `\`${name}\` must have a value.`, isIncomplete: true };
}

function listFixes({ name, block: { text } }: RootEntry, value: Node): readonly Fix[] {
  // `surveys: none`
  if (isPlaceholder(stringOf(value) ?? ""))
    return [
      {
        title: `Write \`${name}: []\``,
        edits: [replaceValue(text, value, "[]")],
        preferred: true,
        safe: true,
      },
    ];
  const edits = isMap(value) ? [] : listEdits([name], value, text);
  return edits.length > 0 ? [{ title: "Make it a list", edits, preferred: true }] : [];
}

function isItemList(name: string): boolean {
  return itemLists.some((list) => list === name);
}
