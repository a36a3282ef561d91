import type { ItemSummary } from "./itemSummary";

/** True if the day, the time and the place of all items follow from both summaries in the same way. */
export function hasSameSchedule(before: ItemSummary, after: ItemSummary): boolean {
  return (
    before.kind === after.kind &&
    before.start?.minute === after.start?.minute &&
    before.date?.day === after.date?.day &&
    before.session?.title === after.session?.title &&
    before.place === after.place &&
    (before.kind !== "sessions" || before.title === after.title)
  );
}
