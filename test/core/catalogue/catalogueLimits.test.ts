import { describe, expect, it } from "vitest";
import type { Catalogue, Topic } from "../../../server/src/core/catalogue/catalogue";
import { exceededLimit } from "../../../server/src/core/catalogue/exceededLimit";

const topic = (more: Partial<Topic> = {}): Topic => ({ id: "t", title: "T", summary: "s", ...more });
const system = (more: object = {}) => ({ name: "s", summary: "s", url: "https://a.ch", themes: [], ...more });
const withTheme = (more: Partial<Topic>): Partial<Catalogue> => ({
  themes: [{ ...topic(more), topics: [] }],
});
const withSystem = (more: object): Partial<Catalogue> => ({ systems: [system(more)] });
const long = "x".repeat(30_000);
const link = { title: "l", url: "https://a.ch" };

function messageOf(more: Partial<Catalogue>): string | undefined {
  return exceededLimit({ name: "n", themes: [], systems: [], communities: [], ...more })?.message;
}

describe("a catalogue with too many entries", () => {
  it.each<[string, Partial<Catalogue>]>([
    [
      "topics: 2,020; the limit is 1,000",
      { themes: Array(20).fill({ ...topic(), topics: Array(101).fill(topic()) }) },
    ],
    ["communities: 501; the limit is 500", { communities: Array(501).fill({ name: "c", summary: "s" }) }],
    ["links: 1,001; the limit is 1,000", withTheme({ links: Array(1001).fill(link) })],
    [
      "themes of example “e”: 21; the limit is 20",
      { examples: [{ title: "e", themes: Array(21).fill("t") }] },
    ],
  ])("names them: %s", (counts, more) => expect(messageOf(more)).toBe(`too many ${counts}`));
});

describe("a catalogue with a long text", () => {
  it.each<[string, number, Partial<Catalogue>]>([
    ["the catalogue's `name`", 200, { name: long }],
    [`the \`id\` of theme \`${"x".repeat(39)}…\``, 100, withTheme({ id: long })],
    ["the `title` of theme `t`", 200, withTheme({ title: long })],
    ["the `summary` of theme `t`", 2000, withTheme({ summary: long })],
    ["an alias of theme `t`", 200, withTheme({ aliases: [long] })],
    ["a word of theme `t`", 200, withTheme({ words: [{ text: long, weight: 1 }] })],
    ["a link's title in theme `t`", 200, withTheme({ links: [{ ...link, title: long }] })],
    ["a link's `url` in theme `t`", 2000, withTheme({ links: [{ ...link, url: long }] })],
    ["the `title` of topic `t`", 200, { themes: [{ ...topic(), topics: [topic({ title: long })] }] }],
    ["the `summary` of system `s`", 2000, withSystem({ summary: long })],
    ["the `url` of system `s`", 2000, withSystem({ url: long })],
    ["an alias of system `s`", 200, withSystem({ aliases: [long] })],
    ["a theme reference of system `s`", 201, withSystem({ themes: [long] })],
    ["the `summary` of community `c`", 2000, { communities: [{ name: "c", summary: long }] }],
    ["an example's `title`", 2000, { examples: [{ title: long, themes: "none" }] }],
    ["an example's `notes`", 20_000, { examples: [{ title: "e", notes: long, themes: "none" }] }],
    ["a theme reference of an example", 201, { examples: [{ title: "e", themes: [long] }] }],
  ])("names it: %s", (what, limit, more) => {
    const numbers = `30,000 characters; the limit is ${limit.toLocaleString("en")}`;
    expect(messageOf(more)).toBe(`${what} is too long: ${numbers}`);
  });
});
