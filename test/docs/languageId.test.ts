import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const { contributes } = JSON.parse(read("package.json"));
const [language] = contributes.languages;

describe("the language id", () => {
  it("is our own, so that the general YAML extension ignores the files", () => {
    expect(contributes.languages).toHaveLength(1);
    expect(language.id).toBe("wlcg-contributions");
    expect(language.extensions.every((end: string) => /^\.contributions\.ya?ml$/.test(end))).toBe(true);
    // for users who assign these files to YAML
    expect(contributes.yamlValidation).toEqual([
      {
        fileMatch: ["*.contributions.yaml", "*.contributions.yml"],
        url: "./dist/contributions.schema.json",
      },
    ]);
  });

  it("is all that the client serves", () => {
    expect(read("client/src/session.ts")).toContain(language.id);
    expect(read("client/src/session.ts")).not.toMatch(/language: "yaml"/);
  });

  it("is optional: the documentation explains how to assign a file to another language", () => {
    expect(read("README.md")).toContain("*Change Language Mode*");
    expect(read("README.md")).toContain(`"files.associations": {"*${language.extensions[0]}": "yaml"}`);
  });
});
