/** An item that does not parse has the same title in every feature. */
import { describe, expect, it } from "vitest";
import { partialText, partialTitle } from "../../../server/src/core/document/partialItem";
import { notesOf } from "../../../server/src/core/notes/read/notesOf";
import { type ItemList, titleKey } from "../../../server/src/core/schema/itemKinds";
import { completionLabels, outline } from "../../support/editorRequests";
import { inMeeting } from "../../support/findings";
import { readMeeting } from "../../support/meeting";

const head = "meeting:\n  title: M\n  date: 2019-12-10\n";

/** An item that does not parse, and its title. */
const broken: readonly (readonly [name: string, item: string, title: string])[] = [
  ["in quotes, with a comment", '  - title: "Rucio: next" # c\n    themes: [sec\n', "Rucio: next"],
  ["in a flow mapping", "  - {title: SLATE, themes: [sec}\n", "SLATE"],
  ["in a comment only", "  - speakers: [A. B] # title: none yet\n    themes: [sec\n", ""],
  ["in a comment line only", "  - speakers: [A. B]\n    # title: none yet\n    themes: [sec\n", ""],
  ["below other keys", "  - themes: [sec\n    title: Rucio\n", "Rucio"],
  [
    "below a list of its own column",
    "  - speakers:\n    - A. B\n    title: Rucio\n    themes: [sec\n",
    "Rucio",
  ],
  ["without quotes", "  - title: Rucio and SLATE\n    themes: [sec\n", "Rucio and SLATE"],
  ["with a colon", "  - title: Rucio: the next steps\n    themes: [sec\n", "Rucio: the next steps"],
  ["with a comment", "  - title: Rucio # draft\n    themes: [sec\n", "Rucio"],
  ["with a sharp", "  - title: C# and Rucio#2\n    themes: [sec\n", "C# and Rucio#2"],
  ["with a comment in quotes", '  - title: "Rucio # 2"\n    themes: [sec\n', "Rucio # 2"],
  ["with escapes", '  - title: "The \\"big\\" \\u0041\\\\B"\n    themes: [sec\n', 'The "big" A\\B'],
  ["in single quotes", "  - title: 'Rucio''s next' # c\n    themes: [sec\n", "Rucio's next"],
  ["in quotes that are not closed", '  - title: "Rucio\n    themes: none\n', "Rucio"],
  ["in single quotes that are not closed", "  - title: 'Rucio\n    themes: none\n", "Rucio"],
  [
    "in quotes with text after them",
    '  - title: "Rucio": the next # c\n    themes: none\n',
    '"Rucio": the next',
  ],
  ["in quotes over lines", '  - title: "Rucio\n      next"\n    themes: [sec\n', "Rucio next"],
  ["over lines", "  - title: Rucio\n      next # c\n    themes: [sec\n", "Rucio next"],
  ["in a folded block scalar", "  - title: >\n      Rucio\n      next\n    themes: [sec\n", "Rucio next"],
  ["in a literal block scalar", "  - title: |- # c\n      Rucio # 1\n    themes: [sec\n", "Rucio # 1"],
  ["in other text only", "  - notes: |\n      title: not me\n    themes: [sec\n", ""],
  ["in another text in quotes only", '  - notes: "a\n      title: not me"\n    themes: [sec\n', ""],
  ["in an action only", "  - speakers: [A. B]\n    actions:\n      - title: x\n    themes: [sec\n", ""],
  ["after an anchor", "  - title: &t Rucio\n    place: *t\n    themes: [sec\n", "Rucio"],
  ["after a tag", "  - title: !!str Rucio\n    themes: [sec\n", "Rucio"],
  ["after an anchor of the item", "  - &i\n    title: Rucio\n    themes: [sec\n", "Rucio"],
  ["after an anchor of the key", "  - &k title: Rucio\n    themes: [sec\n", "Rucio"],
  ["below a dash", "  -\n    title: Rucio\n    themes: [sec\n", "Rucio"],
  ["below a comment", "  # title: no\n  - title: Rucio\n    themes: [sec\n", "Rucio"],
  ["with its key in quotes", '  - "title": Rucio\n    themes: [sec\n', "Rucio"],
  ["after a space before the colon", "  - title : Rucio\n    themes: [sec\n", "Rucio"],
  ["after a tab", "  - title:\tRucio\n    themes: [sec\n", "Rucio"],
  ["indented by a tab", "  - themes: [sec\n\ttitle: Rucio\n", "Rucio"],
  ["one space too far to the right", "  - themes: none\n     title: Rucio\n", "Rucio"],
  ["with an explicit key", "  - ? title\n    : Rucio\n    themes: [sec\n", "Rucio"],
  ["as bare text", "  - Rucio\n    themes: [sec\n", "Rucio"],
  ["as bare text in quotes", '  - "Rucio # 1" # c\n    themes: [sec\n', "Rucio # 1"],
  ["as text that lacks its quotes", "  - title: [draft] Rucio\n    themes: none\n", "[draft] Rucio"],
  ["as a reserved character", "  - title: @Rucio\n    themes: none\n", "@Rucio"],
  ["as a list", "  - title: [a, b]\n    themes: [sec\n", ""],
  ["without a value", "  - title:\n    themes: [sec\n", ""],
  ["as a null", "  - title: ~\n    themes: [sec\n", ""],
  ["as a comment", "  - title: # none yet\n    themes: [sec\n", ""],
  ["with line ends of Windows", '  - title: "Rucio" # c\r\n    themes: [sec\r\n', "Rucio"],
  ["in a flow mapping, in quotes", '  - {title: "Rucio, next", themes: [sec}\n', "Rucio, next"],
  ["in a flow mapping, in quotes not closed", '  - {title: "Rucio, themes: [sec]}\n', "Rucio"],
  ["in a flow mapping, in single quotes", "  - {title: 'It''s, so', themes: [sec}\n", "It's, so"],
  ["in a flow mapping, last", "  - {themes: [security], speakers: [A, title: Rucio}\n", "Rucio"],
  ["in a flow mapping, after quotes", '  - {notes: "a, title: no", title: Rucio, themes: [sec}\n', "Rucio"],
  ["in a flow mapping, in an action only", "  - {actions: [{title: x}], themes: [sec}\n", ""],
  ["in a flow mapping, in a comment only", "  - {speakers: [A], # , title: no\n     themes: [sec}\n", ""],
  ["in a flow mapping, with a comment", "  - {title: Rucio # c\n    , themes: [sec}\n", "Rucio"],
  ["in a flow mapping, with an anchor", "  - {title: &t Rucio, place: *t, themes: [sec}\n", "Rucio"],
  ["in a flow mapping, with its key in quotes", '  - {"title":"Rucio", themes: [sec}\n', "Rucio"],
  ["in a flow mapping over lines", "  - {\n    themes: [sec,\n    title: Rucio\n", "Rucio"],
  ["in a flow mapping, in a text", "  - {notes: the title: x, themes: [sec}\n", ""],
  ["as one word with a colon", "  - ATLAS:Rucio\n    themes: [sec\n", "ATLAS:Rucio"],
  ["as an address", "  - https://x.org\n    themes: [sec\n", "https://x.org"],
  ["without a space after its key", "  - title:Rucio\n    themes: [sec\n", "Rucio"],
  ["in a flow mapping, as a list", "  - {title: [a], themes: [sec}\n", ""],
];

/** The one item's title in the notes, and in the outline. */
function titlesOf(text: string): readonly [notes: string | undefined, outline: string | undefined] {
  const [line = ""] = outline(text).filter((symbol) => symbol.startsWith("  "));
  return [notesOf(readMeeting(text)).items[0]?.title, line.trim()];
}

describe.each(broken)("a title %s", (_, item, title) => {
  it("is the same in the outline and the notes", () => {
    expect(titlesOf(inMeeting(item))).toEqual([title, `${title || "Untitled"} (cannot be read)`]);
  });

  it.each(["surveys", "discussion"] as const)("is found in %s by its own key", (list: ItemList) => {
    const own = item.replaceAll(/title(?=["']? ?:|$)/gm, titleKey(list));
    expect(partialTitle(own, list)).toBe(title);
  });
});

it("is not taken from the key of another list", () => {
  expect(titlesOf(`${head}surveys:\n  - title: x\n    themes: [sec\n`)).toEqual([
    "",
    "Untitled (cannot be read)",
  ]);
});

it("ranks the themes of a completion in the item, and a comment does not", () => {
  const first = (item: string): string | undefined => completionLabels(inMeeting(item))[0];
  const none = first("  - themes: [<|>\n");
  const title = "CVMFS with the containerd snapshotter";
  const best = first(`  - title: ${title}\n    themes: [<|>\n`);
  expect(best).not.toBe(none);
  expect(first(`  - title: "${title}" # c\n    themes: [<|>\n`)).toBe(best);
  expect(first(`  - {title: '${title}', themes: [<|>\n`)).toBe(best);
  expect(first(`  - speakers: [A] # title: ${title}\n    themes: [<|>\n`)).toBe(none);
});

describe("a meeting's head that does not parse", () => {
  const heads: readonly (readonly [string, string, string | undefined])[] = [
    ['meeting:\n  title: "M\n  date: 2019-12-10 # c\n', "M", "2019-12-10"],
    ["# c\nmeeting: {title: 'M', date: 2019-12-10, chairs: [a}\n", "M", "2019-12-10"],
    ['"meeting":\n  title: M\n  date: 2019-12-10\n  chairs: [A\n', "M", "2019-12-10"],
    ["&m meeting:\n  title: M\n  date: 2019-12-10\n  chairs: [A\n", "M", "2019-12-10"],
    ["meeting: # title: no\n  chairs: [a\n  # date: 2019-12-10\n", "", undefined],
  ];
  it.each(heads)("%j has its title and date", (text, title, date) => {
    expect([partialTitle(text, "meeting"), partialText(text, "meeting", "date")]).toEqual([title, date]);
    const { meeting } = notesOf(readMeeting(`${text}contributions:\n  - title: x\n`));
    expect([meeting.title, meeting.date]).toEqual([title, date]);
    expect(outline(text)[0]).toBe(title || "meeting");
  });
});

it("is that of the first document if there are several", () => {
  const second = "---\nmeeting:\n  title: B\n";
  const text = `meeting:\n  title: A\n  chairs: [C\ncontributions:\n  - title: x\n${second}`;
  expect(notesOf(readMeeting(text)).meeting.title).toBe("A");
});
