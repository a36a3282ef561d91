/** What is found in a file as a whole: in its blocks, across them, at its root, and what its comments silence. */
import type { Across, AcrossFinding } from "./across";
import { mark } from "./blockList";
import type { MeetingDocument } from "./document";
import { type Code, type Finding, shiftFinding } from "./finding";
import { count, type Found, mergedIndices, withOthers } from "./found";
import { byPlace } from "./keptBlock";
import { shiftRange } from "./range";
import { foreignFile } from "./rules/foreignFile";
import { rootKeys } from "./rules/rootKeys";
import { silenced } from "./suppression";

/** @returns all that is found, without what is suppressed */
export function collect(document: MeetingDocument, across: Across): Found {
  const foreign = foreignFile(document);
  const all = foreign ? only(byBlock([foreign], document)) : merged(document, across);
  return withoutSilenced(document, all);
}

/** @returns what the blocks that were read say by themselves, without what those suppress */
export function collectSoFar(document: MeetingDocument): Found {
  return withoutSilenced(document, ownFound(document, document.list.havingSoFar(mark.findings)));
}

function only(found: ReadonlyMap<number, readonly Finding[]>): Found {
  return withOthers({ indices: [], tally: () => new Map(), some: () => false, findingsIn: () => [] }, found);
}

function ownFound({ list }: MeetingDocument, indices: readonly number[]): Found {
  const own = (index: number): readonly Finding[] => list.kept[index]?.findings ?? [];
  return {
    indices,
    tally: () => {
      const tally = new Map<Code, number>();
      for (const index of indices) count(tally, own(index), 1);
      return tally;
    },
    some: (index, isMeant) => own(index).some(({ code }) => isMeant(code)),
    findingsIn: own,
  };
}

function merged(document: MeetingDocument, across: Across): Found {
  const own = ownFound(document, document.list.having(mark.findings));
  const root = byBlock(rootKeys(document), document);
  const withRoot = withOthers(
    own,
    new Map([...root].map(([index, found]) => [index, [...own.findingsIn(index), ...found].sort(byPlace)])),
  );
  return across.indices.length > 0 ? withAcross(withRoot, across, document) : withRoot;
}

function withAcross(found: Found, across: Across, document: MeetingDocument): Found {
  const made = new Map<number, readonly Finding[]>();
  const make = (index: number, crossing: readonly AcrossFinding[]): readonly Finding[] => {
    const placed = crossing.map((one) => placedIn(document, one));
    const findings = [...found.findingsIn(index), ...placed].sort(byPlace);
    made.set(index, findings);
    return findings;
  };
  return {
    indices: mergedIndices(found.indices, across.indices),
    tally: () => {
      const tally = new Map(found.tally());
      for (const [code, number] of across.tally) tally.set(code, (tally.get(code) ?? 0) + number);
      return tally;
    },
    some: (index, isMeant) =>
      found.some(index, isMeant) || (across.in.get(index)?.some(({ code }) => isMeant(code)) ?? false),
    findingsIn: (index) => {
      const crossing = across.in.get(index);
      return crossing ? (made.get(index) ?? make(index, crossing)) : found.findingsIn(index);
    },
  };
}

function withoutSilenced(document: MeetingDocument, found: Found): Found {
  const heard = silenced(document, found);
  return withOthers(
    found,
    new Map([...heard].map(([index, findings]) => [index, [...findings].sort(byPlace)])),
  );
}

function byBlock(findings: readonly Finding[], document: MeetingDocument): ReadonlyMap<number, Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const finding of findings) {
    const index = document.indexAt(finding.range.start);
    const own = shiftFinding(finding, -document.startOf(index));
    found.set(index, [...(found.get(index) ?? []), own]);
  }
  return found;
}

/** The other place is told from the finding's own block too. */
function placedIn(document: MeetingDocument, finding: AcrossFinding): Finding {
  const { code, range, message, index, related } = finding;
  const other = shiftRange(related.range, document.startOf(related.index) - document.startOf(index));
  return { code, range, message: message(), related: { range: other, message: related.message() } };
}
