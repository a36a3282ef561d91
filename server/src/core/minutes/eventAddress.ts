import type { BlockDocument } from "../document/blockDocument";
import { addressIn } from "../document/plainValues";
import { type IndicoAddressReading, readIndicoAddress } from "../text/indicoAddress";

/** The address of the event that the meeting's `url` has. */
export function eventAddress(document: BlockDocument): IndicoAddressReading {
  const url = document.head()?.withUnit(({ value }) => addressIn(value, "url"));
  if (url === undefined) return { problem: "the meeting has no url; it must be the address of the event" };
  return readIndicoAddress(url);
}
