import {
  comparableSession,
  dayOf,
  type ScheduleDefaults,
  scheduleDefaults,
  sessionOf,
} from "../document/itemDay";
import type { ItemSummary } from "../document/itemSummary";
import { hasSameSchedule } from "../document/sameSchedule";
import { isBreakTitle } from "../text/breakTitle";
import { messageText } from "../text/displayText";
import { insertion, type Range } from "../text/range";
import type { CrossItemFinding, CrossItemFix, CrossItemRule, PlacedSummary } from "./shared/rule";

/** Maximum number of items of one title that the items below them are compared with. */
const maxCompared = 100;

/** `duplicate-title`: two items of one list with the same title on the same occasion, but not two breaks. */
export const duplicateTitle: CrossItemRule = {
  codes: ["duplicate-title"],
  isUnaffected: (before, after) =>
    before.comparableTitle === after.comparableTitle &&
    before.hasThemesNone === after.hasThemesNone &&
    hasSameSchedule(before, after),
  find: (items, { comparableTitles, repeatedTitles }) => {
    if (repeatedTitles === 0) return [];
    const all = items();
    const defaults = scheduleDefaults(all.map(({ summary }) => summary));
    const earlierByTitle = new Map<string, Earlier[]>();
    const findings: CrossItemFinding[] = [];
    for (const item of all) {
      const { title, comparableTitle } = item.summary;
      if ((comparableTitles.get(comparableTitle) ?? 0) < 2 || isBreakTitle(title)) continue;
      const occasion = occasionOf(item.summary, defaults);
      const earlier = earlierByTitle.get(comparableTitle) ?? [];
      earlierByTitle.set(comparableTitle, earlier);
      const same = earlier.find((other) => isSameOccasion(occasion, other.occasion))?.item;
      if (!same && earlier.length < maxCompared) earlier.push({ item, occasion });
      if (same && !areWithoutThemes(item, same))
        findings.push(findingFor(item, same, () => freeNumber(comparableTitle, comparableTitles)));
    }
    return findings;
  },
};

/** An item of a title, other than those above it. */
interface Earlier {
  readonly item: PlacedSummary;
  readonly occasion: Occasion;
}

/** When and where an item is held; undefined as far as the file does not say it. */
type Occasion = readonly (string | number | undefined)[];

function occasionOf(summary: ItemSummary, defaults: ScheduleDefaults): Occasion {
  const { session, start } = summary;
  const place = summary.place ?? sessionOf(summary, defaults)?.place;
  return [
    dayOf(summary, defaults),
    session && comparableSession(session.title),
    start?.minute,
    place && comparableSession(place),
  ];
}

/** True unless both say a value, and not the same: an item that was pasted twice may have got its time only once. */
function isSameOccasion(left: Occasion, right: Occasion): boolean {
  return left.every((value, at) => value === undefined || right[at] === undefined || value === right[at]);
}

/** Both say `themes: none`, as breaks and welcomes do. */
function areWithoutThemes(left: PlacedSummary, right: PlacedSummary): boolean {
  return left.summary.hasThemesNone && right.summary.hasThemesNone;
}

/** The lowest number from 2 that makes the title unique, in brackets after it. */
function freeNumber(comparableTitle: string, titles: ReadonlyMap<string, number>): number {
  let number = 2;
  while (titles.has(`${comparableTitle} (${number})`)) number++;
  return number;
}

function findingFor(item: PlacedSummary, firstItem: PlacedSummary, number: () => number): CrossItemFinding {
  return {
    code: "duplicate-title",
    item: item,
    otherItem: firstItem,
    describe: ({ title, titleRange }, first) => ({
      message: "Duplicate title.",
      range: titleRange,
      related: { message: "First occurrence.", range: first.titleRange },
      fixes: (sources) => renameFix(title, ` (${number()})`, titleRange, sources.item),
    }),
  };
}

/** Appends to a title on one line, in its quotes. */
function renameFix(title: string, suffix: string, range: Range, text: string): readonly CrossItemFix[] {
  const source = text.slice(range.start, range.end);
  const [quote = ""] = /["']?$/.exec(source) ?? [];
  if (/^[&*!|>]|[\r\n]/.test(source) || (quote !== "" && !source.startsWith(quote))) return [];
  return [
    {
      title: `Rename to “${messageText(title)}${suffix}”`,
      edits: [insertion(range.end - quote.length, suffix)],
    },
  ];
}
