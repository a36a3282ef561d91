import { describe, expect, it } from "vitest";
import { type PlannedTime, timetable } from "../../../server/src/core/document/timetable";

type Talk = PlannedTime & { readonly name: string };
const talk = (name: string, start?: number, duration?: number): Talk => ({
  name,
  ...(start !== undefined && { start }),
  ...(duration !== undefined && { duration }),
});

/** Each slot in short: `a`, `b, overlaps a to 10`, `c, after gap 10-20`. */
function slots(...talks: readonly Talk[]): readonly string[] {
  return timetable(talks, (item) => item).map(({ item, overlaps, gap }) =>
    [
      item.name,
      ...(overlaps ? [`overlaps ${overlaps.item.name} to ${overlaps.end}`] : []),
      ...(gap ? [`after gap ${gap.start}-${gap.end}`] : []),
    ].join(", "),
  );
}

describe("a timetable", () => {
  it("is in the order of time, and of the file at the same time", () => {
    expect(slots(talk("c", 20, 5), talk("a", 0, 10), talk("b", 10), talk("d", 20, 5))).toEqual([
      "a",
      "b",
      "c",
      "d, overlaps c to 25",
    ]);
  });

  it("keeps a talk without a start after the one before it, and names no gap that it may fill", () => {
    expect(slots(talk("a", 0, 10), talk("x"), talk("b", 20, 5), talk("c", 30))).toEqual([
      "a",
      "x",
      "b",
      "c, after gap 25-30",
    ]);
  });

  it("names the overlapped talk that ends last", () => {
    expect(slots(talk("a", 0, 60), talk("b", 5, 5), talk("c", 20, 5), talk("d", 60))).toEqual([
      "a",
      "b, overlaps a to 60",
      "c, overlaps a to 60",
      "d",
    ]);
  });

  it("names no gap after a talk of unknown length", () => {
    expect(slots(talk("a", 0), talk("b", 30, 5))).toEqual(["a", "b"]);
  });

  it("may be empty, or without times", () => {
    expect([slots(), slots(talk("a"), talk("b"))]).toEqual([[], ["a", "b"]]);
  });
});
