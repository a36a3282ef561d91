import type { KeptBlock } from "../../document/block";
import { partialTitle } from "../../document/partialItem";
import type { ItemList } from "../../schema/itemKinds";
import { clip, plainLines } from "../../text/displayText";
import { leadEnd } from "../../text/range";
import type { ReadItem } from "./readResult";

/** UTF-16 units that are shown of a block beyond the limits, or of one that is binary */
const longestShown = 10_000;

/** What is shown of a block that cannot be read: its text, or where it is beyond the limits or binary how it begins. */
export function shownText({ text, isTooLong }: KeptBlock): string {
  return isTooLong || text.includes("\0") ? clip(text, longestShown) : text;
}

/** @param start where the block stands in the file */
export function guessedItem(block: KeptBlock, kind: ItemList, start: number): ReadItem {
  const text = shownText(block);
  const lead = leadEnd(text);
  return {
    range: { start: start + lead, end: start + block.text.length },
    item: {
      kind,
      title: partialTitle(block.text, kind),
      speakers: [],
      themes: [],
      tagged: "untagged",
      decisions: [],
      actions: [],
      isBroken: true,
      source: sourceOf(text.slice(lead)),
    },
  };
}

/** The lines without their common indent and the blank ones around them. */
export function sourceOf(text: string): string {
  const lines = plainLines(text.replaceAll(/\r\n?/g, "\n")).split("\n");
  const common = lines
    .filter((line) => line.trim() !== "")
    .reduce((least, line) => Math.min(least, /^ */.exec(line)?.[0].length ?? 0), text.length);
  return lines
    .map((line) => line.slice(common).trimEnd())
    .join("\n")
    .replace(/^\n+/, "")
    .trimEnd();
}
