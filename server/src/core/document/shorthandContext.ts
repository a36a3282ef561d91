import { People } from "../shorthand/people";
import type { ShorthandContext } from "../shorthand/types";
import type { BlockDocument } from "./blockDocument";
import { Item } from "./item";
import { dayOf, type ScheduleDefaults, type ScheduledItem, scheduleDefaults } from "./itemDay";

/** What the lines of notes of a file are read with: its persons and its days. */
export interface FileShorthandContext extends Omit<ShorthandContext, "date"> {
  readonly schedule: ScheduleDefaults;
}

export function shorthandContext(document: BlockDocument): FileShorthandContext {
  const summaries = document.units().map(({ summary }) => summary);
  const nextMeeting = document.head()?.withUnit((unit) => new Item(unit).text("nextMeeting"));
  return {
    people: new People(summaries.flatMap(({ people }) => people)),
    schedule: scheduleDefaults(summaries),
    ...(nextMeeting !== undefined && { nextMeeting }),
  };
}

/** The context with the day of the item, from which its notes and those of its parts count “by Friday”. */
export function onDayOf(
  item: ScheduledItem,
  { schedule, ...context }: FileShorthandContext,
): ShorthandContext {
  return { ...context, date: dayOf(item, schedule) ?? "" };
}
