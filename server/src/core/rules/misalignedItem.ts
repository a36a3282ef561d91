import type { Cut } from "../document/splitIntoBlocks";
import type { Finding } from "../findings/finding";
import { spaces } from "../syntaxErrors/indentation";
import { lineAt } from "../text/range";
import type { BlockRule } from "./rule";

/** An item that stands further left or right than its siblings: valid by itself, not in its list. */
export const misalignedItem: BlockRule = { codes: ["yaml-syntax"], check };

function check(text: string, { offBy, list }: Cut): readonly Finding[] {
  if (offBy === 0) return [];
  const dash = text.indexOf("-", firstLineOfItem(text));
  const line = lineAt(text, dash);
  return [
    {
      code: "yaml-syntax",
      range: { start: dash, end: line.end },
      message: `Wrong indentation: ${spaces(Math.abs(offBy))} ${offBy < 0 ? "left" : "right"} of the other items.`,
      // below a key that is none of the file's nobody knows which of them is right
      fixes: () =>
        list
          ? [{ title: "Align with the other items", edits: moves(text, line.start, -offBy), preferred: true }]
          : [],
    },
  ];
}

/** Every line with ink from `start` on moves `by` columns to the right. */
function moves(text: string, start: number, by: number) {
  let at = start;
  return text
    .slice(start)
    .split("\n")
    .flatMap((source) => {
      const from = at;
      at += source.length + 1;
      if (source.trim() === "") return [];
      return [{ start: from, end: from + Math.max(0, -by), text: " ".repeat(Math.max(0, by)) }];
    });
}

function firstLineOfItem(text: string): number {
  for (let at = 0; at < text.length; ) {
    const line = lineAt(text, at);
    if (/^[ \t]*-/.test(text.slice(line.start, line.end))) return line.start;
    at = text.indexOf("\n", at) + 1;
    if (at === 0) break;
  }
  return 0;
}
