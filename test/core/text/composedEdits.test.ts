import fc from "fast-check";
import { expect, it } from "vitest";
import { EditComposer } from "../../../server/src/core/text/composedEdits";
import { applyEdits, type Edit } from "../../../server/src/core/text/range";

it.each<[string, readonly (readonly Edit[])[], readonly Edit[]]>([
  ["nothing", [], []],
  [
    "what is put in and taken out again",
    [[{ start: 2, end: 2, text: "x" }], [{ start: 2, end: 3, text: "" }]],
    [],
  ],
  [
    "two rounds in three places",
    [
      [
        { start: 4, end: 5, text: "xyz" },
        { start: 2, end: 2, text: "-" },
      ],
      [{ start: 0, end: 1, text: "" }],
    ],
    [
      { start: 0, end: 1, text: "" },
      { start: 2, end: 2, text: "-" },
      { start: 4, end: 5, text: "xyz" },
    ],
  ],
  [
    "a round inside the text of the one before",
    [[{ start: 1, end: 2, text: "xyz" }], [{ start: 2, end: 3, text: "-" }]],
    [{ start: 1, end: 2, text: "x-z" }],
  ],
])("%s", (_, rounds, edits) => {
  const composer = new EditComposer(6);
  for (const round of rounds) composer.apply(round);
  expect(composer.edits()).toEqual(edits);
});

it("rounds of any edits come to the same text as their edits at once", () => {
  const round = fc.array(fc.record({ gap: fc.nat(4), gone: fc.nat(3), text: fc.string({ maxLength: 3 }) }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(round, { maxLength: 4 }), (text, rounds) => {
      const composer = new EditComposer(text.length);
      let current = text;
      for (const one of rounds) {
        const edits = placed(one, current.length);
        composer.apply(edits);
        current = applyEdits(current, edits);
      }
      const edits = composer.edits();
      expect(applyEdits(text, edits)).toBe(current);
      for (const [index, edit] of edits.entries())
        expect(edit.start).toBeGreaterThan(edits[index - 1]?.end ?? -1);
    }),
  );
});

/** Edits one after the other, none after the end. */
function placed(
  round: readonly { readonly gap: number; readonly gone: number; readonly text: string }[],
  length: number,
): readonly Edit[] {
  let at = 0;
  return round.map(({ gap, gone, text }) => {
    const start = Math.min(length, at + gap);
    at = Math.min(length, start + gone);
    return { start, end: at, text };
  });
}
