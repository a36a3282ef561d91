import { describe, expect, it } from "vitest";
import { dayOf, placeOf, scheduleDefaults } from "../../../server/src/core/document/itemDay";
import { readMeeting } from "../../support/meeting";

const text = `meeting:
  title: Workshop
  date: 2019-12-10
  place: CERN
sessions:
  - title: Storage
    date: 2019-12-11
    place: Room 40
  - {title: Network, date: 2019-12-10, start: "09:00", place: Room 2}
  - {title: Network, date: 2019-12-11, start: "09:00", place: Room 3}
  - {title: network, date: 2019-12-11, start: "14:00", place: Room 4}
contributions:
  - {title: In the first slot, session: Network}
  - {title: On the day of the second, session: Network, date: 2019-12-11}
  - {title: In the third slot, session: Network, date: 2019-12-11, start: "14:30"}
  - {title: On another day, session: Network, date: 2019-12-12}
  - title: Of the meeting
  - title: Of its session
    session: storage
  - title: With a date and a place
    session: Storage
    date: 2019-12-12
    place: Room 1
  - title: Not of the calendar
    session: Storage
    date: 2019-02-30
  - title: Of an unknown session
    session: Unknown
  - break: Coffee
    session: Storage
`;

const summaries = readMeeting(text)
  .units()
  .map(({ summary }) => summary);
const defaults = scheduleDefaults(summaries);
const itemNamed = (title: string) => summaries.find((summary) => summary.title === title) ?? expect.fail();

describe("the day and the place of an item", () => {
  it.each([
    ["Of the meeting", "2019-12-10", "CERN"],
    ["Of its session", "2019-12-11", "Room 40"],
    ["With a date and a place", "2019-12-12", "Room 1"],
    ["Not of the calendar", "2019-12-11", "Room 40"],
    ["Of an unknown session", "2019-12-10", "CERN"],
    ["Coffee", "2019-12-11", "Room 40"],
    ["Storage", "2019-12-11", "Room 40"],
    ["In the first slot", "2019-12-10", "Room 2"],
    ["On the day of the second", "2019-12-11", "Room 3"],
    ["In the third slot", "2019-12-11", "Room 4"],
    ["On another day", "2019-12-12", "Room 2"],
  ])("%s", (title, day, place) => {
    expect([dayOf(itemNamed(title), defaults), placeOf(itemNamed(title), defaults)]).toEqual([day, place]);
  });
});
