/** No regular expression takes much longer than its text is long. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { growthOf } from "../support/expressions/growth";
import { expressionsInData } from "../support/expressions/inData";
import { type Expression, expressionsIn, inFile } from "../support/expressions/inSource";

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = expressionsIn(root, ["server/src/**/*.ts", "client/{src,webview}/**/*.ts"]);
const data = expressionsInData(root, ["schemas/*.json", "syntaxes/*.json", "language-configuration.json"]);

/** One of each text and flags: the same in other places is known. */
function distinct(expressions: readonly Expression[]): readonly Expression[] {
  return [...new Map(expressions.map((one) => [`${one.source}/${one.flags}/${one.bound}`, one])).values()];
}

async function faultOf(expression: Expression): Promise<string | undefined> {
  const { growth, reason } = await growthOf(expression);
  const isFine = growth === "linear" ? !expression.bound : growth === "polynomial" && expression.bound;
  return isFine ? undefined : `${expression.place}: ${growth} ${reason} /${expression.source}/`;
}

async function faultsOf(expressions: readonly Expression[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const expression of distinct(expressions)) {
    const fault = await faultOf(expression);
    if (fault) faults.push(fault);
  }
  return faults;
}

describe("the regular expressions", { timeout: 1_800_000 }, () => {
  it("are all read, but for the patterns of the schema", () => {
    expect(source.read.length).toBeGreaterThan(150);
    expect(data.length).toBeGreaterThan(50);
    expect(source.unread.map(({ code }) => code).filter((code) => !/[pP]attern\b/.test(code))).toEqual([]);
  });

  it("in the source grow as their text does, or meet a short one", async () => {
    expect(await faultsOf(source.read)).toEqual([]);
    expect(source.read.filter(({ bound }) => bound)).toHaveLength(source.bounds);
  });

  it("in schemas, the grammar and the language configuration grow as their text does", async () => {
    const faults = await faultsOf(data);
    // what colours a value without quotes; the editor colours lines of at most 20,000 characters
    const isValue = (fault: string) =>
      fault.includes("polynomial") && /\(\?<=(\[ \\t\]\(\?:notes\|context\))?:\)/.test(fault);
    expect(faults.filter((fault) => !isValue(fault))).toEqual([]);
  });
});

describe("what reads and judges them", { timeout: 600_000 }, () => {
  const places = (code: string) =>
    inFile("a.ts", code).read.map(({ place, source, flags }) => [place, source, flags]);

  it("finds literals, constructors and texts that become expressions", () => {
    expect(places("const a = 4 / 2 / 1;\nconst b = `${/x\\/[/]/g.test('/')}`; // /no/")).toEqual([
      ["a.ts:2", "x\\/[/]", "g"],
    ]);
    expect(places('const end = "b+"; RegExp(`a${end}$`, "i")')).toEqual([["a.ts:1", "ab+$", "i"]]);
    expect(places('new RegExp(String.raw`\\d`)\n"".match("a+")')).toEqual([
      ["a.ts:1", "\\d", ""],
      ["a.ts:2", "a+", ""],
    ]);
    expect(inFile("a.ts", "new RegExp(name)").unread).toEqual([
      { place: "a.ts:1", code: "new RegExp(name)" },
    ]);
  });

  it.each([
    [String.raw`^(?:[ \t]*-[ \t]+)*[[{]`, "exponential"],
    [String.raw`[ \t]+$`, "polynomial"],
    [String.raw`(?<=#[ \t]*)x`, "polynomial"],
    [String.raw`^[ \t]*(?:-[ \t]+)*[[{]`, "linear"],
    ["(", "unknown"],
  ])("takes %s for %s", async (pattern, growth) =>
    expect((await growthOf({ source: pattern, flags: "" })).growth).toBe(growth),
  );
});
