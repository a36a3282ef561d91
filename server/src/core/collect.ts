/** What is found in a file as a whole: what looks across its blocks, and what its comments silence. */
import type { MeetingDocument } from "./document";
import { type Finding, shiftFinding } from "./finding";
import { byPlace } from "./keptBlock";
import { foreignFile } from "./rules/foreignFile";
import { documentRules } from "./rules/index";
import { silenced } from "./suppression";

type Found = Map<number, readonly Finding[]>;

/**
 * @returns by index the findings of those blocks that have not just their own: relative to the block, by place,
 * those that are suppressed left out
 */
export function collect(document: MeetingDocument): ReadonlyMap<number, readonly Finding[]> {
  const found = foundIn(document);
  for (const [index, findings] of silenced(document, (at) => found.get(at) ?? ownOf(document, at)))
    found.set(index, [...findings].sort(byPlace));
  return found;
}

function foundIn(document: MeetingDocument): Found {
  const foreign = foreignFile(document);
  if (foreign) {
    const found: Found = new Map(document.kept.map((_, index) => [index, []]));
    return add([foreign], document, found);
  }
  return add(
    documentRules.flatMap((rule) => rule(document)),
    document,
    new Map(),
  );
}

/** @param findings with offsets of the file */
function add(findings: readonly Finding[], document: MeetingDocument, found: Found): Found {
  const across = new Map<number, Finding[]>();
  for (const finding of findings) {
    const index = document.indexAt(finding.range.start);
    const own = across.get(index) ?? [];
    own.push(shiftFinding(finding, -document.startOf(index)));
    across.set(index, own);
  }
  for (const [index, own] of across)
    found.set(index, [...(found.get(index) ?? ownOf(document, index)), ...own].sort(byPlace));
  return found;
}

function ownOf(document: MeetingDocument, index: number): readonly Finding[] {
  return document.kept[index]?.findings ?? [];
}
