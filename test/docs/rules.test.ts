import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { derivedFiles } from "../../scripts/derivedFiles";
import { codes, defaultSeverity } from "../../server/src/core/findings/codes";
import { codeTable, exampleFile } from "../../server/src/core/findings/codeTable";
import { blockRules, crossItemRules, fileRules, unitRules } from "../../server/src/core/rules/index";
import { readMeeting } from "../support/meeting";

const page = readFileSync("docs/rules.md", "utf8");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));

describe("the table of codes", () => {
  it.each(derivedFiles())("has %s derived from it (`npm run generate` writes it)", (path, text) => {
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it("has a section for each code, and no other", () => {
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, code]) => code)).toEqual([...codes]);
  });

  it("has a setting for each code", () => {
    const { properties } = manifest.contributes.configuration.properties["wlcgNotes.rules"];
    expect(Object.keys(properties)).toEqual([...codes]);
  });

  it("has a rule for each code, or a stage that reports it", () => {
    const fromRules = [...blockRules, ...unitRules, ...fileRules, ...crossItemRules].flatMap(
      (rule) => rule.codes,
    );
    const fromStages = ["yaml-syntax", "too-complex", "unused-suppression"];
    const onRequest = codeTable.filter(({ isOnRequest }) => isOnRequest).map(({ code }) => code);
    expect(new Set([...fromRules, ...fromStages, ...onRequest])).toEqual(new Set(codes));
  });
});

describe.each(codeTable.filter(({ isOnRequest }) => !isOnRequest))(
  "$code",
  ({ code, severity, examples }) => {
    it("has its severity in the table of severities", () => {
      expect(Object.entries(defaultSeverity)).toContainEqual([code, severity]);
    });

    it.each(examples)("is reported for its example: $message", ({ lines, message }) => {
      const found = readMeeting(exampleFile(lines)).findings();
      expect(found.filter((finding) => finding.code === code).map((finding) => finding.message)).toEqual([
        message,
      ]);
    });

    it.each(examples.slice(1))("marks the last line of its example: $message", ({ lines }) => {
      const text = exampleFile(lines);
      const [finding] = readMeeting(text)
        .findings()
        .filter((one) => one.code === code);
      expect(text.slice(0, finding?.range.start).split("\n")).toHaveLength(text.split("\n").length - 1);
    });
  },
);
