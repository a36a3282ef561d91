import { People } from "../shorthand/people";
import type { ShorthandContext } from "../shorthand/types";
import type { BlockDocument } from "./blockDocument";
import { Item } from "./item";

/** What the lines of notes of a file are read with: its persons and the day of the meeting. */
export function shorthandContext(document: BlockDocument): ShorthandContext {
  const head = document.head();
  const dates = head?.withUnit((unit) => {
    const item = new Item(unit);
    return { date: item.text("date"), nextMeeting: item.text("nextMeeting") };
  });
  return {
    people: new People(document.units().flatMap(({ summary }) => summary.people)),
    date: dates?.date ?? "",
    ...(dates?.nextMeeting !== undefined && { nextMeeting: dates.nextMeeting }),
  };
}
