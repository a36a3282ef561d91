/** Files that cannot be cut into items, and are read as a whole. */
import { describe, expect, it } from "vitest";
import { folding } from "../../server/src/features/folding";
import {
  actionsAt,
  completionLabels,
  findingLines,
  hoverText,
  outline,
  textAfterAction,
} from "../support/editorRequests";
import { inMeeting } from "../support/findings";
import { readMeeting, viewOf } from "../support/meeting";

const flow = `{
  meeting: {title: M, date: 2019-12-10},
  contributions: [
    {title: On JupyterHub, themes: [securty]},
    {title: Two, speaker: A}
  ]
}
`;
const anchored = `meeting:
  title: M
  date: 2019-12-10
contributions:
  - title: On JupyterHub
    themes: &both [security, cncf-landscape]
  - title: Two
    themes: *both
    speaker: A
  - title: Three
    themes: [securty]
`;
const indented =
  "  meeting:\n    title: M\n    date: 2019-12-10\n  contributions:\n    - title: On JupyterHub\n      themes: [securty]\n    - title: Two\n      speaker: A\n";
const several = `${inMeeting("  - title: On JupyterHub\n    themes: [securty]\n  - title: Two\n    speaker: A\n")}---\n${inMeeting("  - title: Three\n")}`;

const kinds: readonly (readonly [string, string])[] = [
  ["a flow collection at the root", flow],
  ["an anchor used across items", anchored],
  ["an indented root", indented],
  [
    "a directive",
    `%YAML 1.2\n---\n${inMeeting("  - title: On JupyterHub\n    themes: [securty]\n  - title: Two\n    speaker: A\n")}`,
  ],
];

describe.each(kinds)("%s", (_, text) => {
  it("is read as a whole", () => {
    expect(readMeeting(text).blocks.map(({ shape }) => shape.kind)).toEqual(["whole"]);
  });

  it("has its findings", () => {
    const codes = readMeeting(text)
      .findings()
      .map(({ code, range }) => `${code} on ${text.slice(range.start, range.end)}`);
    const untagged = text === anchored ? [] : ["untagged-item on Two"];
    expect([...codes].sort()).toEqual(
      ["unknown-key on speaker", "unknown-theme on securty", ...untagged].sort(),
    );
  });

  it("has its hovers", () => {
    expect(hoverText(text.replace("JupyterHub", "Jupyter<|>Hub"))?.card).toContain("**JupyterHub**");
    expect(hoverText(text.replace("securty", "secu<|>rty"))?.card).toContain("`security`");
    expect(hoverText(text.replace("contributions:", "contri<|>butions:"))?.card).toContain(
      "**contributions** — required",
    );
  });

  it("has its symbols", () => {
    expect(outline(text).map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        "M",
        `On JupyterHub (${text === anchored ? "security, cncf-landscape" : "securty"})`,
      ]),
    );
  });

  it("has its completion", () => {
    expect(completionLabels(text.replace("[securty]", "[<|>]"))).toEqual(
      expect.arrayContaining(["storage-integration", "security/aai"]),
    );
    expect(completionLabels(text.replace("speaker: A", "sp<|>"))).toContain("speakers");
  });

  it("has its quick fixes", () => {
    const { actions, view } = actionsAt(text.replace("securty", "secu<|>rty"));
    expect(actions[0]?.title).toBe("Replace with security");
    expect(textAfterAction(actions[0], view)).toBe(text.replace("securty", "security"));
  });

  it("is suppressed by a comment", () => {
    const { actions, view } = actionsAt(text.replace("securty", "secu<|>rty"));
    const quiet = textAfterAction(
      actions.find(({ title }) => title === "Disable unknown-theme for this line"),
      view,
    );
    expect(codesIn(quiet)).toEqual(codesIn(text).filter((code) => code !== "unknown-theme"));
  });

  it("has its folds", () => {
    expect(folding(viewOf(text)).length).toBeGreaterThan(0);
  });
});

function codesIn(text: string): readonly string[] {
  return readMeeting(text)
    .findings()
    .map(({ code }) => code);
}

describe("anchors across items", () => {
  it("count for the items that use them", () => {
    expect(hoverText(anchored.replace("[security,", "[secur<|>ity,"))?.card).toContain(
      "Used 2 times in this meeting.",
    );
    expect(outline(anchored)).toContain("  Two (security, cncf-landscape)");
  });

  it("are one finding where the anchor is missing, at the alias", () => {
    expect(findingLines(anchored.replace("&both ", ""))).toContain("8: yaml-syntax on *both");
  });

  it("with a syntax error are one finding", () => {
    expect(
      findingLines(anchored.replace("[securty]", "[securty")).filter((one) => one.includes("yaml-syntax")),
    ).toHaveLength(1);
  });
});

describe("several documents", () => {
  it("are reported as too many, at the second one", () => {
    const findings = readMeeting(several)
      .findings()
      .filter(({ code }) => code === "yaml-syntax");
    expect(findings.map(({ message }) => message)).toEqual([
      "Second YAML document: a file must hold one meeting only.",
    ]);
    expect(findings[0]?.range.start).toBe(several.indexOf("---"));
  });

  it("keep hovers, symbols, completion and fixes in the first one", () => {
    expect(findingLines(several)).toContain("6: unknown-theme on securty");
    expect(hoverText(several.replace("securty", "secu<|>rty"))?.card).toContain("`security`");
    expect(outline(several)).toContain("  Two (no theme)");
    expect(completionLabels(several.replace("[securty]", "[<|>]"))).toContain("security/aai");
    const { actions } = actionsAt(several.replace("speaker:", "spea<|>ker:"));
    expect(actions[0]?.title).toBe("Replace with speakers");
  });
});
