import type { Item } from "../../document/item";
import { endOf } from "../../document/timetable";
import type { TimeSlot } from "./notes";

/** The times of an item as far as they are given. */
export function timesOf({ start, duration }: Pick<Item, "start" | "duration">): TimeSlot {
  const time = { ...(start !== undefined && { start }), ...(duration !== undefined && { duration }) };
  const end = endOf(time);
  return { ...time, ...(end !== undefined && { end }) };
}
