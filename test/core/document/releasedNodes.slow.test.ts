/** What is known of an item whose nodes were let go is what was known before. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { MeetingDocument } from "../../../server/src/core/analysis/meetingDocument";
import { fixAll } from "../../../server/src/core/fixes/fixAll";
import { tagAll } from "../../../server/src/core/fixes/tagAll";
import { notesOf } from "../../../server/src/core/notes/read/notesOf";
import { anyFile } from "../../support/fuzz/damage";
import { knowledge } from "../../support/meeting";

/** All that is made of a file, cures included. */
function madeOf(document: MeetingDocument): unknown {
  return {
    cures: document.findings().map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes?.() })),
    values: document.items().map(({ withUnit }) => withUnit(({ value }) => value)),
    fixed: fixAll(document),
    tagged: tagAll(document),
    notes: notesOf(document),
  };
}

it("its findings have the same cures, and the notes the same words", () => {
  let cures = 0;
  fc.assert(
    fc.property(anyFile, (text) => {
      const document = MeetingDocument.read(text, knowledge);
      const light = MeetingDocument.read(text, knowledge);
      document.findings();
      light.blockList.readSome(
        () => false,
        0,
        () => {},
      );
      for (const block of light.blockList.blocks) block.releaseNodes();
      const made = madeOf(document);
      expect(madeOf(light)).toEqual(made);
      // once more, when all was looked at and let go again
      expect(madeOf(light)).toEqual(made);
      cures += light.findings().filter(({ fixes }) => fixes).length;
    }),
    { numRuns: 300 },
  );
  expect(cures).toBeGreaterThan(100);
});
