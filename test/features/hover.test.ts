import { describe, expect, it } from "vitest";
import { hoverText } from "../support/editorRequests";
import { inMeeting } from "../support/findings";

describe("hover", () => {
  it.each([
    ["a theme", "  - {title: x, themes: [secu<|>rity]}\n", "security", "**Security** `security`"],
    [
      "the topic after the slash",
      "  - {title: x, themes: [security/a<|>ai]}\n",
      "aai",
      "**Authentication and authorisation**",
    ],
    [
      "the theme before the slash",
      "  - {title: x, themes: [secu<|>rity/aai]}\n",
      "security",
      "**Security** `security`",
    ],
    [
      "the most similar theme for a misspelt one",
      "  - {title: x, themes: [secu<|>rty]}\n",
      "securty",
      "Did you mean:",
    ],
    ["a key", "  - ti<|>tle: x\n", "title", "**title** — required"],
    ["a community", "  - {title: x, community: IRIS-<|>HEP}\n", "IRIS-HEP", "**IRIS-HEP**"],
    ["a system in a title", "  - title: 🙂 On JupyterH<|>ub at CERN\n", "JupyterHub", "**JupyterHub**"],
    ["a system in notes", "  - title: x\n    notes: |\n      We use ro<|>ok: it works.\n", "rook", undefined],
    [
      "a system in notes as it is spelt",
      "  - title: x\n    notes: |\n      We use Ro<|>ok: it works.\n",
      "Rook",
      "**Rook** — CNCF graduated",
    ],
    [
      "a theme in a broken item",
      "  - title: x\n    themes: [secu<|>rity\n",
      "security",
      "**Security** `security`",
    ],
    ["nothing in plain text", "  - title: pla<|>in text\n", "", undefined],
  ])("%s", (_, items, word, card) => {
    const found = hoverText(inMeeting(items));
    expect(found?.word).toBe(card === undefined ? undefined : word);
    if (card !== undefined) expect(found?.card).toContain(card);
  });

  it("counts how often this meeting uses a theme", () => {
    const items = "  - {title: x, themes: [secu<|>rity]}\n  - {title: y, themes: [security/aai]}\n";
    expect(hoverText(inMeeting(items))?.card).toContain("Used 2 times in this meeting.");
  });

  it("makes nothing of what the user wrote", () => {
    const card =
      hoverText(inMeeting('  - {title: x, themes: ["<img src=x>[a](command:b)<|>"]}\n'))?.card ?? "";
    expect(card).not.toContain("<img");
    expect(card).not.toContain("](command:");
  });
});
