import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Range } from "vscode-languageserver-types";
import { rangeMover } from "../../../server/src/lsp/workspace/movedRange";
import { readMeeting } from "../../support/meeting";

/** A text with line ends, whose offsets and positions the document knows. */
const text = fc.array(fc.constantFrom("a", "b", "\n", "c"), { maxLength: 30 }).map((parts) => parts.join(""));

function positionAt(source: string, offset: number) {
  const { line, column } = readMeeting(source).lineColumnOf(offset);
  return { line, character: column };
}

const rangeIn = (source: string, a: number, b: number): Range => ({
  start: positionAt(source, Math.min(a, b)),
  end: positionAt(source, Math.max(a, b)),
});

describe("a range after a change of its file", () => {
  it("is around the same text", () => {
    fc.assert(
      fc.property(text, text, fc.nat(30), fc.nat(30), fc.nat(30), (source, inserted, from, to, at) => {
        const [start, end] = [Math.min(from, to, source.length), Math.min(Math.max(from, to), source.length)];
        const place = Math.min(at, source.length);
        const after = source.slice(0, start) + inserted + source.slice(end);
        const move = rangeMover({ range: rangeIn(source, start, end), text: inserted });
        const newPlace =
          place < start
            ? place
            : place < end
              ? start + inserted.length
              : place + inserted.length - (end - start);
        expect(move?.(rangeIn(source, place, place))).toEqual(rangeIn(after, newPlace, newPlace));
      }),
    );
  });

  it("is unknown if the change replaces the whole text", () => {
    expect(rangeMover({ text: "x" })).toBeUndefined();
  });
});
