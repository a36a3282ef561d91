import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const glossary = read("docs/glossary.md");
const terms = [...glossary.matchAll(/^- \*\*(.+?)\*\*: \S/gm)].map(([, term = ""]) => term);

describe("docs/glossary.md", () => {
  it("lists each term once, in alphabetical order, with a definition", () => {
    expect(terms.length).toBe(glossary.match(/^- /gm)?.length);
    const sorted = [...new Set(terms)].sort((a, b) => a.localeCompare(b, "en"));
    expect(terms).toEqual(sorted);
  });

  it.each(["README.md", "CONTRIBUTING.md"])("is linked from %s", (page) => {
    expect(read(page)).toContain("](docs/glossary.md)");
  });
});
