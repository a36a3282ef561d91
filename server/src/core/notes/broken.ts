/** What can be told of text that is no YAML, line by line. */
import type { ItemList } from "../blocks";
import type { KeptBlock } from "../keptBlock";
import { oneLine } from "../oneLine";
import { leadEnd } from "../range";
import { titleKey } from "../rules/rule";
import { plainLines } from "../shownText";
import type { ReadItem } from "./readItem";

/** UTF-16 units that are shown of a block beyond the limits */
const longestShown = 10_000;

/** What is shown of a block that cannot be read: its text, or where it is beyond the limits how it begins. */
export function shownText({ text, isTooLong }: KeptBlock): string {
  return isTooLong ? `${text.slice(0, longestShown)}…` : text;
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
  // an expression that looked for the brace as well would take the square of a row of them
  const inFlow = text.includes("{")
    ? new RegExp(`[{,][ \\t]*${key}[ \\t]*:[ \\t]*([^\\n,}]+)`).exec(text.slice(text.indexOf("{")))?.[1]
    : undefined;
  const onLine = new RegExp(`^[ \\t]*(?:-[ \\t]+)?${key}[ \\t]*:[ \\t]*(\\S.*)$`, "m").exec(text)?.[1];
  const found = oneLine((onLine ?? inFlow ?? "").replace(/[ \t]#.*$/, ""));
  return found.replace(/^(["'])((?:(?!\1).)*)\1?$/, "$2") || undefined;
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
