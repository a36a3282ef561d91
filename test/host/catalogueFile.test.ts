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
