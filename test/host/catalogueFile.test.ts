import { describe, expect, it } from "vitest";
import { parseCatalogue } from "../../server/src/host/catalogueFile";
import { smallCatalogue } from "../support/catalogue";

function change(from: string, to: string): string {
  if (!smallCatalogue.includes(from)) throw new Error(`There is no ${from} to change.`);
  return smallCatalogue.replace(from, to);
}

describe("a catalogue's file", () => {
  it("is read, as YAML or JSON, with anchors or without", async () => {
    const { name, themes } = await parseCatalogue(smallCatalogue, "rooms.yaml");
    expect({ name, topics: themes[0]?.topics }).toEqual({
      name: "Rooms",
      topics: [{ id: "water", title: "Water", summary: "Cold water." }],
    });
    const json = JSON.stringify({ name: "Rooms", themes, systems: [], communities: [] });
    expect((await parseCatalogue(json, "rooms.json")).themes).toEqual(themes);
    const shared = change("summary: Cold air.", "summary: &s Cold.").replace(
      "summary: Cold water.",
      "summary: *s",
    );
    expect((await parseCatalogue(shared, "rooms.yaml")).themes[0]?.topics[0]?.summary).toBe("Cold.");
  });

  it.each<[string, string, string]>([
    [
      "a key too many",
      change("id: cooling", "id: cooling\n    colour: blue"),
      "k.yaml:4 is not a valid theme catalogue: `themes/0/colour` is not a key of the format.",
    ],
    [
      "a key missing",
      change("    title: Cooling\n", ""),
      "k.yaml:3 is not a valid theme catalogue: `themes/0` must have the key `title`.",
    ],
    [
      "a topic without an id",
      change("{id: water, ", "{"),
      "k.yaml:7 is not a valid theme catalogue: `themes/0/topics/0` must have the key `id`.",
    ],
    [
      "a list that is text",
      change("systems: []", "systems: none"),
      "k.yaml:8 is not a valid theme catalogue: `systems` must be a list.",
    ],
    [
      "nothing but a list",
      "- a\n",
      "k.yaml:1 is not a valid theme catalogue: the catalogue must be a mapping.",
    ],
    ["nothing at all", "", "k.yaml:1 is not a valid theme catalogue: the catalogue must be a mapping."],
    [
      "keys of every object",
      `${smallCatalogue}__proto__: {name: x}\n`,
      "k.yaml:10 is not a valid theme catalogue: `__proto__` is not a key of the format.",
    ],
    [
      "a title that is a number",
      change("title: Cooling", "title: 1"),
      "k.yaml:4 is not a valid theme catalogue: `themes/0/title` must be text.",
    ],
    [
      "a weight that is text",
      change("    summary: Cold air.", "    summary: Cold air.\n    words: [{text: a, weight: b}]"),
      "k.yaml:6 is not a valid theme catalogue: `themes/0/words/0/weight` must be a number.",
    ],
    [
      "a word that is a number",
      change("    summary: Cold air.", "    summary: Cold air.\n    words: [1]"),
      "k.yaml:6 is not a valid theme catalogue: `themes/0/words/0` must have one of the forms that the format allows.",
    ],
    [
      "a blank title",
      change("title: Cooling", 'title: " "'),
      "k.yaml:4 is not a valid theme catalogue: `themes/0/title` is empty or has an invalid format.",
    ],
    [
      "a key that occurs twice",
      change("    title: Cooling", "    title: Cooling\n    title: Heat"),
      "k.yaml:5 is not a valid theme catalogue: duplicate key `title`.",
    ],
    [
      "two themes of one name",
      change("    title: Cooling", "    title: Cooling\n    aliases: [Cooling]").replace(
        "topics:",
        "topics: []\n  - id: cooling\n    title: Heat\n    summary: Hot.\n    topics:",
      ),
      "k.yaml:8 is not a valid theme catalogue: duplicate theme id `cooling`.",
    ],
    [
      "NUL characters",
      change("Cold air.", "Cold \0 air."),
      "k.yaml:1 cannot be read: The file contains NUL characters: it is binary, or its encoding is not UTF-8.",
    ],
    [
      "too many bytes",
      `${smallCatalogue}#${"x".repeat(2 ** 20)}`,
      "k.yaml:1 is too large: 1.01 MB; the limit is 1 MB.",
    ],
    [
      "too many values",
      `${smallCatalogue}#${",".repeat(60_000)}`,
      "k.yaml:1 is too complex: 60,030 line ends, colons, brackets and other separators; the limit is 60,000.",
    ],
    [
      "an alias without an anchor",
      change("Cold air.", "*gone"),
      "k.yaml:1 cannot be read: Unresolved alias (the anchor must be set before the alias): gone.",
    ],
  ])("with %s is refused, and where", async (_, text, message) => {
    const line = Number(/^k\.yaml:(\d+)/.exec(message)?.[1] ?? 1);
    await expect(parseCatalogue(text, "k.yaml")).rejects.toThrow(expect.objectContaining({ message, line }));
  });

  it.each<[string, string]>([
    ["an unclosed bracket", change("systems: []", "systems: [")],
    ["a second document", `${smallCatalogue}---\n${smallCatalogue}`],
    ["a tab", change("    title: Cooling", "\ttitle: Cooling")],
  ])("with %s is refused with the line", async (_, text) => {
    await expect(parseCatalogue(text, "k.yaml")).rejects.toThrow(/^k\.yaml:\d+ is not valid YAML: .+$/);
  });

  it("ends where aliases unfold without end, or into themselves", async () => {
    const bomb = Array.from(
      { length: 9 },
      (_, n) =>
        `  - &a${n} [${Array(9)
          .fill(n ? `*a${n - 1}` : "x")
          .join(", ")}]\n`,
    );
    await expect(parseCatalogue(`name: x\nthemes:\n${bomb.join("")}`, "k.yaml")).rejects.toThrow(
      /^k\.yaml:1 cannot be read: /,
    );
    await expect(parseCatalogue("name: x\nthemes: &t [*t]\n", "k.yaml")).rejects.toThrow(/^k\.yaml/);
  });
});
