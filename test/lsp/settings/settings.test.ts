import { describe, expect, it } from "vitest";
import { defaultSettings, readSettings } from "../../../server/src/lsp/settings/settings";

const severities = "error, warning, information, hint, off";

describe("the settings", () => {
  it.each([[undefined], [null], [{}], [{ rules: null, catalogue: null, trace: { server: "off" } }]])(
    "are the defaults where a client sends %j",
    (section) => {
      expect(readSettings(section)).toEqual({ settings: defaultSettings, problems: [] });
    },
  );

  it("are taken as they are where they make sense", () => {
    const settings = {
      rules: { "untagged-item": "hint", "yaml-syntax": "off" },
      catalogue: "themes.yaml",
      learnFromWorkspace: false,
      maxFindings: 20,
      maxFileSize: 50,
    };
    expect(readSettings(settings)).toEqual({ settings, problems: [] });
  });

  it.each<[string, unknown, string]>([
    ["maxFindings", 0, "wlcgNotes.maxFindings is 0, but takes a whole number above 0."],
    ["maxFindings", "20", 'wlcgNotes.maxFindings is "20", but takes a whole number above 0.'],
    ["maxFileSize", -1, "wlcgNotes.maxFileSize is -1, but takes a whole number above 0."],
    ["maxFileSize", 1.5, "wlcgNotes.maxFileSize is 1.5, but takes a whole number above 0."],
    ["catalogue", ["a"], 'wlcgNotes.catalogue is ["a"], but takes a path.'],
    ["learnFromWorkspace", "no", 'wlcgNotes.learnFromWorkspace is "no", but takes true or false.'],
    ["rules", "off", 'wlcgNotes.rules is "off", but takes severities by codes.'],
    ["rules", ["off"], 'wlcgNotes.rules is ["off"], but takes severities by codes.'],
  ])("keep `%s` as it was where it is %j, and say so", (key, value, fault) => {
    const { settings: before } = readSettings({
      rules: { "untagged-item": "hint" },
      catalogue: "themes.yaml",
      learnFromWorkspace: false,
      maxFindings: 20,
      maxFileSize: 50,
    });
    const section = { ...before, [key]: value };
    expect(readSettings(section, before)).toEqual({ settings: before, problems: [fault] });
    expect(readSettings({ [key]: value })).toEqual({ settings: defaultSettings, problems: [fault] });
  });

  it.each([[7], ["text"], [[]], [true]])("stay all as they were where a client sends %j", (section) => {
    const { settings: before } = readSettings({ maxFindings: 20 });
    const fault = `wlcgNotes is ${JSON.stringify(section)}, but takes settings by their names.`;
    expect(readSettings(section, before)).toEqual({ settings: before, problems: [fault] });
  });

  it("take each sound rule, keep what a broken one was, and name what is wrong with it", () => {
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
      `wlcgNotes.rules.unknown-key is "fatal", but takes ${severities}.`,
      `wlcgNotes.rules.missing-key is 1, but takes ${severities}.`,
      'wlcgNotes.rules has "no-such-code", which is no code.',
      'wlcgNotes.rules has "toString", which is no code.',
    ]);
  });

  it("show no more of a value than one reads", () => {
    const [fault] = readSettings({ catalogue: Array(1000).fill("x") }).problems;
    expect(fault).toBe('wlcgNotes.catalogue is ["x","x","x","x","x","x","x","x","x","x…, but takes a path.');
  });

  it("of any size have one short fault", () => {
    const rules = Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [`a${at}`, "off"]));
    expect(readSettings({ rules }).problems).toEqual([
      'wlcgNotes.rules has "a0", which is no code.',
      'wlcgNotes.rules has "a1", which is no code.',
      'wlcgNotes.rules has "a2", which is no code.',
      "wlcgNotes.rules has 199,997 more that are no codes.",
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
