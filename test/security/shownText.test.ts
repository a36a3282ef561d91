/** What the functions of `core/shownText.ts` promise of any text. */
import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import {
  clip,
  labelText,
  logText,
  markdownCode,
  markdownText,
  notificationText,
  singleLine,
  statusText,
  terminalLines,
  terminalPath,
  terminalText,
} from "../../server/src/core/shownText";
import { actingCharacters as acting } from "../support/hostile";

const parts = [
  ..."\u0000 \u0007 \u001b[31m \u001b]0;t\u0007 \u007f \u0085 \u009b31m \u2028 \u2029 \r\n \r \n \v \f \t".split(
    " ",
  ),
  ..."\u202e \u2066 \u2069 \u200b \u2060 \ufeff \ud800 \udfff \uffff 😀 ::error::x ::add-mask:: ##[error] ##vso[x]".split(
    " ",
  ),
  ..."[ ] ]( ( ) [x](command:a) ![x](https://e.ch/p.png) $( $(alert) < <img src=x> <b> ` `` \\ * _ # - + = > 1. | ~".split(
    " ",
  ),
  ..."https://a.ch/ www.b.ch mailto:a@b.ch a@b.ch &lt; &#60; : :: x word ! \" '".split(" "),
  " ",
];
const hostile = fc.array(fc.constantFrom(...parts), { maxLength: 14 }).map((all) => all.join(""));

/** @param holds for the result of any text */
function always(prepare: (text: string) => string, holds: (shown: string, text: string) => void): void {
  fc.assert(
    fc.property(hostile, (text) => {
      holds(prepare(text), text);
    }),
    { numRuns: 3000 },
  );
}

describe("one line of text", () => {
  const all = { singleLine, labelText, logText, notificationText, statusText, markdownText, markdownCode };
  it.each(Object.entries(all))("has no character that acts, by %s", (_, prepare) => {
    always(prepare, (shown) => expect(shown).not.toMatch(acting));
  });

  it("keeps what is plain", () => {
    const plain = "Zoë’s “talk”: 漢字 👩‍🔬 é שלום [a] (b) 1 < 2 & 3 | https://a.ch/x_y?z=1#w $x";
    for (const prepare of [singleLine, labelText, logText, notificationText, statusText, terminalText])
      expect(prepare(plain)).toBe(plain);
  });

  it("is short, and cuts no character in two", () => {
    const long = "x".repeat(2_000_000);
    expect(notificationText(long).length).toBeLessThanOrEqual(400);
    expect(labelText(long).length).toBeLessThanOrEqual(1000);
    expect(logText(long).length).toBeLessThanOrEqual(4000);
    expect(clip("a😀b", 3)).toBe("a…");
    expect(clip("a😀b", 4)).toBe("a😀b");
  });
});

describe("a notification", () => {
  it("has no link, as VS Code and Markdown read one", () => {
    const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
    always(notificationText, (shown) => {
      expect(shown).not.toMatch(link);
      expect(shown).not.toContain("](");
    });
    expect(notificationText("[Show me](command:workbench.action.quit)")).toBe(
      "[Show me] (command:workbench.action.quit)",
    );
    expect(notificationText("[x]\u200b(command:a)")).not.toContain("](");
  });

  it("in the status bar has no icon", () => {
    always(statusText, (shown) => expect(shown).not.toContain("$("));
  });
});

describe("text on a terminal", () => {
  it("has no command of a CI job", () => {
    for (const prepare of [terminalText, terminalPath, terminalLines])
      always(prepare, (shown) => {
        for (const line of shown.split("\n")) expect(line).not.toMatch(/^\s*::|##\w*\[/);
        expect(shown.replaceAll(/[\t\n]/g, "")).not.toMatch(acting);
      });
  });

  it("names a file that one can copy", () => {
    expect(terminalPath("meetings/2020 a.contributions.yaml")).toBe("meetings/2020 a.contributions.yaml");
    expect(terminalPath("::error::x.contributions.yaml")).toBe("./::error::x.contributions.yaml");
    expect(terminalPath("new\nline\u001b[2J.yaml")).toBe("new line\ufffd[2J.yaml");
  });
});

describe("text in Markdown for an editor", () => {
  const editors = new MarkdownIt({ html: true, linkify: true });
  // which takes every `word.ch` for an address, as editors do not
  editors.linkify.set({ fuzzyLink: false });

  it("is text: no picture, link, tag or block", () => {
    always(
      (text) => markdownText(text),
      (shown, text) => {
        const tokens = editors.parse(shown, {});
        const inline = tokens.flatMap(({ children }) => children ?? []);
        expect(tokens.map(({ type }) => type)).toEqual(
          shown === "" ? [] : ["paragraph_open", "inline", "paragraph_close"],
        );
        expect(inline.filter(({ type }) => !/^text/.test(type)).map(({ type }) => type)).toEqual([]);
        expect(shown).not.toMatch(/www\./i);
        const seen = inline.map(({ content }) => content).join("");
        expect(seen).toBe(singleLine(text).replaceAll(/\s+/g, " ").trim());
      },
    );
  });

  it("as code is code alone", () => {
    always(markdownCode, (shown) => {
      if (shown === "") return;
      const inline = editors.parse(`x ${shown} y`, {}).flatMap(({ children }) => children ?? []);
      expect(inline.map(({ type }) => type)).toEqual(["text", "code_inline", "text"]);
    });
  });
});
