/** What is found in a file as a whole: in its blocks, across them, at its root, and what its comments suppress. */

import type { KeptBlock } from "../document/block";
import type { BlockDocument } from "../document/blockDocument";
import { mark } from "../document/blockList";
import type { Summary } from "../document/itemSummary";
import { byPlace, type Finding, shiftFinding, withPlainMessages } from "../findings/finding";
import { type Found, mergedIndices, withOthers } from "../findings/findingsByBlock";
import { fileRules } from "../rules/index";
import type { CrossItemFinding, PlacedSummary } from "../rules/rule";
import type { Across, Told } from "./crossItem";
import type { Knowledge } from "./knowledge";
import { remainingFindings } from "./suppressions";

/** @returns all that is found, without what is suppressed */
export function collect(document: BlockDocument, knowledge: Knowledge, across: readonly Across[]): Found {
  const exclusive = fileFindings(document, knowledge, true);
  const all = exclusive.size > 0 ? only(exclusive) : merged(document, knowledge, across);
  return withoutSuppressed(document, all);
}

/** @returns what the blocks that were read say by themselves, without what those suppress */
export function collectSoFar(document: BlockDocument): Found {
  return withoutSuppressed(document, ownFound(document, document.list.havingSoFar(mark.findings)));
}

function only(found: ReadonlyMap<number, readonly Finding[]>): Found {
  return withOthers({ indices: [], count: () => {}, codesIn: () => 0, findingsIn: () => [] }, found);
}

function ownFound({ list }: BlockDocument, indices: readonly number[]): Found {
  const own = (index: number): readonly Finding[] => list.kept[index]?.findings ?? [];
  return {
    indices,
    count: (tally) => {
      for (const index of indices) tally.addSet(list.codesIn(index), () => own(index));
    },
    codesIn: (index) => list.codesIn(index),
    findingsIn: own,
  };
}

function merged(document: BlockDocument, knowledge: Knowledge, across: readonly Across[]): Found {
  const own = ownFound(document, document.list.having(mark.findings));
  const ofFile = fileFindings(document, knowledge, false);
  const withFile = withOthers(
    own,
    new Map([...ofFile].map(([index, found]) => [index, [...own.findingsIn(index), ...found].sort(byPlace)])),
  );
  return across.reduce((found, one) => withAcross(found, one, document), withFile);
}

function withAcross(found: Found, across: Across, document: BlockDocument): Found {
  if (across.indices.length === 0) return found;
  return {
    indices: mergedIndices(found.indices, across.indices),
    count: (tally) => {
      found.count(tally);
      tally.addAll(across.tally);
    },
    codesIn: (index) => found.codesIn(index) | (across.codes[index] ?? 0),
    findingsIn: (index) => {
      const crossing = across.in.get(index);
      if (!crossing) return found.findingsIn(index);
      const told = tell(found.findingsIn(index), crossing, document, across.told.get(index));
      across.told.set(index, told);
      return told.all;
    },
  };
}

/** What was told before stays the same object while all blocks that it was made of stand. */
function tell(
  own: readonly Finding[],
  crossing: readonly CrossItemFinding[],
  { list: { kept } }: BlockDocument,
  before: Told | undefined,
): Told {
  const madeOf = (at: number): KeptBlock | undefined => {
    const finding = crossing[at >> 1];
    return kept[(at % 2 === 0 ? finding?.own : finding?.other)?.index ?? -1];
  };
  if (before?.own === own && before.blocks.every((block, at) => block === madeOf(at))) return before;
  const worded = crossing.map((one) => word(one, kept));
  const blocks = Array.from({ length: 2 * crossing.length }, (_, at) => madeOf(at));
  return { own, blocks, all: [...own, ...worded].sort(byPlace) };
}

function word({ code, own, other, describe }: CrossItemFinding, kept: readonly KeptBlock[]): Finding {
  const now = ({ index, at, summary }: PlacedSummary): Summary => kept[index]?.summaries[at] ?? summary;
  const { message, range, related } = describe(now(own), now(other));
  return withPlainMessages({ code, message, range, related: { ...related, index: other.index } });
}

function withoutSuppressed(document: BlockDocument, found: Found): Found {
  const remaining = remainingFindings(document, found);
  return withOthers(
    found,
    new Map([...remaining].map(([index, findings]) => [index, [...findings].sort(byPlace)])),
  );
}

/** What the file rules find, by the index of the block. */
function fileFindings(
  document: BlockDocument,
  knowledge: Knowledge,
  isExclusive: boolean,
): ReadonlyMap<number, readonly Finding[]> {
  const rules = fileRules.filter((rule) => (rule.isExclusive ?? false) === isExclusive);
  return byBlock(
    rules.flatMap((rule) => rule.check(document, knowledge)),
    document,
  );
}

function byBlock(findings: readonly Finding[], document: BlockDocument): ReadonlyMap<number, Finding[]> {
  const found = new Map<number, Finding[]>();
  for (const finding of findings) {
    const index = document.indexAt(finding.range.start);
    const own = withPlainMessages(shiftFinding(finding, -document.startOf(index)));
    found.set(index, [...(found.get(index) ?? []), own]);
  }
  return found;
}
