import { describe, expect, it } from "vitest";
import { documentLinks } from "../../server/src/features/documentLinks";
import { inMeeting } from "../support/findings";
import { viewOf } from "../support/meeting";

function expectLinks(items: string, expected: readonly string[]): void {
  const view = viewOf(inMeeting(items));
  const links = documentLinks(view);
  expect(links.map(({ target }) => target)).toEqual(expected);
  expect(links.map(({ range }) => view.positions.getText(range))).toEqual(expected);
}

describe("document links", () => {
  it.each([
    [
      "a url",
      "  - url: https://indico.cern.ch/event/1/contributions/2\n",
      ["https://indico.cern.ch/event/1/contributions/2"],
    ],
    ["in quotes", "  - url: \"https://a.ch/x\"\n  - url: 'http://b.ch'\n", ["https://a.ch/x", "http://b.ch"]],
    [
      "in a flow list",
      "  - {title: x, url: https://a.ch/x, place: https://b.ch}\n",
      ["https://a.ch/x", "https://b.ch"],
    ],
    ["closed by a brace", "  - {title: x, url: https://a.ch/x}\n", ["https://a.ch/x"]],
    [
      "in Markdown",
      "  - notes: |\n      🙂 See [the slides](https://a.ch/x_(1).pdf), <https://b.ch>, and https://c.ch/d.\n",
      ["https://a.ch/x_(1).pdf", "https://b.ch", "https://c.ch/d"],
    ],
    ["at a sentence's end", "  - notes: (see https://a.ch/x).\n", ["https://a.ch/x"]],
    ["in a comment", "  # https://a.ch/?q=1&r=2#top\n", ["https://a.ch/?q=1&r=2#top"]],
    ["in a broken item", '  - title: "x\n    url: https://a.ch\n', ["https://a.ch"]],
    [
      "in Chinese or Japanese, up to its punctuation",
      "  - title: 見る（https://a.ch/x）、https://b.ch/日本。https://c.ch！\n",
      ["https://a.ch/x", "https://b.ch/日本", "https://c.ch"],
    ],
    ["after combining characters", "  - title: e\u0301o\u0308 https://a.ch\n", ["https://a.ch"]],
    ["but none without a host", "  - title: https://. and http://, and https://\n", []],
    ["but nothing else", "  - title: ftp://a.ch javascript:alert(1) www.a.ch https://\n", []],
  ])("%s", (_, items, expected) => expectLinks(items, expected));
});

// each ends long before the limit of a test where it takes no square of its length
it.each([")", ".", "]", "(", "()", ").", "_"])("a link in front of a row of 300,000 %j ends", (mark) => {
  const view = viewOf(
    inMeeting(`  - title: x\n    notes: see https://a.ch/${mark.repeat(300_000 / mark.length)}\n`),
  );
  expect(documentLinks(view)).toHaveLength(1);
});
