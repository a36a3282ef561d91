import type { BlockDocument } from "../../document/blockDocument";
import { textIn } from "../../document/plainValues";

/** The time zone of a file, as written: an agenda that does not say its own zone is read in it. */
export function fileZone(document: BlockDocument): string | undefined {
  return document.head()?.withUnit(({ value }) => textIn(value, "timezone"));
}
