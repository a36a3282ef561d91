import { describe, expect, it } from "vitest";
import { startsOverMidnight } from "../../../server/src/core/document/startDays";
import { minuteOfDay, timeAndDays } from "../../../server/src/core/time/timeOfDay";

/** `22:00+180` starts at 22:00 and takes 180 minutes; `-` has no start. */
function days(...talks: readonly string[]): readonly string[] {
  const times = talks.map((talk) => {
    const [time = "", duration] = talk.split("+");
    return { start: minuteOfDay(time), duration: duration === undefined ? undefined : Number(duration) };
  });
  return startsOverMidnight(times).map((start) => (start === undefined ? "-" : timeAndDays(start)));
}

describe("starts over midnight", () => {
  it.each([
    [
      ["23:30", "00:15"],
      ["23:30", "00:15 the next day"],
    ],
    [
      ["22:00+180", "01:00+30", "01:30"],
      ["22:00", "01:00 the next day", "01:30 the next day"],
    ],
    [
      ["23:30", "-", "00:15"],
      ["23:30", "-", "00:15 the next day"],
    ],
    [
      ["09:00", "23:59", "00:00"],
      ["09:00", "23:59", "00:00 the next day"],
    ],
    // ends when the next one begins
    [
      ["18:00+720", "06:00"],
      ["18:00", "06:00 the next day"],
    ],
    // two nights
    [
      ["23:00", "01:00", "12:00", "23:00", "01:00"],
      ["23:00", "01:00 the next day", "12:00 the next day", "23:00 the next day", "01:00, 2 days later"],
    ],
  ])("in %j are %j", (talks, expected) => expect(days(...talks)).toEqual(expected));

  it.each([
    [["09:30", "09:00"]],
    [["16:00", "09:00"]],
    [["14:00+30", "09:00"]],
    // the afternoon on a clock of twelve hours
    [["11:00", "12:00", "01:00", "02:00"]],
    [["08:00", "23:00"]],
    [["-", "09:00"]],
    [[]],
  ])("in %j are all on the first day", (talks) =>
    expect(days(...talks)).toEqual(talks.map((talk) => talk.split("+")[0])),
  );

  it("return to the first day at an item of the evening", () => {
    expect(days("23:30", "00:15", "22:00")).toEqual(["23:30", "00:15 the next day", "22:00"]);
    expect(days("23:30", "00:15", "09:00", "22:00").at(-1)).toBe("22:00 the next day");
  });

  it("do not change if they are read again", () => {
    const starts = startsOverMidnight([1410, 15, 1320, 30].map((start) => ({ start })));
    expect(startsOverMidnight(starts.map((start) => ({ start })))).toEqual(starts);
  });
});
