import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockOf, ianaNameOf, timeZones } from "../../../server/src/core/time/timeZone";

describe("local time at an instant", () => {
  it.each([
    ["Europe/Zurich", "2026-03-10T14:00:00Z", "2026-03-10", 15 * 60],
    ["America/New_York", "2024-03-12T00:30:59Z", "2024-03-11", 20 * 60 + 30],
    ["Asia/Kolkata", "2026-03-10T20:00:00Z", "2026-03-11", 90],
    ["Australia/Lord_Howe", "2026-04-04T15:00:00Z", "2026-04-05", 90],
    ["Pacific/Kiritimati", "0000-01-01T00:00:00Z", "0000-01-01", undefined],
    [undefined, "2026-03-10T14:00:00Z", "2026-03-10", 14 * 60],
  ])("%s %s", (zone, instant, date, minute) => {
    const local = clockOf(zone)?.localAt(new Date(instant));
    if (minute !== undefined) expect(local).toEqual({ date, minute });
  });

  it.each(["-271821-04-20T00:00:00Z", "+010000-01-01T12:00:00Z", "x"])("%s is none", (instant) => {
    expect(clockOf("UTC")?.localAt(new Date(instant))).toBeUndefined();
    expect(clockOf(undefined)?.localAt(new Date(instant))).toBeUndefined();
  });

  it("is the inverse of the instant, except for times that are skipped", () => {
    const zone = fc.constantFrom(
      "Europe/Zurich",
      "America/New_York",
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
    );
    const at = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(zone, at, (name, time) => {
        const clock = clockOf(name);
        const instant = new Date(Math.floor(time / 60_000) * 60_000);
        const local = clock?.localAt(instant);
        const back = local && clock?.instantOf(local.date, local.minute);
        expect(back && clock?.localAt(back)).toEqual(local);
      }),
    );
  });
});

describe("IANA names", () => {
  it.each([
    ["Europe/Zurich", "Europe/Zurich"],
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["US/Eastern", "America/New_York"],
    ["Japan", "Asia/Tokyo"],
    ["GMT", "UTC"],
    ["Mars/Olympus", undefined],
    ["+01:00", undefined],
    ["", undefined],
    ["__proto__", undefined],
  ])("%s is %s", (name, expected) => {
    expect(ianaNameOf(name)).toBe(expected);
  });

  it("of zones that are known stay", () => {
    expect(timeZones().filter((zone) => ianaNameOf(zone) !== zone)).toEqual([]);
  });
});
