import type { Vocabulary } from "../catalogue/vocabulary";
import { People } from "../shorthand/people";
import type { ShorthandContext } from "../shorthand/types";
import type { BlockDocument } from "./blockDocument";
import { Item } from "./item";
import { dayOf, type ScheduleDefaults, type ScheduledItem, scheduleDefaults } from "./itemDay";

/** What the lines of notes of a file are read with: its persons and its days. */
export interface FileShorthandContext extends Omit<ShorthandContext, "date"> {
  readonly schedule: ScheduleDefaults;
  /** the numbers of the actions of the meeting as a whole, in lower case */
  readonly meetingNumbers: ReadonlySet<string>;
}

/** What the notes of an item are read with. */
export type ItemShorthandContext = ShorthandContext & Pick<FileShorthandContext, "meetingNumbers">;

/** @param systems the catalogue's, whose names are not those of persons */
export function shorthandContext(
  document: BlockDocument,
  systems: Pick<Vocabulary, "system">,
): FileShorthandContext {
  const summaries = document.units().map(({ summary }) => summary);
  const nextMeeting = document.head()?.withUnit((unit) => new Item(unit).text("nextMeeting"));
  return {
    people: new People(
      summaries.flatMap(({ people }) => people),
      (name) => systems.system(name) !== undefined,
    ),
    schedule: scheduleDefaults(summaries),
    meetingNumbers: new Set(
      summaries.flatMap(({ kind, actions = [] }) =>
        kind === "actions" ? actions.flatMap(({ id }) => id?.toLowerCase() ?? []) : [],
      ),
    ),
    ...(nextMeeting !== undefined && { nextMeeting }),
  };
}

/** The context with the day of the item, from which its notes and those of its parts count “by Friday”. */
export function onDayOf(
  item: ScheduledItem,
  { schedule, ...context }: FileShorthandContext,
): ItemShorthandContext {
  return { ...context, date: dayOf(item, schedule) ?? "" };
}
