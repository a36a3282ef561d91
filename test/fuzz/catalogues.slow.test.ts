/** Catalogues made to hang or break what reads them: each is read, or refused in one line. */
import { describe, expect, it } from "vitest";
import { Vocabulary } from "../../server/src/core/catalogue/vocabulary";
import { Suggester } from "../../server/src/core/suggest/suggester";
import { parseCatalogue } from "../../server/src/host/catalogueFile";
import { InvalidCatalogueError } from "../../server/src/host/invalidCatalogueError";
import { smallCatalogue } from "../support/catalogue";
import {
  aliasBomb,
  damaged,
  flowValue,
  type RandomInteger,
  randomIntegers,
  repetition,
} from "../support/fuzz/hostileYaml";

const count = Number(process.env.CATALOGUES ?? 300);
const full = `${smallCatalogue.replace("systems: []\ncommunities: []\n", "")}systems:
  - {name: a 1, aliases: [a 2, a], summary: s, url: "https://a.ch", themes: [cooling/water, cooling]}
  - {name: a b, summary: s, url: "https://a.ch", themes: []}
communities:
  - {name: c, summary: s}
examples:
  - {title: a 1 and a b, themes: [cooling]}
  - {title: lunch, notes: a, themes: none}
`;

/** @returns the catalogue's text, of one kind of hostility in turn */
function hostile(at: number): string {
  const chance: RandomInteger = randomIntegers(at + 1);
  const kinds: readonly (() => string)[] = [
    () => damaged(full, chance),
    () => damaged(damaged(damaged(full, chance), chance), chance),
    () => `${full}${flowValue(chance)}\n`,
    () => full.replace("summary: Cold air.", `summary: ${flowValue(chance)}`),
    () => full.replace("[cooling/water, cooling]", flowValue(chance)),
    () => repetition(chance, chance(20_000)),
    () => full + repetition(chance, chance(20_000)),
    () => full.replace("Cold air.", repetition(chance, chance(20_000))),
    () => `name: x\nthemes:\n${aliasBomb(chance(12))}`,
    () => full.replaceAll("\n", "\r"),
    () => `\ufeff${full.replaceAll("\n", "\r\n")}`,
    () => full.replace("Cold air.", "x".repeat(chance(4000))),
  ];
  return (kinds[at % kinds.length] as () => string)();
}

/** Null where it is read. */
async function refusal(text: string): Promise<string | null> {
  try {
    const vocabulary = new Vocabulary(await parseCatalogue(text, "k.yaml"));
    vocabulary.mentions("a 1 a 2 a b");
    vocabulary.correctionsFor("coling/watr");
    new Suggester(vocabulary).suggest("a 1 and cold air", "a 2");
    return null;
  } catch (error) {
    if (!(error instanceof InvalidCatalogueError)) throw error;
    return error.message;
  }
}

describe("a generated catalogue", () => {
  it("is read, or refused in one line that names the file", async () => {
    for (let at = 0; at < count; at++) {
      const message = await refusal(hostile(at));
      if (message !== null) expect(message, `catalogue ${at}`).toMatch(/^k\.yaml[ :][^\n]{5,400}$/);
    }
  }, 120_000);

  it("is read if it is valid", async () => {
    expect(await refusal(full)).toBeNull();
    expect(await refusal(`\ufeff${full.replaceAll("\n", "\r\n")}`)).toBeNull();
  });

  it.each<[string, string, RegExp]>([
    ["too long a text", "#".repeat(2 ** 20 + 1), /is too large: 1.01 MB; the limit is 1 MB\.$/],
    ["a bracket at each place", "[".repeat(2 ** 20), /is too complex: 1,048,576 .*; the limit is 60,000\.$/],
    ["brackets within one another", "[".repeat(50_000), /Nested more than 300 levels deep/],
    ["maps within one another", '"a": {'.repeat(25_000), /Nested more than 300 levels deep/],
    ["lists within one another", "- ".repeat(50_000), /Nested more than 300 levels deep/],
    ["complex keys within one another", "? ".repeat(50_000), /Nested more than 300 levels deep/],
    ["a quote at each place", '"'.repeat(2 ** 20), /is not valid YAML/],
    ["NUL characters", "name: \0\n", /contains NUL characters/],
    ["a lone CR at each line's end", "name: x\rthemes: []\r", /lone CR/],
    ["a long key", `${full}? ${"k".repeat(100_000)}\n: 1\n`, /^.{30,150}is not a key of the format\.$/],
    ["a long alias", `${full}x: *${"k".repeat(100_000)}\n`, /^.{30,250}$/],
    ["a long text after its end", `${full}...\n--- x\n]${"k".repeat(100_000)}`, /^.{30,250}$/],
    ["a key that is there twice", `${full}name: y\n`, /duplicate key `name`/],
    [
      "25,000 different keys",
      Array.from({ length: 25_000 }, (_, at) => `a${at}: 1\n`).join(""),
      /must have the key `name`/,
    ],
  ])("with %s is refused", async (_, text, message) => {
    expect(await refusal(text)).toMatch(message);
  });
});
