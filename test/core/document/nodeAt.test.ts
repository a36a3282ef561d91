import { describe, expect, it } from "vitest";
import { nodeAt } from "../../../server/src/core/document/nodeAt";
import { inMeeting } from "../../support/findings";
import { withCursor } from "../../support/meeting";

function expectNode(marked: string, expected: string | undefined): void {
  const { view, offset } = withCursor(marked);
  const place = nodeAt(view.document, offset);
  expect(
    place &&
      `${place.role} ${place.path.join("/")} = ${view.document.text.slice(place.range.start, place.range.end)}`,
  ).toBe(expected);
}

describe("nodeAt", () => {
  it.each([
    ["a key", "  - ti<|>tle: x\n", "key contributions/0/title = title"],
    ["the end of a key", "  - title<|>: x\n", "key contributions/0/title = title"],
    ["a value", "  - title: <|>x\n", "value contributions/0/title = x"],
    ["the end of a value", "  - title: x<|>\n", "value contributions/0/title = x"],
    ["a quoted value, by its quotes", '  - title: "é🙂<|>"\n', 'value contributions/0/title = "é🙂"'],
    ["an entry of a list", "  - themes: [a, <|>b]\n", "value contributions/0/themes/1 = b"],
    ["an entry below a dash", "  - themes:\n      - a\n      - b<|>\n", "value contributions/0/themes/1 = b"],
    [
      "a key of an action",
      "  - actions:\n      - {text: a, du<|>e: b}\n",
      "key contributions/0/actions/0/due = due",
    ],
    [
      "a value of a survey",
      "surveys:\n  - answers: [{answer: Y<|>es}]\n",
      "value surveys/0/answers/0/answer = Yes",
    ],
    [
      "a text over lines",
      "  - notes: |\n      a\n      b<|>\n",
      "value contributions/0/notes = |\n      a\n      b\n",
    ],
    [
      "the key after a text over lines",
      "  - notes: |\n      a\n    <|>url: b\n",
      "key contributions/0/url = url",
    ],
    ["nothing in a comment", "  - title: x # <|>c\n", undefined],
    ["nothing in front of a dash", " <|> - title: x\n", undefined],
    ["nothing where a value is missing", "  - title:  <|> \n", undefined],
    ["nothing in a broken item", '  - title: "x<|>\n', undefined],
    ["a value beside a broken item", '  - title: "x\n  - title: y<|>\n', "value contributions/0/title = y"],
  ])("%s", (_, items, expected) => expectNode(inMeeting(items), expected));

  it.each([
    ["a root key", "mee<|>ting:\n  title: M\n", "key meeting = meeting"],
    ["a value of the meeting", "meeting:\n  title: M<|>\n", "value meeting/title = M"],
    [
      "a list's key",
      `${inMeeting("").replace("contributions", "contri<|>butions")}  - title: x\n`,
      "key contributions = contributions",
    ],
    ["the start of an empty file", "<|>", undefined],
    ["the end of a file", `${inMeeting("  - title: x")}<|>`, "value contributions/0/title = x"],
    ["a file read as a whole", "{meeting: {title: M<|>}}", "value meeting/title = M"],
  ])("%s", (_, text, expected) => expectNode(text, expected));
});
