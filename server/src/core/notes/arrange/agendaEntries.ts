/** The entries of one section of the agenda, with overlaps and gaps. */
import { comparableSession } from "../../document/itemDay";
import { timetable } from "../../document/timetable";
import { repeatedText } from "../../text/displayText";
import { groupBy } from "../../text/groupBy";
import type { AgendaEntry } from "./agendaDays";
import type { Entry, ItemEntry } from "./sections";

/**
 * @param entries of one day and session, in time order
 * @param hasGaps whether free periods are entries too
 */
export function entriesInTimeOrder(entries: readonly AgendaEntry[], hasGaps: boolean): readonly Entry[] {
  const overlaps = overlapsIn(entries);
  return timetable(entries, (entry) => entry).flatMap(({ item, gap }): readonly Entry[] => {
    const overlap = overlaps.get(item.key);
    const entry: Entry =
      item.kind === "breaks"
        ? { kind: "break", entry: item }
        : { kind: "item", id: item.key, item, ...(overlap && { overlap }) };
    return gap && hasGaps ? [{ kind: "gap", ...gap }, entry] : [entry];
  });
}

/** The overlaps by the key of the later item; items in different rooms do not overlap. */
function overlapsIn(entries: readonly AgendaEntry[]): ReadonlyMap<string, NonNullable<ItemEntry["overlap"]>> {
  const rooms = groupBy(entries, ({ place = "" }) => comparableSession(place));
  const found = [...rooms.values()].flatMap((room) =>
    timetable(room, (entry) => entry).flatMap(({ item, overlaps }) =>
      overlaps
        ? [[item.key, { title: repeatedText(overlaps.item.title), until: overlaps.end }] as const]
        : [],
    ),
  );
  return new Map(found);
}
