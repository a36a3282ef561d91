import type { Item } from "../../document/item";
import { withoutAddressBrackets } from "../../text/addresses";

/** The place, or the address of a room on the web. */
export function placeOf(item: Item): string | undefined {
  const place = item.text("place");
  return place === undefined ? undefined : withoutAddressBrackets(place);
}
