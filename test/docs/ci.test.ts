import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { inFolder, wlcgNotes } from "../support/commandLine";

const page = readFileSync(new URL("../../docs/ci.md", import.meta.url), "utf8");
const snippets = [...page.matchAll(/```(\w*)\n(.*?)```/gs)].map(([, language = "", text = ""]) => ({
  language,
  text,
}));
const yaml = snippets.filter(({ language }) => language === "yaml").map(({ text }) => parse(text) as unknown);

describe("docs/ci.md", () => {
  it("has snippets that parse", () => {
    expect(yaml).toMatchObject([
      { meetings: { artifacts: { reports: { codequality: "gl-code-quality-report.json" } } } },
      { jobs: { check: { steps: expect.arrayContaining([]) as unknown } } },
      { repos: [{ hooks: [{ entry: "wlcg-notes check" }] }] },
    ]);
  });

  it("asks for formats that there are", async () => {
    await inFolder({ "a.contributions.yaml": "meeting: {title: M, date: 2019-12-10}\ncontributions: []\n" });
    const formats = [...page.matchAll(/--format (\w+)/g)].map(([, format = ""]) => format);
    expect(new Set(formats)).toEqual(new Set(["gitlab", "github", "sarif"]));
    for (const format of formats) expect((await wlcgNotes("check", "--format", format, ".")).code).toBe(0);
  });

  it("shows what a terminal shows", async () => {
    const lines = [
      "meeting: {title: M, date: 2019-12-10}",
      "contributions:",
      "",
      "",
      "  - title: Lazy image pulling",
      "",
    ];
    await inFolder({ "meetings/2019-12-10.contributions.yaml": lines.join("\n") });
    const { out } = await wlcgNotes("check", "meetings");
    expect(page).toContain(out);
  });
});
