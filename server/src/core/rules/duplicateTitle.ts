import type { CrossItemFinding, CrossItemRule, PlacedSummary } from "./rule";

/** `duplicate-title`: two items of one list under the same title. */
export const duplicateTitle: CrossItemRule = {
  codes: ["duplicate-title"],
  isUnaffected: (before, after) => before.nameKey === after.nameKey,
  find: (items, { names, repeatedNames }) => {
    if (repeatedNames === 0) return [];
    const first = new Map<string, PlacedSummary>();
    const found: CrossItemFinding[] = [];
    for (const item of items()) {
      const { nameKey } = item.summary;
      if ((names.get(nameKey) ?? 0) < 2) continue;
      const earlier = first.get(nameKey);
      if (earlier) found.push(findingFor(item, earlier));
      else first.set(nameKey, item);
    }
    return found;
  },
};

function findingFor(own: PlacedSummary, other: PlacedSummary): CrossItemFinding {
  return {
    code: "duplicate-title",
    own,
    other,
    describe: ({ titleRange }, first) => ({
      message: "Duplicate title.",
      range: titleRange,
      related: { message: "First occurrence.", range: first.titleRange },
    }),
  };
}
