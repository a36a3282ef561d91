import { describe, expect, it } from "vitest";
import type { Cursor } from "../../../server/src/core/cursor/cursor";
import { cursorsAt } from "../../../server/src/core/cursor/cursorsAt";
import type { ItemList } from "../../../server/src/core/schema/itemKinds";

function cursors(marked: string, list?: ItemList): readonly Cursor[] {
  const offset = marked.indexOf("<|>");
  const text = marked.replace("<|>", "");
  return cursorsAt(text, offset, list ? { kind: "item", list } : { kind: "key" });
}

/** `entry contributions.0.themes.1`, the likeliest first. */
function places(marked: string, list?: ItemList): readonly string[] {
  return cursors(marked, list).map(({ slot, path }) => `${slot} ${path.join(".")}`.trim());
}

function only(marked: string, list?: ItemList): Cursor {
  const [cursor, ...others] = cursors(marked, list);
  if (!cursor || others.length > 0) throw new Error(`${others.length} others`);
  return cursor;
}

const at = "contributions.0";
const item = "  - title: a\n";

describe("an item's cursor", () => {
  it.each<[string, readonly string[]]>([
    ["  - <|>", [`entry ${at}`]],
    ["  -<|>", [`entry ${at}`]],
    ["  - ti<|>", [`entry ${at}`]],
    ["  - ti<|>tle: a", [`key ${at}`]],
    ["  - title: <|>", [`value ${at}.title`]],
    ["  - title: a<|>", [`value ${at}.title`]],
    ["  -   title: a\n      <|>", [`key ${at}`]],
    [`${item}    <|>`, [`key ${at}`]],
    [`${item}     <|>`, [`key ${at}`]],
    [`${item}   <|>`, [`key ${at}`]],
    [`${item}  <|>`, ["entry contributions.1"]],
    [`${item} <|>`, ["entry contributions.1"]],
    [`${item}<|>`, ["entry contributions.1", "key"]],
    [`${item}\n\n    <|>\n`, [`key ${at}`]],
    [`${item}    # a comment\n    <|>\n`, [`key ${at}`]],
    [`${item}    the<|>`, [`key ${at}`]],
    [`${item}\t<|>`, ["entry contributions.1"]],
    [`${item}\t\t<|>`, [`key ${at}`]],
    [`${item}    speakers: b\n      c<|>`, []],
    [`${item}    themes: none\n    -<|>`, ["entry contributions.1"]],
    [`${item}    themes: none\n    - <|>`, ["entry contributions.1"]],
    [`${item}    themes:\n    - <|>`, [`entry ${at}.themes.0`]],
    ["  - &a ti<|>tle: a", [`key ${at}`]],
    ["  - &a !!str title: <|>", [`value ${at}.title`]],
    ["  - &a title: a\n    <|>", [`key ${at}`]],
    ["  - C#: <|>", [`value ${at}.C#`]],
    ["  - a # b: <|>", []],
    [`${item}    notes: |12\n      <|>`, [`key ${at}`]],
    ["  -\u00a0<|>", [`entry ${at}`]],
  ])("%j", (marked, expected) => {
    expect(places(marked, "contributions")).toEqual(expected);
    expect(places(marked.replaceAll("\n", "\r\n"), "contributions")).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    ["<|>", [`value ${at}.themes`]],
    [" <|>", [`value ${at}.themes`]],
    [" sec<|>", [`value ${at}.themes`]],
    [" [<|>", [`entry ${at}.themes.0`]],
    [" [a, <|>]", [`entry ${at}.themes.1`]],
    [" [a,<|>b]", [`entry ${at}.themes.1`]],
    [" [a]<|>", []],
    [" <|>[a]", []],
    [" [a,\n      <|>", [`entry ${at}.themes.1`]],
    [" [a,\n    <|>", [`key ${at}`]],
    [" [a\n    speakers: [<|>", [`entry ${at}.speakers.0`]],
    ["\n      <|>", [`entry ${at}.themes.0`]],
    ["\n    <|>", [`entry ${at}.themes.0`, `key ${at}`]],
    ["\n      sec<|>", [`entry ${at}.themes.0`]],
    ["\n      - <|>", [`entry ${at}.themes.0`]],
    ["\n      - a\n      <|>", [`entry ${at}.themes.1`]],
    ["\n      - a\n        <|>", [`entry ${at}.themes.1`]],
    ["\n      - a\n    <|>", [`key ${at}`]],
    ["\n    - a\n    <|>", [`entry ${at}.themes.1`, `key ${at}`]],
    ["\n      - a\n      - b<|>\n      - c", [`entry ${at}.themes.1`]],
    ['\n      - "a\n      - <|>', [`entry ${at}.themes.1`]],
    [" # <|>", []],
    [" [a] # <|>", []],
    [" [a, # <|>", []],
  ])("themes:%j", (rest, expected) => {
    const places_ = places(`${item}    themes:${rest}`, "contributions");
    expect([...places_].sort()).toEqual([...expected].sort());
  });

  it.each<[string, readonly string[]]>([
    [" |\n      <|>", [`text ${at}.notes`]],
    [" |\n      a\n\n<|>\n      b", [`text ${at}.notes`]],
    [" |\n      title: [a, <|>", [`text ${at}.notes`]],
    [" |\n      a # b<|>", [`text ${at}.notes`]],
    [" >-\n      a\n      <|>", [`text ${at}.notes`]],
    [" |\n      a\n    <|>", [`key ${at}`]],
    [" |\n      a\n  <|>", ["entry contributions.1"]],
    [" word<|>", [`text ${at}.notes`]],
  ])("notes:%j", (rest, expected) => {
    expect(places(`${item}    notes:${rest}`, "contributions")).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    [" <|>", ["value surveys.0.answers"]],
    ["\n      - <|>", ["entry surveys.0.answers.0"]],
    ["\n      - {<|>", ["key surveys.0.answers.0"]],
    ["\n      - {answer: <|>}", ["value surveys.0.answers.0.answer"]],
    ["\n      - {answer:<|>}", ["value surveys.0.answers.0.answer"]],
    ["\n      - {answer: a, co<|>}", ["key surveys.0.answers.0"]],
    ["\n      - answer: a\n        <|>", ["key surveys.0.answers.0"]],
    ["\n      - answer: a\n      <|>", ["entry surveys.0.answers.1"]],
    [" [{answer: a}, {<|>", ["key surveys.0.answers.1"]],
  ])("answers:%j", (rest, expected) => {
    expect(places(`  - question: a\n    answers:${rest}`, "surveys")).toEqual(expected);
  });
});

describe("a key's cursor", () => {
  it.each<[string, readonly string[]]>([
    ["<|>", ["key"]],
    ["me<|>", ["key"]],
    ["meeting:\n  <|>", ["key meeting"]],
    ["meeting:\n  ti<|>", ["key meeting"]],
    ["meeting:\n  title: a\n<|>", ["key"]],
    ["meeting:\n  title: a\n <|>", ["key meeting"]],
    ["meeting:\n  chairs: [a\n  da<|>te: b", ["key meeting"]],
    ['meeting:\n  title: "a\n  <|>', ["key meeting"]],
    ["meeting: {title: a, <|>", ["key meeting"]],
    ["contributions:\n  <|>", ["entry contributions.0"]],
    ["contributions:\n<|>", ["entry contributions.0", "key"]],
    ["contributions:\r\n<|>", ["entry contributions.0", "key"]],
    ["\uFEFFmeeting:\n  <|>", ["key meeting"]],
    ["{contributions: [{title: a, themes: [<|>", ["entry contributions.0.themes.0"]],
  ])("%j", (marked, expected) => {
    expect(places(marked)).toEqual(expected);
  });
});

describe("what is replaced", () => {
  it.each<[string, string, string, string]>([
    ["word", "themes: [sec<|>urity, a]", "sec", "security"],
    ["quoted", 'themes: ["sec<|>urity"]', "sec", '"security"'],
    ["unclosed quote", 'themes: ["sec<|>', "sec", '"sec'],
    ["unclosed quote before another", "themes: ['sec<|>, 'a']", "sec", "'sec"],
    ["name of two words", "speakers: [A. F<|>orti]", "A. F", "A. Forti"],
    ["name whose second word is still to come", "speakers: [A. <|>]", "A. ", "A. "],
    ["key", "ti<|>tle: a", "ti", "title"],
    ["value", "community: AT<|>LAS # here", "AT", "ATLAS"],
    ["word of Markdown", "notes: 🐙 see rob<|>ot arms", "rob", "robot"],
    ["after an emoji", 'themes: ["🐙", s<|>]', "s", "s"],
  ])("%s", (_, line, prefix, replaced) => {
    const marked = `${item}    ${line}\n`;
    const cursor = only(marked, "contributions");
    expect(cursor.prefix).toBe(prefix);
    expect(marked.replace("<|>", "").slice(cursor.range.start, cursor.range.end)).toBe(replaced);
  });

  it.each<[string, string, number]>([
    ["themes:<|>", " ", 4],
    ["themes: <|>", "", 4],
    ["themes:\n      <|>", "- ", 8],
    ["themes:\n      -<|>", " ", 8],
    ["themes:\n      - <|>", "", 8],
    ["themes:\n      - a\n        <|>", "- ", 8],
    ["themes:\n      - a\n     <|>", " - ", 8],
    ["themes: []\n   <|>", " ", 4],
    ["themes: []\n\t\t\t<|>", "    ", 4],
  ])("%j leads with %j", (line, insertPrefix, column) => {
    expect(only(`${item}    ${line}`, "contributions")).toMatchObject({ insertPrefix, column });
  });

  it("takes away columns too many", () => {
    const marked = `${item}      <|>`;
    const { range, insertPrefix } = only(marked, "contributions");
    expect([range.start, range.end, insertPrefix]).toEqual([item.length + 4, item.length + 6, ""]);
  });
});

describe("siblings", () => {
  it.each<[string, readonly string[]]>([
    ["    <|>\n    themes: []\n    notes: |\n      b: c\n", ["title", "themes", "notes"]],
    ["    the<|>mes: []\n    notes: |\n", ["title", "notes"]],
    ["    themes: [a, <|>, 'b', \"c\"]", ["a", "b", "c"]],
    ["    themes: [a, <|>\n    notes: b", ["a"]],
    ["    themes:\n      - a\n      <|>\n      - b # c\n    notes: d", ["a", "b"]],
    ["    themes:\n      <|>\n      - b", ["b"]],
    ["    themes:\n      - a<|>\n      - a", ["a"]],
    ["    actions:\n      - text: a\n        <|>\n        due: b\n      - owner: c", ["text", "due"]],
    ["    actions: [{text: a, <|>, due: b}]", ["text", "due"]],
  ])("%j", (rest, expected) => {
    expect(only(`${item}${rest}`, "contributions").siblings).toEqual(expected);
  });
});

describe("any text", () => {
  const text = `- title: "a: 'b\n  themes: [sec, "x\n\t- {a: [\n-\n    - - x: |\n y\n"z": {a: b, c\n? k\n: v\n&a *b !c\n'`;
  it("has an answer at every offset, and a range around it", () => {
    for (const source of [text, text.replaceAll("\n", "\r\n"), `\uFEFF${text}`]) {
      for (let end = 0; end <= source.length; end++) {
        for (const half of [source, source.slice(0, end)]) {
          for (const { range } of cursorsAt(half, end, { kind: "whole" })) {
            expect(range.start).toBeLessThanOrEqual(end);
            expect(range.end).toBeGreaterThanOrEqual(end);
            expect(half.slice(range.start, range.end)).not.toContain("\n");
          }
        }
      }
    }
  });
  // a quadratic reading would run into the time limit
  it("is answered in time, however deep or long", { timeout: 3000 }, () => {
    for (const source of [
      `a: ${"[".repeat(50_000)}`,
      "- ".repeat(3_000),
      `a: ${"x ".repeat(200_000)}`,
      "a: 'b\n".repeat(20_000),
    ]) {
      cursorsAt(source, source.length, { kind: "whole" });
    }
  });
});

describe("a dash that is out of line", () => {
  it.each([
    `${item}    themes: none\n-<|>`,
    `${item}    themes: none\n- <|>`,
    `${item}    themes: none\n    -<|>`,
    `${item}    themes: none\n    - <|>`,
  ])("is put right with the item after it: %j", (marked) => {
    const { range, insertPrefix, column } = only(marked, "contributions");
    const text = marked.replace("<|>", "");
    const line = text.lastIndexOf("\n") + 1;
    expect(text.slice(line, range.start) + insertPrefix).toBe("  - ");
    expect(text.slice(range.end)).toBe("");
    expect(column).toBe(4);
  });
});
