import type { AcrossFinding, AcrossRule, PlacedSummary } from "./rule";

/** `duplicate-title`: two items of one list under the same title. */
export const duplicateTitle: AcrossRule = {
  seesNoChange: (before, after) => before.nameKey === after.nameKey,
  find: (items, { names, repeatedNames }) => {
    if (repeatedNames === 0) return [];
    const first = new Map<string, PlacedSummary>();
    const found: AcrossFinding[] = [];
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

function findingFor(own: PlacedSummary, other: PlacedSummary): AcrossFinding {
  return {
    code: "duplicate-title",
    own,
    other,
    tell: ({ titleRange }, first) => ({
      message: "This title stands twice in the meeting.",
      range: titleRange,
      related: { message: "The first one is here.", range: first.titleRange },
    }),
  };
}
