import { isMap, isScalar, isSeq } from "yaml";
import type { Vocabulary } from "../../catalogue/vocabulary";
import type { BlockDocument } from "../../document/blockDocument";
import { type Finding, shiftFinding } from "../../findings/finding";
import { type UnitList, unitLists } from "../../schema/itemKinds";
import { requiredAt } from "../../schema/schema";
import { isEmpty, rangeOf } from "../../yaml/nodes";
import type { RootEntry } from "./rootEntries";
import { itemListFixes, meetingFixes } from "./rootShapes";

/** `wrong-type` for the value of a root key; not checked if its block does not parse. */
export function rootValue(
  entry: RootEntry,
  document: BlockDocument,
  vocabulary: Vocabulary,
): Finding | undefined {
  const { name, block, start } = entry;
  const { key, value } = entry.entry;
  if (!block.isValidYaml) return undefined;
  if (!value || isEmpty(value)) return emptyRootValue(entry, document);
  const isList = isItemList(name);
  if (isList ? isSeq(value) : isMap(value)) return undefined;
  const message = isList
    ? `\`${name}\` must be a list: start each entry with \`- \`.`
    : "`meeting` must have the keys `title`, `date` and so on, each on a separate line below it.";
  const fixes = () =>
    isList ? itemListFixes(name, value, block.text, vocabulary) : meetingFixes(entry.entry, block.text);
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

function isItemList(name: string): name is UnitList {
  return unitLists.some((list) => list === name);
}
