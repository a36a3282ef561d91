import type { NotedItem, Notes } from "../read/model";
import { type Entry, inFull, type Section } from "./sections";

/** By time, with what lies between the contributions; then the surveys and the discussion. */
export function byAgenda({ items }: Notes): readonly Section[] {
  const of = (kind: NotedItem["kind"]): readonly NotedItem[] => items.filter((item) => item.kind === kind);
  return [
    { id: "agenda", kind: "agenda", title: "Agenda", entries: timetable(of("contributions")) },
    { id: "surveys", kind: "surveys", title: "Surveys", entries: inFull(of("surveys")) },
    { id: "discussion", kind: "discussion", title: "Discussion", entries: inFull(of("discussion")) },
  ];
}

function timetable(items: readonly NotedItem[]): readonly Entry[] {
  let before: Before | undefined;
  return inTime(items).flatMap((item): readonly Entry[] => {
    const entries = placed(item, before);
    before = after(item, before);
    return entries;
  });
}

/** What runs until when; `end` is unknown behind an item that does not say how long it takes. */
interface Before {
  readonly title: string;
  readonly end: number;
  readonly isSure: boolean;
}

function placed(item: NotedItem, before: Before | undefined): readonly Entry[] {
  const entry = { kind: "item", id: item.key, item } as const;
  if (!before || item.start === undefined) return [entry];
  const { start } = item;
  if (start < before.end) return [{ ...entry, overlap: { title: before.title, until: before.end } }];
  return start > before.end && before.isSure
    ? [{ kind: "gap", start: before.end, end: start }, entry]
    : [entry];
}

function after(item: NotedItem, before: Before | undefined): Before | undefined {
  const { start, end, title } = item;
  if (start === undefined) return before && { ...before, isSure: false };
  if (before && (end ?? start) < before.end) return before;
  return { title, end: end ?? start, isSure: end !== undefined };
}

/** An item without a start stays behind the one it follows in the file. */
function inTime(items: readonly NotedItem[]): readonly NotedItem[] {
  let latest = Number.NEGATIVE_INFINITY;
  const timed = items.map((item) => {
    latest = item.start ?? latest;
    return { item, at: latest };
  });
  // the same infinity on both sides has no difference
  return timed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ item }) => item);
}
