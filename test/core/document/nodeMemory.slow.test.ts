/** A feature that reads every item of a long file leaves no nodes in memory, however naively it is written. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { MeetingDocument } from "../../../server/src/core/analysis/meetingDocument";
import { nodeAt } from "../../../server/src/core/document/nodeAt";
import type { Unit } from "../../../server/src/core/document/parseBlock";
import { type Range, shiftRange } from "../../../server/src/core/text/range";
import { entriesOf, pairOf, rangeOf, stringOf } from "../../../server/src/core/yaml/nodes";
import { folding } from "../../../server/src/features/folding";
import { inMeeting } from "../../support/findings";
import { knowledge, viewOf } from "../../support/meeting";

const items = 10_000;
/** bytes; nodes take 80 MB */
const maxGrowth = 10e6;

function longMeeting(): string {
  const sentence = "      The remarks on it there, in a sentence of some length.\n";
  const item = (at: number): string =>
    `  - title: Talk ${at} about Kubernetes\n    speakers: [A. Person${at % 300}, B. Other]\n    community: ATLAS\n    themes: [security/aai, cncf-landscape]\n    url: https://indico.cern.ch/event/${at}\n    notes: |\n${sentence.repeat(8)}    actions:\n      - {text: Ask again, owner: B. Other}\n`;
  return inMeeting(Array.from({ length: items }, (_, at) => item(at)).join(""));
}

/** Bytes that are in use, once the garbage is collected. */
function heap(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed;
}

/** Where a theme is named. */
function highlights(document: MeetingDocument, theme: string): readonly Range[] {
  return document.items().flatMap((item) =>
    item.withUnit(({ node }) =>
      entriesOf(pairOf(node, "themes")?.value)
        .filter((entry) => stringOf(entry) === theme)
        .map((entry) => shiftRange(rangeOf(entry), item.start)),
    ),
  );
}

it("a file of 10,000 items holds as much after as before", { timeout: 120_000 }, () => {
  const text = longMeeting();
  expect(text.length).toBeGreaterThan(7e6);
  const document = MeetingDocument.open(text, knowledge);
  document.readSome(() => false);
  document.findings();
  const before = heap();

  const found = highlights(document, "security/aai");
  expect(found.length).toBe(items);
  expect(document.slice(found[7]?.start ?? 0, found[7]?.end ?? 0)).toBe("security/aai");
  expect(heap() - before).toBeLessThan(maxGrowth);

  for (const { start } of found) expect(nodeAt(document, start)?.role).toBe("value");
  expect(heap() - before).toBeLessThan(maxGrowth);

  expect(folding(viewOf(document)).length).toBeGreaterThan(items);
  expect(heap() - before).toBeLessThan(5 * maxGrowth);

  // the measured memory grows if the nodes are stored
  const storedUnits: Unit[] = document.items().map(({ withUnit }) => withUnit((unit) => unit));
  expect(heap() - before).toBeGreaterThan(50e6);
  expect(storedUnits.length).toBe(items);
});
