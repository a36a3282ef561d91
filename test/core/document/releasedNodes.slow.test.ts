/** An item whose nodes were released has the same findings, values and notes as before. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { MeetingDocument } from "../../../server/src/core/analysis/meetingDocument";
import { fixAll } from "../../../server/src/core/fixes/fixAll";
import { tagAll } from "../../../server/src/core/fixes/tagAll";
import { notesOf } from "../../../server/src/core/notes/read/notesOf";
import { anyFile } from "../../support/fuzz/damage";
import { knowledge } from "../../support/meeting";

/** All results for a file, fixes included. */
function resultsOf(document: MeetingDocument): unknown {
  return {
    findings: document.findings().map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes?.() })),
    values: document.items().map(({ withUnit }) => withUnit(({ value }) => value)),
    fixed: fixAll(document),
    tagged: tagAll(document),
    notes: notesOf(document),
  };
}

it("its findings have the same fixes, and the notes the same words", () => {
  let fixCount = 0;
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
      const results = resultsOf(document);
      expect(resultsOf(light)).toEqual(results);
      // once more, after all nodes were read and released again
      expect(resultsOf(light)).toEqual(results);
      fixCount += light.findings().filter(({ fixes }) => fixes).length;
    }),
    { numRuns: 300 },
  );
  expect(fixCount).toBeGreaterThan(100);
});
