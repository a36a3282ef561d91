import { describe, expect, it } from "vitest";
import type { Series } from "./editing/samples";
import { readOptions } from "./options";
import { between } from "./report/between";
import { curves } from "./report/curves";
import { delayTable } from "./report/delays";
import { median, quantile } from "./report/statistics";
import { table } from "./report/table";

const measure = "keystroke → diagnostics";
const of = (server: Series["server"], size: number, ...values: number[]): Series => ({
  measure,
  unit: "ms",
  server,
  size,
  values,
});
const series = [
  of("ours", 20, 2, 4, 3),
  of("peer", 20, 230),
  of("stub", 20, 1.5),
  of("ours", 200, 4),
  of("peer", 200, Number.POSITIVE_INFINITY),
];

describe("what the benchmark reports", () => {
  it("takes the median and the 95th percentile by rank", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(
      quantile(
        Array.from({ length: 100 }, (_, at) => 100 - at),
        0.95,
      ),
    ).toBe(95);
    expect(median([])).toBeUndefined();
  });

  it("sets the servers beside each other, with ratios, and reports missing answers", () => {
    expect(table(series).split("\n")).toEqual([
      "median / p95             size   ours           peer       stub  peer:ours  no debounce  ours:stub",
      "keystroke → diagnostics    20  3 / 4      230 / 230  1.5 / 1.5        77×          10×         2×",
      "keystroke → diagnostics   200  4 / 4  never / never          –          ∞            ∞",
    ]);
  });

  it("counts the turns of the event loop that took longer than a frame", () => {
    const percentiles = [
      [50, 1.1],
      [90, 5],
      [99, 20],
      [100, 30],
    ] as const;
    const lines = delayTable([{ server: "ours", size: 10_000, count: 200, max: 30, percentiles }]).split(
      "\n",
    );
    expect(lines[1]?.split(/\s{2,}/)).toEqual(["ours", "10,000", "1.1", "5", "20", "30", "30", "20"]);
  });

  it("draws a line a server, with words for who cannot see them", () => {
    const svg = curves(series, [measure, "nothing measured"]);
    expect(svg.match(/<polyline /g)).toHaveLength(3);
    expect(svg).toContain("ours: 3 at 20, 4 at 200; peer: 230 at 20; stub: 1.5 at 20.");
    expect(svg).toContain("prefers-color-scheme: dark");
    expect(svg).not.toMatch(/NaN|Infinity|nothing measured/);
    const [, first, second] = /class="line ours" points="([\d.]+),[\d.]+ ([\d.]+),/.exec(svg) ?? [];
    expect(Number(second)).toBeGreaterThan(Number(first));
  });

  it("puts the table between its marks", () => {
    const page = "a\n<!-- bench -->\nold\n<!-- /bench -->\nb";
    expect(between(page, "bench", "new")).toBe("a\n<!-- bench -->\nnew\n<!-- /bench -->\nb");
    expect(() => between("a", "bench", "new")).toThrow("There is no <!-- bench -->");
  });
});

describe("the arguments of npm run bench", () => {
  it("pick sizes and servers", () => {
    expect(readOptions(["--sizes", "20,200", "--only", "ours,stub", "--quick"])).toEqual({
      sizes: [20, 200],
      servers: ["ours", "ours, pushing", "stub"],
      isQuick: true,
      isWhole: false,
    });
    expect(readOptions([]).isWhole).toBe(true);
  });

  it("are refused if they are invalid", () => {
    expect(() => readOptions(["--sizes", "many"])).toThrow("many is not a number");
    expect(() => readOptions(["--only", "ours,them"])).toThrow("There is no server them");
    expect(() => readOptions(["--fast"])).toThrow("--fast");
  });
});
