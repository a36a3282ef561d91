/** Titles of sessions: Indico writes `Storage: Part I` for a slot of the session “Storage”. */
import { groupBy } from "../../text/groupBy";

interface Slot {
  readonly title: string;
  /** of the session */
  readonly url?: string;
}

/** The title of the session of each slot: what the titles of the slots of one address have in common before a colon. */
export function sessionTitles(slots: readonly Slot[]): readonly string[] {
  const titles = groupBy(slots, ({ url = "" }) => url);
  const common = new Map(
    [...titles].map(([url, same]) => [url, commonTitle(same.map(({ title }) => title))]),
  );
  return slots.map(({ title, url }) => (url === undefined ? title : (common.get(url) ?? title)));
}

/** @returns undefined if the titles have nothing in common before a colon */
function commonTitle(titles: readonly string[]): string | undefined {
  const [first = "", ...others] = titles;
  const start = others.reduce(commonStart, first);
  if (titles.every((title) => title === start || title.startsWith(`${start}: `))) return start;
  const colon = start.lastIndexOf(": ");
  return colon > 0 ? start.slice(0, colon) : undefined;
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}
