/** The contribution, or the part of one, that an argument names. */
import type { Notes, NotesItem, Part } from "./read/notes";

/** A contribution, or why there is none. */
export type ChosenItem = { readonly item: NotesItem } | { readonly problem: string };

/**
 * @param choice the number of a contribution in the file, 1-based and without breaks, with that of a part after a dot; or
 * the `url` or the title of either
 * @returns the only contribution or part that it fits; a part as a contribution
 */
export function chosenItem({ items }: Notes, choice: string): ChosenItem {
  const contributions = items.filter(({ kind }) => kind === "contributions");
  const [, number, partNumber] = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(choice) ?? [];
  if (number !== undefined) return numbered(contributions, Number(number), partNumber);
  return named(contributions, choice);
}

function numbered(
  contributions: readonly NotesItem[],
  number: number,
  partNumber: string | undefined,
): ChosenItem {
  const item = contributions[number - 1];
  if (!item) return { problem: `there is no contribution ${number}; the file has ${contributions.length}` };
  if (partNumber === undefined) return { item };
  const part = partsOf(item)[Number(partNumber) - 1];
  if (part) return { item: part };
  return {
    problem: `there is no part ${number}.${partNumber}; contribution ${number} has ${item.parts.length}`,
  };
}

/** A contribution is found before a part with the same address or title. */
function named(contributions: readonly NotesItem[], name: string): ChosenItem {
  const isUrl = /^https?:\/\//i.test(name);
  const wanted = isUrl ? comparableUrl(name) : comparableTitle(name);
  const isWanted = ({ url, title }: NotesItem): boolean =>
    isUrl ? url !== undefined && comparableUrl(url) === wanted : comparableTitle(title) === wanted;
  const found = contributions.filter(isWanted);
  const [item, ...others] = found.length > 0 ? found : contributions.flatMap(partsOf).filter(isWanted);
  const words = isUrl ? `the url ${name}` : `the title "${name}"`;
  if (!item) return { problem: `no contribution or part has ${words}` };
  if (others.length === 0) return { item };
  const kinds = found.length > 0 ? "contributions" : "parts";
  return { problem: `${others.length + 1} ${kinds} have ${words}; pass a number instead` };
}

/** Servers take both for one page. */
function comparableUrl(url: string): string {
  return url.replace(/\/$/, "");
}

function comparableTitle(title: string): string {
  return title.trim().toLowerCase();
}

/** The parts as contributions, with the session, the day, the place and the lines of the whole. */
function partsOf(item: NotesItem): readonly NotesItem[] {
  const { kind, key, session, date, place, line, endLine } = item;
  return item.parts.map((part, at) => ({
    ...part,
    kind,
    key: `${key}-${at + 1}`,
    ...(session !== undefined && { session }),
    ...(date !== undefined && { date }),
    ...(place !== undefined && { place }),
    themes: [],
    tagged: "none",
    parts: [],
    inNotes: everyIndex(part),
    isBroken: false,
    problems: [],
    line,
    endLine,
  }));
}

/** The actions and decisions of a part are all lines of its notes. */
function everyIndex({ actions, decisions }: Part): NotesItem["inNotes"] {
  return { actions: new Set(actions.keys()), decisions: new Set(decisions.keys()) };
}
