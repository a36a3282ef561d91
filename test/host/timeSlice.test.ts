/** Work in slices, on a clock that the tests move. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Steps } from "../../server/src/core/suggest/steps";
import { runInSlices, TimeSlice } from "../../server/src/host/timeSlice";

let now = 0;

beforeEach(() => {
  now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

/** Work of ten steps, each of so many milliseconds; `order` notes each. */
function* work(milliseconds: number, order: string[]): Steps<string> {
  for (let step = 1; step <= 10; step++) {
    now += milliseconds;
    order.push(`step ${step}`);
    yield;
  }
  return "result";
}

describe("a slice of time", () => {
  it("is over after eight milliseconds, and after the next slice begins again", async () => {
    const slice = new TimeSlice();
    now = 8;
    expect(slice.isOver()).toBe(false);
    now = 9;
    expect(slice.isOver()).toBe(true);
    await slice.yieldToEventLoop();
    expect(slice.isOver()).toBe(false);
  });
});

describe("work in slices", () => {
  it("lets other work in after each slice", async () => {
    const order: string[] = [];
    const other = (): void => {
      order.push("other");
      if (order.length < 12) setImmediate(other);
    };
    setImmediate(other);
    expect(await runInSlices(work(3, order), () => true)).toBe("result");
    expect(order.indexOf("other")).toBe(3);
    expect(order.filter((entry) => entry === "other").length).toBeGreaterThan(1);
  });

  it("is done in one go where it fits a slice", async () => {
    const order: string[] = [];
    setImmediate(() => order.push("other"));
    expect(await runInSlices(work(0.5, order), () => true)).toBe("result");
    expect(order).toHaveLength(10);
  });

  it("stops after the slice in which it is no longer wanted", async () => {
    const order: string[] = [];
    expect(await runInSlices(work(9, order), () => order.length < 2)).toBeUndefined();
    expect(order).toEqual(["step 1", "step 2"]);
  });
});
