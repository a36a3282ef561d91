import type { BlockShape } from "../document/splitIntoBlocks";
import type { Finding } from "../findings/finding";
import { countedSpaces } from "../syntaxErrors/spaces";
import { lineAt } from "../text/range";
import type { BlockRule } from "./rule";

/**
 * Reports an item with another indentation than its siblings: valid YAML on its own, but not an entry of
 * their list.
 */
export const misalignedItem: BlockRule = { codes: ["yaml-syntax"], check };

function check(text: string, { indentDelta, list }: BlockShape, isValidYaml: boolean): readonly Finding[] {
  // the explanation of a syntax error aligns the item as well
  if (indentDelta === 0 || !isValidYaml) return [];
  const dash = text.indexOf("-", firstLineOfItem(text));
  const line = lineAt(text, dash);
  return [
    {
      code: "yaml-syntax",
      range: { start: dash, end: line.end },
      message: `Wrong indentation: ${countedSpaces(Math.abs(indentDelta))} ${indentDelta < 0 ? "left" : "right"} of the other items.`,
      // below an unknown key the right column cannot be determined
      fixes: () =>
        list
          ? [
              {
                title: "Align with the other items",
                edits: shiftLines(text, line.start, -indentDelta),
                preferred: true,
              },
            ]
          : [],
    },
  ];
}

/** Edits that move every non-blank line from `start` on by `delta` columns. */
function shiftLines(text: string, start: number, delta: number) {
  let at = start;
  return text
    .slice(start)
    .split("\n")
    .flatMap((source) => {
      const from = at;
      at += source.length + 1;
      if (source.trim() === "") return [];
      return [{ start: from, end: from + Math.max(0, -delta), text: " ".repeat(Math.max(0, delta)) }];
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
