import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixText } from "../../server/src/core/fixAll";
import { tagAll } from "../../server/src/core/tagAll";
import { formatting } from "../../server/src/features/formatting";
import { anyFile } from "../support/fuzz/damage";
import { damageDone } from "../support/fuzz/damageDone";
import { hazards } from "../support/fuzz/hazards";
import { meeting } from "../support/fuzz/meetings";
import { type Offer, offersFor } from "../support/fuzz/offers";
import { edited, knowledge, read, viewOf } from "../support/meeting";
import { editCorpus } from "./corpus";

/** More with `EDITED_FILES=5000`. */
const files = Number(process.env.EDITED_FILES ?? 60);

function damageIn(text: string): readonly string[] {
  const view = viewOf(text);
  return offersFor(view).flatMap((offer) => damageDone(view, offer));
}

/** What a second application changes. */
function secondTime({ kind, after }: Offer): readonly unknown[] {
  const view = viewOf(after);
  if (kind === "format") return formatting(view);
  return kind === "tagAll" ? tagAll(view.document) : [];
}

const whole = fc.oneof(
  { weight: 2, arbitrary: meeting },
  { weight: 1, arbitrary: anyFile },
  { weight: 3, arbitrary: hazards },
);

describe("every edit that is offered", { timeout: 600_000 }, () => {
  it("cures what it is for and harms nothing else", () =>
    fc.assert(
      fc.property(whole, (text) => {
        expect(damageIn(text)).toEqual([]);
      }),
      { numRuns: files },
    ));

  it("has nothing left to do a second time", () =>
    fc.assert(
      fc.property(whole, (text) => {
        for (const offer of offersFor(viewOf(text))) expect(secondTime(offer)).toEqual([]);
        const fixed = fixText(text, knowledge);
        expect(fixText(fixed.text, knowledge)).toEqual({ text: fixed.text, count: 0 });
      }),
      { numRuns: files / 2 },
    ));

  it("leaves formatted text with the findings it had", () =>
    fc.assert(
      fc.property(meeting, (text) => {
        const view = viewOf(text);
        const codes = (of: string) =>
          read(of)
            .findings()
            .map(({ code }) => code)
            .sort();
        expect(codes(edited(view, formatting(view)))).toEqual(codes(text));
      }),
      { numRuns: files },
    ));

  it.each(editCorpus)("is safe where one once was not: $why", ({ text }) =>
    expect(damageIn(text)).toEqual([]),
  );
});
