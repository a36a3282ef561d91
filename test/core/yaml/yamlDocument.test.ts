import { describe, expect, it } from "vitest";
import { maxNestingDepth, parseDocumentSafely } from "../../../server/src/core/yaml/yamlDocument";
import { inMeeting } from "../../support/findings";
import { readMeeting } from "../../support/meeting";

const options = { prettyErrors: false, uniqueKeys: false, logLevel: "error" } as const;
const codesOf = (text: string) => parseDocumentSafely(text, options).errors.map(({ code }) => code);

describe("YAML", () => {
  it("is parsed as by the library", () => {
    expect(parseDocumentSafely("a: [1, {b: c}]\n", options).toJS()).toEqual({ a: [1, { b: "c" }] });
    expect(codesOf("a: 1\n--- \nb: 2\n")).toEqual(["MULTIPLE_DOCS"]);
    expect(codesOf("a: [1\n")).toEqual(["BAD_INDENT"]);
    expect(parseDocumentSafely("", options).contents).toBeNull();
  });

  it("is read as deep as the limit", () => {
    const depth = maxNestingDepth - 2;
    expect(codesOf("[".repeat(depth) + "]".repeat(depth))).toEqual([]);
  });

  // the parser's stack would overflow where V8 compiles an expression, which ends the process
  it.each(['"a": {', "[", "{", "- ", "? ", "{a: ", "[{", "!a {", "&a ["])(
    "%j within itself is refused",
    (unit) => {
      for (const times of [1000, 5000, 40_000])
        expect(codesOf(unit.repeat(times))[0]).toBe("RESOURCE_EXHAUSTION");
      const [first, ...others] = readMeeting(inMeeting(`  - title: ${unit.repeat(5000)}\n`)).findings();
      // a list on the line of its key is a separate error
      expect([first?.code, others]).toEqual([unit === "- " ? "yaml-syntax" : "too-complex", []]);
    },
  );

  it("has no more errors than anybody reads", () => {
    expect(codesOf('"'.repeat(100_000)).length).toBeLessThanOrEqual(1001);
    expect(codesOf(`a: [${'" '.repeat(100_000)}`).length).toBeLessThanOrEqual(1001);
  });
});
