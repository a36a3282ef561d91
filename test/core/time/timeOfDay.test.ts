import { describe, expect, it } from "vitest";
import { minuteOfDay, timeAndDays, timeOfDay, timeSpan } from "../../../server/src/core/time/timeOfDay";

describe("a time of day", () => {
  it.each([
    ["09:30", 570],
    ["9:30", 570],
    ["00:00", 0],
    ["23:59", 1439],
    ["24:00", undefined],
    ["09:60", undefined],
    ["9", undefined],
    [" 09:30", undefined],
    ["09:30\n", undefined],
  ])("%j is %s minutes after midnight", (text, minute) => expect(minuteOfDay(text)).toBe(minute));

  it.each([
    [0, "00:00", "00:00"],
    [570.4, "09:30", "09:30"],
    [1439.6, "00:00", "00:00 the next day"],
    [1470, "00:30", "00:30 the next day"],
    [20_540, "06:20", "06:20, 14 days later"],
  ])("%s minutes are %s and %s", (minute, time, withDays) => {
    expect([timeOfDay(minute), timeAndDays(minute)]).toEqual([time, withDays]);
  });

  it.each([
    [570, 590, "09:30–09:50"],
    [1430, 1450, "23:50–00:10 the next day"],
    [1455, 1485, "00:15–00:45 the next day"],
    [1455, 2885, "00:15 the next day–00:05, 2 days later"],
  ])("from %s to %s is %s", (start, end, expected) => expect(timeSpan(start, end)).toBe(expected));
});
