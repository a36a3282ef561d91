import type { Block } from "../../document/block";
import { nothingInNotes } from "../../document/itemShorthand";
import { partialText, partialTitle } from "../../document/partialItem";
import type { ItemList } from "../../schema/itemKinds";
import { withoutSourceComments } from "../../text/comments";
import { clip, printableLines } from "../../text/displayText";
import { endOfLeadingComments } from "../../text/range";
import { withoutExtensionKeys } from "../../yaml/extensionKeys";
import { withoutYamlComments } from "../../yaml/withoutYamlComments";
import type { ItemReading } from "./readResult";

/** Maximum UTF-16 units shown of a block that exceeds the limits or is binary. */
const maxShownLength = 10_000;

/** The source shown for a block that does not parse; clipped if it exceeds the limits or is binary. */
export function visibleSource({ text, exceedsLimits }: Block): string {
  return exceedsLimits || text.includes("\0") ? clip(text, maxShownLength) : text;
}

/** @param start offset of the block in the file */
export function partialItem(block: Block, kind: ItemList, start: number): ItemReading {
  const text = visibleSource(block);
  const leadingLength = endOfLeadingComments(text);
  return {
    range: { start: start + leadingLength, end: start + block.text.length },
    item: {
      kind,
      title: titleOf(block.text, kind),
      speakers: [],
      links: [],
      parts: [],
      themes: [],
      tagged: "untagged",
      decisions: [],
      inNotes: nothingInNotes,
      reports: [],
      actions: [],
      isBroken: true,
      source: dedented(text.slice(leadingLength)),
    },
  };
}

/** A break that does not parse is in the list of contributions. */
function titleOf(text: string, kind: ItemList): string {
  const title = partialTitle(text, kind);
  return title === "" && kind === "contributions" ? (partialText(text, "breaks", "break") ?? "") : title;
}

/** The text without comments and keys `x-…`, without its common indentation and without surrounding blank lines. */
export function dedented(text: string): string {
  const source = withoutExtensionKeys(text.replaceAll(/\r\n?/g, "\n"));
  const lines = printableLines(withoutSourceComments(withoutYamlComments(source))).split("\n");
  const commonIndent = lines
    .filter((line) => line.trim() !== "")
    .reduce((min, line) => Math.min(min, /^ */.exec(line)?.[0].length ?? 0), text.length);
  return lines
    .map((line) => line.slice(commonIndent).trimEnd())
    .join("\n")
    .replace(/^\n+/, "")
    .trimEnd();
}
