import { describe, expect, it } from "vitest";
import { readSettings } from "../../server/src/entry/settings";

const none = { rules: {}, catalogue: "", learnFromWorkspace: true, maxFindings: 1000, maxFileSize: 10 };

describe("the settings", () => {
  it.each([[undefined], [null], [7], ["text"], [[]], [true], [{}], [{ rules: null, catalogue: null }]])(
    "are the defaults where a client sends %j",
    (section) => {
      expect(readSettings(section)).toEqual(none);
    },
  );

  it("take each sound rule and leave out what makes no sense", () => {
    const rules = {
      "untagged-item": "hint",
      "yaml-syntax": "off",
      "unknown-key": "fatal",
      "missing-key": 1,
      "wrong-type": ["error"],
      "no-such-code": "error",
      toString: "error",
      __proto__: "error",
    };
    expect(readSettings({ rules, trace: {} })).toEqual({
      rules: { "untagged-item": "hint", "yaml-syntax": "off" },
      catalogue: "",
      learnFromWorkspace: true,
      maxFindings: 1000,
      maxFileSize: 10,
    });
  });

  it("take a number of findings that one can count to", () => {
    expect(readSettings({ maxFindings: 20 }).maxFindings).toBe(20);
    for (const maxFindings of [0, -1, 1.5, "20", null])
      expect(readSettings({ maxFindings }).maxFindings).toBe(1000);
  });

  it("take a size of files that one can count to", () => {
    expect(readSettings({ maxFileSize: 50 }).maxFileSize).toBe(50);
    for (const maxFileSize of [0, -1, 1.5, "20", null])
      expect(readSettings({ maxFileSize }).maxFileSize).toBe(10);
  });

  it("take a catalogue that is a path, and nothing else", () => {
    expect(readSettings({ catalogue: "themes.yaml" }).catalogue).toBe("themes.yaml");
    for (const catalogue of [7, ["a"], { path: "a" }, true])
      expect(readSettings({ catalogue }).catalogue).toBe("");
  });

  it("survive rules that are a list or text", () => {
    for (const rules of [["untagged-item"], "off", 3]) expect(readSettings({ rules })).toEqual(none);
  });
});
