import type { PlacedUnit } from "../../document/blockDocument";
import { Item } from "../../document/item";
import { shiftRange } from "../../text/range";
import type { ItemContext } from "./itemContext";
import { publishedMarkdown } from "./publishedMarkdown";
import { placeAndTime } from "./readItem";
import type { BreakReading } from "./readResult";
import { timesOf } from "./times";
import { withUnknownKeys } from "./unknownKeys";

export function readBreak(placed: PlacedUnit, context: ItemContext): BreakReading {
  const values = placed.withUnit((unit) => {
    const item = new Item(unit);
    const notes = publishedMarkdown(withUnknownKeys(undefined, item.unknownKeys));
    return {
      title: item.title,
      ...placeAndTime(item, placed, context),
      ...timesOf(item),
      ...(notes !== undefined && { notes }),
    };
  });
  return { range: shiftRange(placed.summary.range, placed.start), item: { kind: "breaks", ...values } };
}
