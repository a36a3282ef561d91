/** The parts of a meeting that do not parse. */
import type { MeetingDocument } from "../../analysis/meetingDocument";
import type { PlacedBlock } from "../../document/blockDocument";
import { isItemKind } from "../../schema/itemKinds";
import { partialItem } from "./brokenItem";
import type { ItemReading } from "./readResult";

export function unparsableItems(document: MeetingDocument): readonly ItemReading[] {
  return document.blocks.flatMap(({ block, shape, start }): readonly ItemReading[] =>
    isUnparsableItem({ block, shape }) && shape.list && isItemKind(shape.list)
      ? [partialItem(block, shape.list, start)]
      : [],
  );
}

function isUnparsableItem({ block, shape }: Pick<PlacedBlock, "block" | "shape">): boolean {
  return !block.isValidYaml && shape.kind === "item" && shape.list !== undefined && isItemKind(shape.list);
}

/** The other blocks, such as the meeting head. */
export function unparsableBlocks(document: MeetingDocument): readonly PlacedBlock[] {
  return document.blocks.filter(
    (placedBlock) =>
      !placedBlock.block.isValidYaml &&
      !isUnparsableItem(placedBlock) &&
      placedBlock.block.text.trim() !== "",
  );
}
