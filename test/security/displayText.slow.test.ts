/** What the functions of `core/shownText.ts` promise of any text. */
import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import {
  clip,
  iconlessText,
  jsonText,
  labelText,
  linklessText,
  logText,
  markdownCode,
  markdownText,
  notificationText,
  singleLine,
  statusText,
  terminalLines,
  terminalPath,
  terminalText,
} from "../../server/src/core/text/displayText";
import { activeCharacters as acting } from "../support/hostile";

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
  ..."https://a.ch/ www.b.ch mailto:a@b.ch a@b.ch mail-a@-evil.com @ // //a.ch /// &lt; &#60; : :: x word ! \" '".split(
    " ",
  ),
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
  const all = {
    singleLine,
    labelText,
    iconlessText,
    logText,
    notificationText,
    statusText,
    markdownText,
    markdownCode,
  };
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

describe("a label of a symbol or a completion", () => {
  it("has no icon", () => {
    always(iconlessText, (shown) => expect(shown).not.toContain("$("));
    expect(iconlessText("$(error) a $ (b) $c")).toBe("$ (error) a $ (b) $c");
  });
});

describe("a message of a SARIF log", () => {
  it("has no embedded link", () => {
    always(linklessText, (shown) => expect(shown).not.toContain("]("));
    expect(linklessText("a [b](command:c) [d] (e)")).toBe("a [b] (command:c) [d] (e)");
  });
});

describe("a JSON document", () => {
  it("has the same value, without what acts on a terminal or in the log of a CI job", () => {
    const value = hostile.map((text) => ({ [text]: [text, 1, null, { text }] }));
    fc.assert(
      fc.property(value, (given) => {
        const json = jsonText(given);
        expect(JSON.parse(json)).toEqual(given);
        expect(json.replaceAll("\n", "")).not.toMatch(acting);
        for (const line of json.split("\n")) expect(line).not.toMatch(/^\s*::|##\w*\[/);
      }),
      { numRuns: 3000 },
    );
  });

  it("is ordinary JSON if no character acts", () => {
    const value = { a: ["é 漢 😀 # ## [x] ##x", true], b: {} };
    expect(jsonText(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
    expect(jsonText("\u009b##[error]##vso[x]\u202e###[")).toBe(
      '"\\u009b#\\u0023[error]#\\u0023vso[x]\\u202e##\\u0023["\n',
    );
  });
});

describe("text on a terminal", () => {
  it.each([
    ["##[error]x", "##(error]x"],
    ["a ##vso[task.x y]z", "a ##vso(task.x y]z"],
    ["###[##[", "###(##("],
    ["## [a] #[b] ##c d[e]", "## [a] #[b] ##c d[e]"],
  ])("keeps the width of %j", (text, shown) => {
    expect(terminalText(text)).toBe(shown);
  });

  it("has no command of a CI job", () => {
    for (const prepare of [terminalText, terminalPath, terminalLines])
      always(prepare, (shown) => {
        for (const line of shown.split("\n")) expect(line).not.toMatch(/^\s*::|##\w*\[/);
        expect(shown.replaceAll(/[\t\n]/g, "")).not.toMatch(acting);
      });
  });

  it("names a file in a form that can be copied", () => {
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
        expect(shown).not.toMatch(/www\.|\/\/|(?<!\\)@/i);
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
