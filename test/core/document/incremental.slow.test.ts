import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MeetingDocument } from "../../../server/src/core/analysis/meetingDocument";
import { applyEdits } from "../../../server/src/core/text/range";
import { inMeeting } from "../../support/findings";
import { readMeeting } from "../../support/meeting";
import { snapshotOf } from "../../support/snapshotOf";

/** More with `EDIT_SEQUENCES=100000`. */
const sequences = Number(process.env.EDIT_SEQUENCES ?? 10_000);

const item =
  '  - title: One\n    themes: [security]\n    notes: |\n      # heading\n      text: "x\n\n  # about two\n';
const starts = [
  inMeeting(`${item}  - title: Two\n    themes: none\n  - {title: Three}\ndiscussion:\n- topic: Four\n`),
  `# a file\n\n${inMeeting(`${item}${item}`)}surveys:\n  - question: Q\n# wlcg-notes-disable-file untagged-item\n`,
  inMeeting(`${item}Aside: x\n  - title: Two\nother:\n  - a\n  - b\n`).replaceAll("\n", "\r\n"),
  "\uFEFFmeeting: {title: T, date: 2020-01-01}\ncontributions:\n- &a {title: A, themes: none}\n- title: B\n",
  "meetings:\n  a: b\n  chairs:\n  - R\n  - S\ncontribution:\n  - title: A\n  - title: B\n",
  inMeeting(["A", "B", "C", "D", "E", "F", "G", "H"].map((title) => `  - title: ${title}\n`).join("")),
  `${inMeeting("  - title: A\n")}? surveys\n:\n- question: Q\n- question: R\ndiscussion: []\n`,
  `${inMeeting("  - title: A\n")}Note: words\n  - more\n  \t- and more\n  - title: B\n"s\\u0075rveys":\n- a: b\n`,
  inMeeting(
    "  title: A\n  speakers:\n  - B\n  # c\n  - C: d\n  actions:\n    - text: e\n  notes: f\nsurveys:\n- question: Q\n",
  ),
  "",
];
const fragments = [
  ...[
    "\n",
    "\r",
    "\r\n",
    "  ",
    "- ",
    "  - title: x\n",
    "title: x",
    "themes: [",
    "]",
    '"',
    "'",
    "#",
    ":",
    "\t",
  ],
  ...[
    "---\n",
    "? ",
    ": ",
    ": b",
    "\\",
    "Note: words\n",
    "  - more\n",
    "  \t- n\n",
    "...\n",
    "&a ",
    "*a",
    "{",
    "}",
    "|",
    "surveys:\n",
    "contributions:\n",
    "x:\n",
    "é",
    "🙂",
    "\0",
  ],
  ...["# about\n", "  # wlcg-notes-disable-next-line untagged-item\n", "# wlcg-notes-disable-file\n", "One"],
];
const edit = fc.record({
  at: fc.nat(400),
  remove: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(12), fc.nat(400)),
  text: fc.oneof(fc.constantFrom(...fragments), fc.constant("")),
});

describe("a document after edits", () => {
  it("is the same as one read from scratch, whatever the edits", { timeout: 600_000 }, () => {
    const start = fc.constantFrom(...starts);
    fc.assert(
      fc.property(start, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let document: MeetingDocument = readMeeting(text);
        for (const { at, remove, text: inserted } of edits) {
          const from = Math.min(at, document.length);
          const change = { start: from, end: Math.min(from + remove, document.length), text: inserted };
          const expected = applyEdits(document.text, [change]);
          document = document.edit(change);
          expect(document.text).toBe(expected);
        }
        expect(snapshotOf(document)).toEqual(snapshotOf(readMeeting(document.text)));
      }),
      { numRuns: sequences },
    );
  });

  it("is the same once text comes between leading comments and the rest", () => {
    let document: MeetingDocument = readMeeting(`# one\n]${starts[0]}`);
    document = document.edit({ start: 2, end: 2, text: "\n" });
    expect(snapshotOf(document)).toEqual(snapshotOf(readMeeting(document.text)));
  });

  it("keeps the blocks that did not change", () => {
    const before = readMeeting(starts[0] ?? "");
    const at = before.text.indexOf("Two");
    const after = before.edit({ start: at, end: at + 3, text: "Zwei" });
    expect(after.blockList.blocks.filter((block) => before.blockList.blocks.includes(block)).length).toBe(
      before.blockList.blocks.length - 1,
    );
  });

  it("keeps them where the whole text is given again", () => {
    const before = readMeeting(starts[0] ?? "");
    const after = readMeeting(before.text.replace("Two", "Zwei"), before);
    expect(after.blockList.blocks.filter((block) => before.blockList.blocks.includes(block)).length).toBe(
      before.blockList.blocks.length - 1,
    );
  });
});
