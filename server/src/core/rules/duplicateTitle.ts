import type { AcrossFinding, AcrossRule, PlacedSummary } from "../across";

/** `duplicate-title`: two items of one list under the same title. */
export const duplicateTitle: AcrossRule = (items) => {
  const first = new Map<string, PlacedSummary>();
  const found: AcrossFinding[] = [];
  for (const item of items) {
    const { nameKey } = item.summary;
    if (nameKey === "") continue;
    const earlier = first.get(nameKey);
    if (earlier) found.push(findingFor(item, earlier));
    else first.set(nameKey, item);
  }
  return found;
};

function findingFor({ summary, index }: PlacedSummary, earlier: PlacedSummary): AcrossFinding {
  return {
    code: "duplicate-title",
    index,
    range: summary.titleRange,
    message: () => "This title stands twice in the meeting.",
    related: {
      index: earlier.index,
      range: earlier.summary.titleRange,
      message: () => "The first one is here.",
    },
  };
}
