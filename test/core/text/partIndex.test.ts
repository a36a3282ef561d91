import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Positions } from "../../../server/src/features/shared/positions";
import { readMeeting } from "../../support/meeting";

const parts = [
  "\uFEFF",
  "\n",
  "\r\n",
  "\r",
  "meeting:\n",
  "contributions:\n",
  "  - title: x\n",
  "# a\n",
  "🙂",
  " ",
];
const text = fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((all) => all.join(""));

describe("positions in a file of several parts", () => {
  it("are those of the same text in one piece", () => {
    fc.assert(
      fc.property(text, (source) => {
        const positions = new Positions(1, readMeeting(source));
        const whole = TextDocument.create("file:///x", "yaml", 1, source);
        for (let offset = -1; offset <= source.length + 1; offset++)
          expect(positions.positionAt(offset)).toEqual(whole.positionAt(offset));
        for (let line = -1; line <= whole.lineCount; line++)
          for (const character of [-1, 0, 1, 5, 100])
            expect(positions.offsetAt({ line, character })).toBe(whole.offsetAt({ line, character }));
      }),
      { numRuns: 300 },
    );
  });

  it("cut out the same text", () => {
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), (source, one, other) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        expect(readMeeting(source).slice(start, end)).toBe(source.slice(start, end));
      }),
    );
  });
});
