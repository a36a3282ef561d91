import { describe, expect, it } from "vitest";
import { inFolder, wlcgNotes } from "../support/commandLine";
import { inMeeting } from "../support/findings";

const name = "a.contributions.yaml";
const items = [
  "  - title: Lazy image pulling with a registry cache",
  "  - title: Welcome",
  "  - title: Tagged",
  "    themes: [security]",
  "  - title: Coffee",
  "    themes: none",
  "  - title: Broken",
  "    themes: [sec",
  "surveys:",
  "  - question: Do you use Rook or Ceph for storage?",
  "discussion:",
  "  - topic: Tokens and VO SSO",
  "    themes: []",
  "",
].join("\n");

interface Row {
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly suggestions: readonly {
    readonly theme: string;
    readonly score: number;
    readonly matched: readonly string[];
  }[];
}

async function rows(): Promise<readonly Row[]> {
  await inFolder({ [name]: inMeeting(items) });
  const { code, out, err } = await wlcgNotes("suggest", name, "--format", "json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
}

describe("suggest", () => {
  it("has a row for each untagged item, with its line", async () => {
    expect((await rows()).map(({ file, line, title }) => [file, line, title])).toEqual([
      [name, 5, "Lazy image pulling with a registry cache"],
      [name, 6, "Welcome"],
      [name, 14, "Do you use Rook or Ceph for storage?"],
      [name, 16, "Tokens and VO SSO"],
    ]);
  });

  it("lists the best first with the matching words, and nothing below the threshold", async () => {
    const [image, welcome, storage, tokens] = await rows();
    expect(image?.suggestions[0]?.theme).toMatch(/^image-distribution/);
    expect(image?.suggestions[0]?.matched.length).toBeGreaterThan(0);
    expect(welcome?.suggestions).toEqual([]);
    expect(storage?.suggestions[0]?.theme).toMatch(/^storage-integration/);
    expect(tokens?.suggestions[0]?.theme).toMatch(/^security/);
  });

  it("has the keys that scripts read, and falling scores between 0 and 1", async () => {
    for (const row of await rows()) {
      expect(Object.keys(row)).toEqual(["file", "line", "title", "suggestions"]);
      for (const one of row.suggestions)
        expect(Object.keys(one)).toEqual(expect.arrayContaining(["theme", "score", "matched"]));
      const scores = row.suggestions.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
    }
  });

  it("writes the same as text, with a summary", async () => {
    await inFolder({ [name]: inMeeting("  - title: Rook\n  - title: Welcome\n") });
    const { code, out } = await wlcgNotes("suggest", name);
    expect(code).toBe(0);
    const lines = out.split("\n");
    expect(lines[0]).toBe("a.contributions.yaml:5: Rook");
    expect(lines[1]).toMatch(/^ {4}storage-integration\S* [01]\.\d\d \(Rook\)$/);
    expect(lines.slice(-4)).toEqual([
      "a.contributions.yaml:6: Welcome",
      "    no suggestion",
      "2 untagged items in 1 file",
      "",
    ]);
  });

  it("leaves out what the score rounds to nothing", async () => {
    const scores = (await rows()).flatMap(({ suggestions }) => suggestions.map(({ score }) => score));
    expect(Math.min(...scores)).toBeLessThan(0.005);
    const { out } = await wlcgNotes("suggest", name);
    expect(out).toContain(" 1.00 (");
    expect(out).not.toContain(" 0.00 (");
  });

  it("is content where every item has its themes", async () => {
    await inFolder({ [name]: inMeeting("  - title: x\n    themes: none\n") });
    expect(await wlcgNotes("suggest", ".")).toEqual({
      code: 0,
      out: "0 untagged items in 1 file\n",
      err: "",
    });
    expect((await wlcgNotes("suggest", ".", "--format", "json")).out).toBe("[]\n");
  });
});
