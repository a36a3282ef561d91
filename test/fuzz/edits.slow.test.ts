import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixText } from "../../server/src/core/fixes/fixAll";
import { tagAll } from "../../server/src/core/fixes/tagAll";
import { formatting } from "../../server/src/features/formatting";
import { checkEdits, editedFile } from "../support/fuzz/editedFiles";
import { meeting } from "../support/fuzz/meetings";
import { type OfferedEdit, offeredEditsFor } from "../support/fuzz/offers";
import { applyTextEdits, knowledge, readMeeting, viewOf } from "../support/meeting";
import { editCorpus } from "./corpus";

/** More with `EDITED_FILES=100000`; `npm run test:long:edits` reports its progress. */
const files = Number(process.env.EDITED_FILES ?? 1000);
/** Asked in other ways, each of which takes longer. */
const fewFiles = Math.ceil(files / 40);

/** What a second application changes. */
function secondTime({ kind, after }: OfferedEdit): readonly unknown[] {
  const view = viewOf(after);
  if (kind === "format") return formatting(view);
  return kind === "tagAll" ? tagAll(view.document) : [];
}

describe("every edit that is offered", { timeout: 600_000 }, () => {
  it("fixes its finding and changes nothing else", () =>
    fc.assert(
      fc.property(editedFile, (text) => {
        expect(checkEdits(text).problems).toEqual([]);
      }),
      { numRuns: files },
    ));

  it("has nothing left to do a second time", () =>
    fc.assert(
      fc.property(editedFile, (text) => {
        for (const offer of offeredEditsFor(viewOf(text))) expect(secondTime(offer)).toEqual([]);
        const fixed = fixText(text, knowledge);
        expect(fixText(fixed.text, knowledge)).toEqual({ text: fixed.text, count: 0 });
      }),
      { numRuns: fewFiles },
    ));

  it("leaves formatted text with the findings it had", () =>
    fc.assert(
      fc.property(meeting, (text) => {
        const view = viewOf(text);
        const codes = (of: string) =>
          readMeeting(of)
            .findings()
            .map(({ code }) => code)
            .sort();
        expect(codes(applyTextEdits(view, formatting(view)))).toEqual(codes(text));
      }),
      { numRuns: fewFiles },
    ));

  it.each(editCorpus)("is safe where one once was not: $why", ({ text }) =>
    expect(checkEdits(text).problems).toEqual([]),
  );
});
