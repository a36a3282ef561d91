import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codes, defaultSeverity } from "../../server/src/core/findings/codes";
import { read } from "../support/meeting";

const page = readFileSync(new URL("../../docs/rules.md", import.meta.url), "utf8");
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split("\n")[0] ?? "", section]),
);
const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

describe("docs/rules.md", () => {
  it("has a section for each code, and no other", () => {
    expect([...sections.keys()]).toEqual([...codes]);
  });

  it("offers each code in the settings", () => {
    const { properties } = manifest.contributes.configuration.properties["wlcgNotes.rules"];
    expect(Object.keys(properties).sort()).toEqual([...codes].sort());
  });

  it.each([...codes])("says of %s in the settings what it says here", (code) => {
    const { properties } = manifest.contributes.configuration.properties["wlcgNotes.rules"];
    const [, about = ""] = (sections.get(code) ?? "").split("\n\n");
    expect(properties[code].markdownDescription).toBe(
      `${about.replaceAll(/\s+/g, " ").trim()} Default: ${defaultSeverity[code]}.`,
    );
  });

  it.each([...codes])("%s has an example that yields it, and its default", (code) => {
    const section = sections.get(code) ?? "";
    const example = /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? "";
    expect(
      read(example)
        .findings()
        .map((finding) => finding.code),
    ).toContain(code);
    expect(section).toContain(`Default: ${defaultSeverity[code]}.`);
  });
});
