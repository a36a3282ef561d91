import { dayOfWeek } from "../../time/dateRange";
import type { Notes } from "../read/notes";
import type { Entry } from "./sections";

/** The entry with its day, if the meeting has several, and its session; for arrangements that do not show them. */
export function withWhere(entry: Entry, { meeting }: Notes): Entry {
  if (entry.kind !== "item") return entry;
  const { date, session } = entry.item;
  const isOtherDay = date !== undefined && (meeting.endDate !== undefined || date !== meeting.date);
  const where = [isOtherDay ? dayOfWeek(date) : [], session ?? []].flat();
  return where.length > 0 ? { ...entry, where } : entry;
}
