/** What makes a catalogue unusable although its values have the right types. */
import { describe, expect, it } from "vitest";
import type { Catalogue, Theme } from "../../../server/src/core/catalogue/catalogue";
import { catalogueLimits } from "../../../server/src/core/catalogue/catalogueLimits";
import { referenceProblems } from "../../../server/src/core/catalogue/catalogueReferences";
import { exceededLimit } from "../../../server/src/core/catalogue/exceededLimit";

const theme = (id: string, more: Partial<Theme> = {}): Theme => ({
  id,
  title: id.toUpperCase(),
  summary: "s",
  topics: [],
  ...more,
});
const system = (name: string, themes: readonly string[] = [], aliases: readonly string[] = []) => ({
  name,
  summary: "s",
  url: "https://a.ch",
  themes,
  aliases,
});
const catalogue = (more: Partial<Catalogue>): Catalogue => ({
  name: "x",
  themes: [theme("tape", { topics: [{ id: "rest", title: "Rest", summary: "s" }] }), theme("disk")],
  systems: [],
  communities: [],
  ...more,
});
const list = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

describe("a catalogue's references", () => {
  it.each<[string, Partial<Catalogue>, readonly string[]]>([
    [
      "are valid",
      { systems: [system("a", ["tape/rest", "disk"])], examples: [{ title: "t", themes: "none" }] },
      [],
    ],
    ["need a theme", { themes: [] }, ["the catalogue must have at least one theme"]],
    [
      "have one theme to an id",
      { themes: [theme("tape"), theme("tape", { title: "Other" })] },
      ["duplicate theme id `tape`"],
    ],
    [
      "have one topic of a theme to an id",
      { themes: [theme("tape", { topics: [theme("a"), theme("a", { title: "B" })] })] },
      ["duplicate topic id `a`"],
    ],
    [
      "have one theme to an alias",
      { themes: [theme("tape", { aliases: ["hsm"] }), theme("disk", { aliases: ["HSM"] })] },
      ["theme `tape` and theme `disk` share the name “HSM”"],
    ],
    ["lead somewhere", { systems: [system("CTA", ["tpae"])] }, ["system `CTA`: unknown theme `tpae`"]],
    [
      "of examples lead somewhere",
      { examples: [{ title: "t", themes: ["tape/rset"] }] },
      ["example “t”: unknown topic `tape/rset`"],
    ],
    [
      "are not `none` in a list",
      { examples: [{ title: "t", themes: ["none"] }] },
      ["example “t”: `none` cannot be an entry of a list; write `themes: none`"],
    ],
    ["have a system once", { systems: [system("CTA"), system("CTA")] }, ["duplicate system `CTA`"]],
    [
      "have one system to an alias",
      { systems: [system("CTA"), system("EOS", [], ["cta"])] },
      ["system `CTA` and system `EOS` share the name “cta”"],
    ],
    [
      "do not contradict each other",
      {
        examples: [
          { title: "t", themes: "none" },
          { title: "t", themes: ["tape"] },
        ],
      },
      ["example “t” is listed both with themes and with `none`"],
    ],
  ])("%s", (_, more, messages) => {
    expect(referenceProblems(catalogue(more)).map(({ message }) => message)).toEqual(messages);
  });
});

describe("a catalogue's limits", () => {
  const { themes, systems, nameLength, summaryLength, topicsOfTheme } = catalogueLimits;
  it.each<[string, Partial<Catalogue>, string | undefined]>([
    ["themes, just enough", { themes: list(themes, (at) => theme(`t${at}`)) }, undefined],
    [
      "themes",
      { themes: list(themes + 1, (at) => theme(`t${at}`)) },
      "too many themes: 201; the limit is 200",
    ],
    [
      "systems",
      { systems: list(systems + 1, (at) => system(`s${at}`)) },
      "too many systems: 2,001; the limit is 2,000",
    ],
    [
      "topics of a theme",
      { themes: [theme("tape", { topics: list(topicsOfTheme + 1, (at) => theme(`t${at}`)) })] },
      "too many topics in theme `tape`: 101; the limit is 100",
    ],
    [
      "words",
      { themes: [theme("tape", { words: list(5001, (at) => `w${at}`) })] },
      "too many words: 5,001; the limit is 5,000",
    ],
    [
      "aliases",
      {
        systems: [
          system(
            "s",
            [],
            list(5001, (at) => `w${at}`),
          ),
        ],
      },
      "too many aliases: 5,001; the limit is 5,000",
    ],
    [
      "examples",
      { examples: list(5001, (at) => ({ title: `t${at}`, themes: "none" as const })) },
      "too many examples: 5,001; the limit is 5,000",
    ],
    [
      "themes of a system",
      { systems: [system("s", Array(21).fill("tape"))] },
      "too many themes of system `s`: 21; the limit is 20",
    ],
    [
      "a name",
      { systems: [system("s".repeat(nameLength + 1))] },
      `the \`name\` of system \`${"s".repeat(39)}…\` is too long: 201 characters; the limit is 200`,
    ],
    [
      "a summary",
      { themes: [theme("tape", { summary: "s".repeat(summaryLength + 1) })] },
      "the `summary` of theme `tape` is too long: 2,001 characters; the limit is 2,000",
    ],
  ])("%s", (_, more, message) => {
    expect(exceededLimit(catalogue(more))?.message).toBe(message);
  });
});
