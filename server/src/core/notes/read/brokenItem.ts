import type { KeptBlock } from "../../document/block";
import { type ItemList, titleKey } from "../../schema/itemKinds";
import { clip, plainLines } from "../../text/displayText";
import { oneLine } from "../../text/labelText";
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
      title: titleIn(text.slice(lead), kind),
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

/** `- title: Rucio: the next steps` as `Rucio: the next steps`; `- Rucio` too; empty where there is none. */
function titleIn(text: string, kind: ItemList): string {
  const bare = /^[ \t]*-[ \t]+([^\s{[].*)/.exec(text)?.[1];
  const isKey = /^[\w-]+[ \t]*:(\s|$)/.test(bare ?? ":");
  return partIn(text, titleKey(kind)) ?? (bare !== undefined && !isKey ? oneLine(bare) : "");
}

/** The text after `key:`, in a line of its own or between `{` and `,`, without its quotes. */
export function partIn(text: string, key: string): string | undefined {
  const onLine = onOwnLine(text, key);
  const inFlow = onLine === undefined && text.includes("{") ? inBraces(text, key) : undefined;
  const found = oneLine((onLine ?? inFlow ?? "").replace(/[ \t]#[\s\S]*$/, ""));
  return found.replace(/^(["'])((?:(?!\1).)*)\1?$/, "$2") || undefined;
}

/** The text after `key:` on a line that begins with it. */
function onOwnLine(text: string, key: string): string | undefined {
  for (const [, name, value] of text.matchAll(/^[ \t]*(?:-[ \t]+)?([\w-]+)[ \t]*:[ \t]*(\S.*)$/gm))
    if (name === key) return value;
  return undefined;
}

/** The text after `key:` behind the first `{` or a comma, up to the next one or the end of its line. */
function inBraces(text: string, key: string): string | undefined {
  const flow = text.slice(text.indexOf("{"));
  for (const { 0: lead, 1: name, index } of flow.matchAll(/[{,][ \t]*([\w-]+)[ \t]*:[ \t]*/g)) {
    const value = name === key ? /^[^\n,}]+/.exec(flow.slice(index + lead.length))?.[0] : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
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
