import { isBreakTitle } from "../text/breakTitle";
import { messageText } from "../text/displayText";
import { insertion, type Range } from "../text/range";
import type { CrossItemFinding, CrossItemFix, CrossItemRule, PlacedSummary } from "./shared/rule";

/** `duplicate-title`: two items of one list under the same title, but not two breaks. */
export const duplicateTitle: CrossItemRule = {
  codes: ["duplicate-title"],
  isUnaffected: (before, after) =>
    before.comparableTitle === after.comparableTitle && before.hasThemesNone === after.hasThemesNone,
  find: (items, { comparableTitles, repeatedTitles }) => {
    if (repeatedTitles === 0) return [];
    const firstByTitle = new Map<string, PlacedSummary>();
    const findings: CrossItemFinding[] = [];
    for (const item of items()) {
      const { comparableTitle } = item.summary;
      if ((comparableTitles.get(comparableTitle) ?? 0) < 2) continue;
      if (isBreakTitle(item.summary.title)) continue;
      const earlier = firstByTitle.get(comparableTitle);
      if (!earlier) firstByTitle.set(comparableTitle, item);
      else if (!areWithoutThemes(item, earlier))
        findings.push(findingFor(item, earlier, () => freeNumber(comparableTitle, comparableTitles)));
    }
    return findings;
  },
};

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
