import { describe, expect, it } from "vitest";
import { formatting } from "../../server/src/features/formatting";
import { inMeeting } from "../support/findings";
import { applyTextEdits, viewOf } from "../support/meeting";

function formatted(text: string): string {
  const view = viewOf(text);
  return applyTextEdits(view, formatting(view));
}

function expectFormatted(before: string, after: string): void {
  expect(formatted(before)).toBe(after);
  expect(formatted(after), "a second time nothing changes").toBe(after);
}

describe("formatting", () => {
  it.each([
    [
      "puts items at two columns",
      "contributions:\n- title: x\n  themes: none\n- title: y\n",
      "contributions:\n  - title: x\n    themes: none\n  - title: y\n",
    ],
    [
      "indents by two",
      "meeting:\n    title: M\n    date: 2019-12-10\n",
      "meeting:\n  title: M\n  date: 2019-12-10\n",
    ],
    [
      "indents lists within items",
      "contributions:\n  - title: x\n    themes:\n    - security\n    actions:\n    -   text: a\n        owner: b\n",
      "contributions:\n  - title: x\n    themes:\n      - security\n    actions:\n      - text: a\n        owner: b\n",
    ],
    [
      "moves a list with the key it is under",
      "meeting:\n title: b\n chairs:\n - R # c\n date: 1\n",
      "meeting:\n  title: b\n  chairs:\n    - R # c\n  date: 1\n",
    ],
    [
      "leaves what is below a key that is none of the file's",
      "meetings:\n a: b\n chairs:\n - R # c\n date: 1\n",
      "meetings:\n a: b\n chairs:\n - R # c\n date: 1\n",
    ],
    [
      "moves notes with their key, and keeps their own indent",
      "contributions:\n-   title: x\n    notes: |\n        one\n          two\n\n        three\n",
      "contributions:\n  - title: x\n    notes: |\n        one\n          two\n\n        three\n",
    ],
    [
      "keeps what a text says with an indicator",
      "contributions:\n- title: x\n  notes: |2-\n      one\n    two\n",
      "contributions:\n  - title: x\n    notes: |2-\n        one\n      two\n",
    ],
    [
      "formats a list after a key in quotes, and after an anchor",
      'contributions:\n- "title":   x\n  "themes": [ security ,storage-integration ]\n  speakers: &a [ A ,B ]\n',
      'contributions:\n  - "title": x\n    "themes": [security, storage-integration]\n    speakers: &a [A, B]\n',
    ],
    [
      "moves the lines of a list together after an anchor, as without one",
      "contributions:\n-   title: x\n    themes: &a [\n       security,\n         storage-integration\n    ]\n",
      "contributions:\n  - title: x\n    themes: &a [\n       security,\n         storage-integration\n    ]\n",
    ],
    [
      "moves what follows a text that ends as the head of one does",
      "contributions:\n- title: x - |\n  themes:\n  - security\n",
      "contributions:\n  - title: x - |\n    themes:\n      - security\n",
    ],
    [
      "removes space at line ends and after colons",
      "meeting:   \n  title:   M  \n  date: 2019-12-10\t\n",
      "meeting:\n  title: M\n  date: 2019-12-10\n",
    ],
    [
      "leaves one blank line between items, and none at the end",
      "contributions:\n  - title: x\n\n\n\n  - title: y\n\n\n",
      "contributions:\n  - title: x\n\n  - title: y\n",
    ],
    [
      "tidies lists on one line",
      inMeeting(
        "  - title: x\n    themes:  [ security ,storage-integration,none ]  # [ a ,b ]\n    speakers: [ ]\n",
      ),
      inMeeting(
        "  - title: x\n    themes: [security, storage-integration, none]  # [ a ,b ]\n    speakers: []\n",
      ),
    ],
    [
      "tidies no list with quotes, entries missing or lists in it, nor what is the text of a note",
      inMeeting(
        "  - title: [ 'a ,b' ]\n    themes: [ a ,, b ]\n    speakers: [ [a ,b] ]\n    notes: |\n      themes: [ a ,b ]\n",
      ),
      inMeeting(
        "  - title: [ 'a ,b' ]\n    themes: [ a ,, b ]\n    speakers: [ [a ,b] ]\n    notes: |\n      themes: [ a ,b ]\n",
      ),
    ],
    [
      "lays out what has a line like a list in a quoted text",
      inMeeting('-   title: "x\n      [ a ,b ]\n      "\n    themes: none\n'),
      inMeeting('  - title: "x\n      [ a ,b ]\n      "\n    themes: none\n'),
    ],
    [
      "moves a text with its key, whole",
      inMeeting("-     title: One\n      notes: |\n          a\n            b\n"),
      inMeeting("  - title: One\n    notes: |\n        a\n          b\n"),
    ],
    [
      "keeps the lines of a text as they are",
      inMeeting("  - title: One\n    notes: |\n      a\n\n        code   here\n      - b\n"),
      inMeeting("  - title: One\n    notes: |\n      a\n\n        code   here\n      - b\n"),
    ],
    [
      "treats no-break spaces and similar characters as text",
      "contributions:\n-   title:   \u00a0x\u2028y\u3000  \n-   \u00a0z\n",
      "contributions:\n  - title: \u00a0x\u2028y\u3000\n  - \u00a0z\n",
    ],
    ["ends the file in a line end", "meeting:\n  title: M", "meeting:\n  title: M\n"],
    [
      "keeps quotes",
      "contributions:\n- title: 'it''s'\n  place: \"a\\tb\"\n",
      "contributions:\n  - title: 'it''s'\n    place: \"a\\tb\"\n",
    ],
    [
      "keeps comments, each where it belongs",
      "# a\nmeeting: # b\n    # c\n    title: M # d\ncontributions:\n# e\n- title: x # f\n  # g\n  themes: [ # h\n    security, # i\n  ]\n# j\n",
      "# a\nmeeting: # b\n  # c\n  title: M # d\ncontributions:\n  # e\n  - title: x # f\n    # g\n    themes: [ # h\n      security, # i\n    ]\n  # j\n",
    ],
    [
      "keeps Windows line ends",
      "contributions:\r\n- title: x\r\n  themes: none\r\n\r\n\r\n- title: y\r\n",
      "contributions:\r\n  - title: x\r\n    themes: none\r\n\r\n  - title: y\r\n",
    ],
    ["keeps a byte order mark", "\uFEFFmeeting:\n    title: M\n", "\uFEFFmeeting:\n  title: M\n"],
    ["keeps the start of the document", "---\nmeeting:\n    title: M\n", "---\nmeeting:\n  title: M\n"],
    [
      "counts emoji as they are",
      'contributions:\n- title: "🙂  👩‍🔬"   # 日本\n  notes: é\n',
      'contributions:\n  - title: "🙂  👩‍🔬"   # 日本\n    notes: é\n',
    ],
  ])("%s", (_, before, after) => expectFormatted(before, after));

  it.each([
    ["an unclosed quote", '-   title: "x\n    notes:   y\n'],
    ["an unclosed bracket", "-   title: x\n    themes:   [sec\n"],
    ["a tab", "-   title: x\n\tnotes:   y\n"],
    ["a bad indent", "-   title: x\n  notes:   y\n"],
  ])("leaves an item with %s as it is, and formats the others in line with it", (_, broken) => {
    expectFormatted(
      `contributions:\n- title: a\n${broken}-   title: b\n`,
      `contributions:\n- title: a\n${broken}- title: b\n`,
    );
  });

  it.each([
    ["an empty file", ""],
    ["white space", "  \n\n"],
    ["several documents", "meeting:\n    title: M\n---\nmeeting:\n    title: N\n"],
    ["a flow collection at the root", "{meeting:   {title: M}}\n"],
    ["an anchor used across items", "contributions:\n-   title: &a x\n-   title: *a\n"],
    ["what is in order", inMeeting("  - {title: One, themes: none}\n")],
    ["a comment alone", "# only this\n"],
    ["items below words that belong to their key", "contributions:\n  some words\n- title: x\n- title: y\n"],
    ["prose", "Notes   of a meeting\n   in prose.\n"],
  ])("leaves %s as it is", (_, text) => expectFormatted(text, text));
});
