import { describe, expect, it } from "vitest";
import { minuteOfDay, timeAndDays, timeOfDay } from "../../../server/src/core/time/timeOfDay";

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
    [1439.6, "00:00", "00:00 (+1 day)"],
    [1470, "00:30", "00:30 (+1 day)"],
    [20_540, "06:20", "06:20 (+14 days)"],
  ])("%s minutes are %s and %s", (minute, time, withDays) => {
    expect([timeOfDay(minute), timeAndDays(minute)]).toEqual([time, withDays]);
  });
});
