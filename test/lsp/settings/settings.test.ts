import { describe, expect, it } from "vitest";
import { defaultSettings, readSettings } from "../../../server/src/lsp/settings/settings";

const severities = "error, warning, information, hint, off";

function expectedSections(value: string): string {
  return `wlcgNotes.sections: expected a list of head, context, agenda, surveys, discussion, decisions, actions, themes, coverage, counts, got ${value}.`;
}

describe("the settings", () => {
  it.each([[undefined], [null], [{}], [{ rules: null, catalogue: null, trace: { server: "off" } }]])(
    "are the defaults where a client sends %j",
    (section) => {
      expect(readSettings(section)).toEqual({ settings: defaultSettings, problems: [] });
    },
  );

  it("are used if they are valid", () => {
    const settings = {
      rules: { "untagged-item": "hint", "yaml-syntax": "off" },
      catalogue: "themes.yaml",
      learnFromWorkspace: false,
      collectedLines: "remove",
      maxFindings: 20,
      maxFileSize: 50,
      sections: ["head", "actions"],
    };
    expect(readSettings(settings)).toEqual({ settings, problems: [] });
  });

  it.each<[string, unknown, string]>([
    ["maxFindings", 0, "wlcgNotes.maxFindings: expected a positive integer, got 0."],
    ["maxFindings", "20", 'wlcgNotes.maxFindings: expected a positive integer, got "20".'],
    ["maxFileSize", -1, "wlcgNotes.maxFileSize: expected a positive integer, got -1."],
    ["maxFileSize", 1.5, "wlcgNotes.maxFileSize: expected a positive integer, got 1.5."],
    ["sections", "head", expectedSections('"head"')],
    ["sections", ["head", "minutes"], expectedSections('["head","minutes"]')],
    ["catalogue", ["a"], 'wlcgNotes.catalogue: expected a path, got ["a"].'],
    ["learnFromWorkspace", "no", 'wlcgNotes.learnFromWorkspace: expected true or false, got "no".'],
    ["collectedLines", "move", 'wlcgNotes.collectedLines: expected keep or remove, got "move".'],
    ["rules", "off", 'wlcgNotes.rules: expected an object of severities by code, got "off".'],
    ["rules", ["off"], 'wlcgNotes.rules: expected an object of severities by code, got ["off"].'],
  ])("keep `%s` if it is %j, and report it", (key, value, fault) => {
    const { settings: before } = readSettings({
      rules: { "untagged-item": "hint" },
      catalogue: "themes.yaml",
      learnFromWorkspace: false,
      collectedLines: "remove",
      maxFindings: 20,
      maxFileSize: 50,
      sections: ["actions"],
    });
    const section = { ...before, [key]: value };
    expect(readSettings(section, before)).toEqual({ settings: before, problems: [fault] });
    expect(readSettings({ [key]: value })).toEqual({ settings: defaultSettings, problems: [fault] });
  });

  it.each([[7], ["text"], [[]], [true]])("are not changed if a client sends %j", (section) => {
    const { settings: before } = readSettings({ maxFindings: 20 });
    const fault = `wlcgNotes: expected an object of settings, got ${JSON.stringify(section)}.`;
    expect(readSettings(section, before)).toEqual({ settings: before, problems: [fault] });
  });

  it("use each valid rule, keep the previous value of an invalid one, and report it", () => {
    const before = readSettings({ rules: { "unknown-key": "hint", "duplicate-key": "hint" } }).settings;
    const rules = {
      "yaml-syntax": "off",
      "unknown-key": "fatal",
      "missing-key": 1,
      "no-such-code": "error",
      toString: "error",
    };
    const { settings, problems } = readSettings({ rules }, before);
    expect(settings.rules).toEqual({ "yaml-syntax": "off", "unknown-key": "hint" });
    expect(problems).toEqual([
      `wlcgNotes.rules.unknown-key: expected one of ${severities}, got "fatal".`,
      `wlcgNotes.rules.missing-key: expected one of ${severities}, got 1.`,
      'wlcgNotes.rules: unknown code "no-such-code".',
      'wlcgNotes.rules: unknown code "toString".',
    ]);
  });

  it("show no more of a value than one reads", () => {
    const [fault] = readSettings({ catalogue: Array(1000).fill("x") }).problems;
    expect(fault).toBe('wlcgNotes.catalogue: expected a path, got ["x","x","x","x","x","x","x","x","x","x….');
  });

  it("of any size have one short fault", () => {
    const rules = Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`a${at}`, "off"]));
    expect(readSettings({ rules }).problems).toEqual([
      'wlcgNotes.rules: unknown code "a0".',
      'wlcgNotes.rules: unknown code "a1".',
      'wlcgNotes.rules: unknown code "a2".',
      "wlcgNotes.rules: 199,997 more unknown codes.",
    ]);
    const deep = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    const before = { ...defaultSettings, catalogue: "a.yaml", maxFindings: 7 };
    for (const value of [
      deep,
      { a: deep },
      rules,
      "a".repeat(1_000_000),
      Array(100_000).fill({ a: rules }),
    ]) {
      const read = readSettings({ catalogue: value, maxFindings: value }, before);
      expect(read.settings).toEqual(before);
      expect(read.problems.map(({ length }) => length < 120)).toEqual([true, true]);
    }
  });
});
