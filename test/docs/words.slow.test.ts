/** Documentation and, where listed, sources use plain English: none of the words of words.json. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import {
  namesOfSource,
  type Passage,
  proseOfJson,
  proseOfPage,
  proseOfSource,
} from "../support/words/passages";
import words from "./words.json";

interface Word {
  /** of a regular expression, without regard to case */
  readonly pattern: string;
  /** the plain words for it */
  readonly write: string;
  /** a text that the pattern matches */
  readonly example: string;
}

const pages = ["*.md", "docs/*.md", "walkthrough/*.md"];
const json = ["package.json", "schemas/*.json", "snippets/*.json"];
const sources = ["{server/src,client/src,client/webview,scripts,test}/**/*.ts", "vitest*.mts"];
/** Beginnings of places that are not checked: the examples of words below, and a vocabulary. */
const excluded = ["test/docs/words.slow.test.ts:", "server/src/core/agenda/lines/commonWords.ts:"];

const root = fileURLToPath(new URL("../..", import.meta.url));
const lists: Readonly<Record<"prose" | "names", readonly Word[]>> = words;

/** @returns a line for each word that a passage should not have, with the words to write */
function faultsIn(passages: readonly Passage[], list: readonly Word[]): readonly string[] {
  return passages
    .filter(({ place }) => !excluded.some((start) => place.startsWith(start)))
    .flatMap(({ place, text }) =>
      list.flatMap(({ pattern, write }) => {
        const found = new RegExp(pattern, "iu").exec(text);
        if (!found) return [];
        const around = text.slice(Math.max(found.index - 30, 0), found.index + found[0].length + 30);
        return [`${place}: "${found[0].trim()}" in "${around.trim()}"; write: ${write}`];
      }),
    );
}

const filesOf = (patterns: readonly string[]) => globSync([...patterns], { cwd: root }).sort();
const read = (file: string): string => readFileSync(`${root}/${file}`, "utf8");

describe("plain words", () => {
  it.each(filesOf(pages))("are used in %s", (file) => {
    expect(faultsIn(proseOfPage(file, read(file)), lists.prose)).toEqual([]);
  });

  it.each(filesOf(json))("are used in the texts of %s", (file) => {
    expect(faultsIn(proseOfJson(file, read(file)), lists.prose)).toEqual([]);
  });

  it.each(filesOf(sources))("are used in comments, messages and names of %s", (file) => {
    const source = read(file);
    const prose = faultsIn(proseOfSource(file, source), lists.prose);
    expect([...prose, ...faultsIn(namesOfSource(file, source), lists.names)]).toEqual([]);
  });
});

describe("the lists of words", () => {
  it.each([...lists.prose, ...lists.names])("find “$pattern” in its example", (word) => {
    expect(faultsIn([{ place: "example", text: word.example }], [word])).toHaveLength(1);
  });

  it("are applied to paragraphs, list items and table rows, and not to code", () => {
    const page =
      "A line that\nis told.\n\n- One `told`.\n- Two is\n  told.\n\n```\ntold\n```\n\n| a |\n| told |\n";
    const told = lists.prose.filter(({ example }) => example.includes("told"));
    expect(faultsIn(proseOfPage("a.md", page), told).map((fault) => fault.split(": ")[0])).toEqual([
      "a.md:1",
      "a.md:5",
      "a.md:13",
    ]);
  });

  it("are applied to comments, strings and names of sources", () => {
    const source = [
      'import { a } from "./told";',
      "/** It is",
      " * told. */",
      "const keptBlock = `${a} is told`; // a told",
      "// `told`",
      'const url = "http://told";',
      "const found = /told/.test(url) && keptBlock;",
      "",
    ].join("\n");
    const told = lists.prose.filter(({ example }) => example.includes("told"));
    const kept = lists.names.filter(({ example }) => example.includes("kept"));
    expect(faultsIn(proseOfSource("a.ts", source), told).map((fault) => fault.split(": ")[0])).toEqual([
      "a.ts:2",
      "a.ts:4",
      "a.ts:4",
      "a.ts:6",
    ]);
    expect(faultsIn(namesOfSource("a.ts", source), kept)).toHaveLength(1);
  });
});
