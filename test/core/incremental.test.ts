import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MeetingDocument } from "../../server/src/core/document";
import { applyEdits } from "../../server/src/core/range";
import { inMeeting } from "../support/findings";
import { read } from "../support/meeting";

const start = inMeeting(
  '  - title: One\n    themes: [security]\n    notes: |\n      # heading\n      text: "x\n\n  # about two\n  - title: Two\n    themes: none\n  - {title: Three}\ndiscussion:\n- topic: Four\n',
);
const pieces = [
  "\n",
  "  ",
  "- ",
  "title: x",
  "themes: [",
  "]",
  '"',
  "'",
  "#",
  ":",
  "\t",
  "---\n",
  "&a ",
  "*a",
  "{",
  "}",
  "|",
  "surveys:\n",
  "é",
  "🙂",
  "\r\n",
];
const edit = fc.record({
  at: fc.nat(400),
  remove: fc.nat(12),
  text: fc.oneof(fc.constantFrom(...pieces), fc.constant("")),
});

describe("a document read after an edit", () => {
  it("is the same as one read anew, whatever the edits", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        let document: MeetingDocument = read(start);
        for (const { at, remove, text } of edits) {
          const from = Math.min(at, document.text.length);
          const next = applyEdits(document.text, [
            { start: from, end: Math.min(from + remove, document.text.length), text },
          ]);
          document = read(next, document);
          expect(facts(document)).toEqual(facts(read(next)));
          expect(document.blocks.map(({ start, end }) => next.slice(start, end)).join("")).toBe(next);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("keeps the blocks that did not change", () => {
    const before = read(start);
    const after = read(start.replace("Two", "Zwei"), before);
    const kept = after.blocks.filter(({ block }) => before.blocks.some((other) => other.block === block));
    expect(kept.length).toBe(before.blocks.length - 1);
  });
});

function facts(document: MeetingDocument) {
  return {
    findings: document
      .findings()
      .map(({ code, range, message, fixes }) => ({ code, range, message, fixes: fixes?.() })),
    items: document.items().map(({ start: offset, summary }) => ({ offset, summary })),
  };
}
