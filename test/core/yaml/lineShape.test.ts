import { describe, expect, it } from "vitest";
import {
  isBlankOrComment,
  isBlockScalar,
  isKeyWithoutValue,
  lineShape,
  skipDashes,
} from "../../../server/src/core/yaml/lineShape";
import { readMarks } from "../../../server/src/core/yaml/openMarks";

const above = "meeting:\n";

/** The line in the middle of a text, since its positions are offsets in the text. */
function shapeOf(line: string) {
  const text = `${above}${line}\nbelow: x\n`;
  return { text, shape: lineShape(text, { start: above.length, end: above.length + line.length }) };
}

/** The parts of a line as texts. */
function partsOf(line: string) {
  const { text, shape } = shapeOf(line);
  const { start, indentEnd, dashes, contentStart, key, valueStart, contentEnd, commentStart, end } = shape;
  return {
    indent: indentEnd - start,
    dashes: dashes.map((dash) => dash - start),
    content: contentStart - start,
    key: key?.name,
    value: text.slice(valueStart, Math.max(valueStart, contentEnd)),
    comment: text.slice(commentStart, end),
  };
}

/** The brackets and the quote that a line leaves open, outermost first. */
function openOf(line: string): string {
  const { brackets, quote } = shapeOf(line).shape.open;
  return [...brackets, ...(quote ? [quote] : [])].map(({ char }) => char).join("");
}

describe("the parts of a line", () => {
  const none = { indent: 0, dashes: [], content: 0, key: undefined, value: "", comment: "" };

  it.each<[string, Partial<ReturnType<typeof partsOf>>]>([
    ["", {}],
    ["   ", { indent: 3, content: 3 }],
    ["  # why", { indent: 2, content: 2, comment: "# why" }],
    ["title: x", { key: "title", value: "x" }],
    ["    title:", { indent: 4, content: 4, key: "title" }],
    ["\t title: x \t", { indent: 2, content: 2, key: "title", value: "x" }],
    ["  - title: x # c", { indent: 2, dashes: [2], content: 4, key: "title", value: "x", comment: "# c" }],
    ["- -   x", { dashes: [0, 2], content: 6, value: "x" }],
    ["  -", { indent: 2, dashes: [2], content: 3 }],
    ["-x: y", { key: "-x", value: "y" }],
    ["-\u00a0x", { value: "-\u00a0x" }],
    ["? title", { value: "title" }],
    [": x", { value: "x" }],
    ["? x: y", { value: "x: y" }],
  ])("%j", (line, expected) => expect(partsOf(line)).toEqual({ ...none, ...expected }));

  it.each([
    ['"title": x', "title"],
    ["'a b' : x", "a b"],
    ['"a\\": b": x', 'a\\": b'],
    ["a b: x", "a b"],
    ["a:b: x", "a:b"],
    [":: x", ":"],
    ["C#: x", "C#"],
    ["A. Forti: CERN: x", "A. Forti"],
    ["&a title: x", "title"],
    ["- !!str &a title: x", "title"],
    ["a # b: c", undefined],
    ["a:b", undefined],
    ["[a: b", undefined],
    [": a: b", undefined],
    ['"a: b', undefined],
  ])("%j has the key %j", (line, key) => expect(partsOf(line).key).toBe(key));

  it.each([
    ["title: &a !!str x", "x"],
    ["title: &a", ""],
    ["title: &a[x]", "&a[x]"],
    ["title: &a &b x", "x"],
    ["title: !", ""],
    ["- &a x", "x"],
    ["title: 'a # b' # c", "'a # b'"],
    ["title: it's 'a # b'", "it's 'a"],
    ['title: "a # b', '"a'],
    ["title: a\u00a0# b", "a\u00a0# b"],
    ["title:\u00a0x", "\u00a0x"],
    ['themes: [a, "b # c", d] # e', '[a, "b # c", d]'],
    ["themes: [it's # c", "[it's"],
  ])("%j has the value %j", (line, value) => expect(partsOf(line).value).toBe(value));
});

describe("what a line leaves open", () => {
  it.each([
    ["themes: [a", "["],
    ["themes: &a [a", "["],
    ['"themes": [a', "["],
    ["- {title: x, themes: [a", "{["],
    ['themes: ["a', '["'],
    ['title: "a \\" b', '"'],
    ["title: 'it''s [x", "'"],
    ["title: 'it''s'", ""],
    ["title: it's [x", ""],
    ["themes: [it's, that's]", ""],
    ["themes: [a # [b", "["],
    ["title: # [b", ""],
    ["title [x", ""],
  ])("%j: %j", (line, expected) => expect(openOf(line)).toBe(expected));

  it("is a bracket that one of the other kind closes", () => {
    const { text, shape } = shapeOf("- {title: x, themes: [sec}");
    const { opened, at } = shape.open.mismatch ?? { opened: { char: "", at: 0 }, at: 0 };
    expect(text.slice(opened.at, at + 1)).toBe("[sec}");
  });

  it("counts in the lines of a flow collection whatever they begin with", () => {
    const text = "a, [b, 'c # ]'], d]";
    const { brackets, closesAbove, commentStart } = readMarks(text, { start: 0, end: text.length }, true);
    expect({ brackets, closesAbove, commentStart }).toEqual({
      brackets: [],
      closesAbove: 1,
      commentStart: text.length,
    });
  });
});

describe("a question about a line", () => {
  it.each([
    ["notes: |", true],
    ["notes: >- # c", true],
    ["notes: !!str |2", true],
    ["notes: |-2", true],
    ["- |", true],
    [": |", true],
    ["notes: |12", false],
    ["notes: |x", false],
    ["notes: a - |", false],
    ["|", false],
  ])("%j is the head of a text below: %s", (line, expected) => {
    const { text, shape } = shapeOf(line);
    expect(isBlockScalar(text, shape)).toBe(expected);
  });

  it.each([
    ["speakers:", true],
    ["speakers: # c", true],
    ["speakers: &a", true],
    ["speakers: x", false],
    ["speakers: x:", false],
    ["speakers", false],
  ])("%j is a key alone: %s", (line, expected) =>
    expect(isKeyWithoutValue(shapeOf(line).shape)).toBe(expected),
  );

  it.each([
    ["", true],
    [" \t", true],
    [" # c", true],
    ["x # c", false],
    ["\u00a0", false],
  ])("%j is blank or a comment: %s", (line, expected) =>
    expect(isBlankOrComment(line, { start: 0, end: line.length })).toBe(expected),
  );

  it.each([
    ["  - - x", 6],
    ["  -", 2],
    ["  - ", 4],
    ["-x", 0],
  ])("%j has its first key or value at %i", (line, column) =>
    expect(skipDashes(line, 0, line.length)).toBe(column),
  );

  it("of a long line is answered in no time", () => {
    const line = `${"- ".repeat(100_000)}title: [${'"a # '.repeat(100_000)}`;
    const { shape } = shapeOf(line);
    expect(shape.dashes).toHaveLength(100_000);
    expect(shape.key?.name).toBe("title");
  });
});
