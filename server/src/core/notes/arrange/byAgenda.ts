import { timetable } from "../../document/timetable";
import type { Notes, NotesItem } from "../read/notes";
import { type Entry, fullEntries, type Section } from "./sections";

/** By start time, with the gaps between contributions; then the surveys and the discussion. */
export function byAgenda({ items }: Notes): readonly Section[] {
  const itemsOfKind = (kind: NotesItem["kind"]): readonly NotesItem[] =>
    items.filter((item) => item.kind === kind);
  return [
    { id: "agenda", kind: "agenda", title: "Agenda", entries: inTimeOrder(itemsOfKind("contributions")) },
    { id: "surveys", kind: "surveys", title: "Surveys", entries: fullEntries(itemsOfKind("surveys")) },
    {
      id: "discussion",
      kind: "discussion",
      title: "Discussion",
      entries: fullEntries(itemsOfKind("discussion")),
    },
  ];
}

function inTimeOrder(items: readonly NotesItem[]): readonly Entry[] {
  return timetable(items, (item) => item).flatMap(({ item, overlaps, gap }): readonly Entry[] => {
    const overlap = overlaps && { overlap: { title: overlaps.item.title, until: overlaps.end } };
    const entry = { kind: "item", id: item.key, item, ...overlap } as const;
    return gap ? [{ kind: "gap", ...gap }, entry] : [entry];
  });
}
