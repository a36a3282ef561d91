import type { CrossItemFinding, CrossItemRule, PlacedSummary } from "./rule";

/** `duplicate-title`: two items of one list under the same title. */
export const duplicateTitle: CrossItemRule = {
  codes: ["duplicate-title"],
  isUnaffected: (before, after) => before.comparableTitle === after.comparableTitle,
  find: (items, { comparableTitles, repeatedTitles }) => {
    if (repeatedTitles === 0) return [];
    const firstByTitle = new Map<string, PlacedSummary>();
    const findings: CrossItemFinding[] = [];
    for (const item of items()) {
      const { comparableTitle } = item.summary;
      if ((comparableTitles.get(comparableTitle) ?? 0) < 2) continue;
      const earlier = firstByTitle.get(comparableTitle);
      if (earlier) findings.push(findingFor(item, earlier));
      else firstByTitle.set(comparableTitle, item);
    }
    return findings;
  },
};

function findingFor(item: PlacedSummary, firstItem: PlacedSummary): CrossItemFinding {
  return {
    code: "duplicate-title",
    item: item,
    otherItem: firstItem,
    describe: ({ titleRange }, first) => ({
      message: "Duplicate title.",
      range: titleRange,
      related: { message: "First occurrence.", range: first.titleRange },
    }),
  };
}
