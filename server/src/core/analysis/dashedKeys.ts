/** Keys of an item that begin with a dash, as if each were an item: one finding, whose fix joins them to the item above. */
import type { Block } from "../document/block";
import type { BlockDocument } from "../document/blockDocument";
import { type ItemKeys, itemKeys } from "../document/itemKeys";
import { codesWhere, intersects } from "../findings/codeSet";
import type { Finding, Fix } from "../findings/finding";
import type { FindingsByBlock } from "../findings/findingsByBlock";
import { nameOf, schemaPathOf, titleKey } from "../schema/itemKinds";
import { keysAt } from "../schema/schema";
import type { Edit } from "../text/range";
import { lineAt, trimmedEnd } from "../text/range";

const missingKeyCode = codesWhere((code) => code === "missing-key");

/** Maximum number of blocks with one finding. */
const maxBlocks = 400;

/** An item, and the blocks below it that have its other keys. */
interface DashedItem {
  readonly index: number;
  readonly keys: readonly [ItemKeys, ...ItemKeys[]];
}

/** @returns the findings of the blocks concerned, by block index */
export function withoutDashedKeys(
  document: BlockDocument,
  findings: FindingsByBlock,
): ReadonlyMap<number, readonly Finding[]> {
  const indices = findings.blockIndices.filter((index) =>
    intersects(findings.codesIn(index), missingKeyCode),
  );
  const { blocks } = document.blockList;
  const replacements = new Map<number, readonly Finding[]>();
  let items: DashedItem[] = [];
  const endGroup = (): void => {
    for (const [index, replacement] of groupFindings(items, document, findings))
      replacements.set(index, replacement);
    items = [];
  };
  for (const index of indices) {
    const last = items.at(-1);
    const next = last ? last.index + last.keys.length + 1 : -1;
    if (last && index < next) continue;
    const item = dashedItemAt(blocks, index);
    if (!item) continue;
    if (item.index !== next || index - (items[0]?.index ?? 0) > maxBlocks) endGroup();
    items.push(item);
  }
  endGroup();
  return replacements;
}

/** @param index of a block that may begin with a key of the item above it */
function dashedItemAt(blocks: readonly Block[], index: number): DashedItem | undefined {
  const above = blocks[index - 1];
  const first = above?.cached(itemKeys);
  const list = above?.shape.list;
  if (!first || !list || !first.names.includes(titleKey(list))) return undefined;
  const names = new Set(first.names);
  const keys: ItemKeys[] = [];
  for (let at = index; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    const own = block.shape.list === list ? block.cached(itemKeys) : undefined;
    const isPart =
      own !== undefined &&
      block.suppressions.length === 0 &&
      own.column === first.column &&
      own.dashColumn === first.dashColumn &&
      own.names.every((name) => !names.has(name) && keysAt(schemaPathOf(list)).includes(name)) &&
      (own.names.length === 1 || names.size === 1);
    if (!isPart) break;
    keys.push(own);
    for (const name of own.names) names.add(name);
  }
  const [firstKeys, ...others] = keys;
  return firstKeys && { index: index - 1, keys: [firstKeys, ...others] };
}

function groupFindings(
  items: readonly DashedItem[],
  document: BlockDocument,
  findings: FindingsByBlock,
): readonly (readonly [number, readonly Finding[]])[] {
  const [first] = items;
  const reported = first ? first.index + 1 : -1;
  return items.flatMap(({ index, keys }) => {
    const hasThemes = keys.some(({ names }) => names.includes("themes"));
    const own = findings.findingsIn(index).filter(({ code }) => !(hasThemes && code === "untagged-item"));
    const below = keys.map(({ firstKey }, at): readonly [number, readonly Finding[]] => {
      const block = index + 1 + at;
      const others = findings
        .findingsIn(block)
        .filter(({ code, range }) => code !== "missing-key" || range.start !== firstKey.start);
      return [block, first && block === reported ? [dashFinding(first, items, document), ...others] : others];
    });
    return [[index, own] as const, ...below];
  });
}

/** The finding at the first of the keys; its offsets are relative to that block. */
function dashFinding(
  { index, keys: [{ dash, firstKey }] }: DashedItem,
  items: readonly DashedItem[],
  document: BlockDocument,
): Finding {
  const { shape, text } = document.blockList.blocks[index + 1] as Block;
  return {
    code: "missing-key",
    isIncomplete: true,
    range: { start: dash, end: trimmedEnd(text, lineAt(text, firstKey.start).end) },
    message: `This key is part of the ${nameOf(shape.list ?? "contributions")} above: it must not begin with a dash.`,
    fixes: () => [joinFix(items, document, document.startOfBlock(index + 1))],
  };
}

/** @param start offset that the edits are relative to */
function joinFix(items: readonly DashedItem[], document: BlockDocument, start: number): Fix {
  const edits = items.flatMap(({ index, keys }) =>
    keys.map(({ dash }, at): Edit => {
      const from = document.startOfBlock(index + 1 + at) - start + dash;
      return { start: from, end: from + 1, text: " " };
    }),
  );
  return { title: edits.length === 1 ? "Remove the dash" : "Remove the dashes", edits, preferred: true };
}
