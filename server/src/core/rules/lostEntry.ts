import { isMap } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { messageText } from "../text/displayText";
import { isPlaceholder } from "../text/placeholderWord";
import { lineAt } from "../text/range";
import { isEmpty, pairsOf, rangeOf } from "../yaml/nodes";
import { quote } from "../yaml/scalars";
import { tailAfter } from "../yaml/textTail";

const listKeys: ReadonlySet<string> = new Set(["actions", "chairs", "decisions", "speakers"]);

/** `lost-text` for `decisions: #wlcg is used`, a comment instead of the list. */
export function lostEntries({ node }: Unit, text: string): readonly Finding[] {
  if (!isMap(node)) return [];
  return pairsOf(node).flatMap(({ key, name, value }): readonly Finding[] => {
    const { end } = rangeOf(key);
    if (!listKeys.has(name) || !isEmpty(value) || text[end] !== ":") return [];
    const tail = tailAfter(text, end + 1, lineAt(text, end).end);
    const words = tail && text.slice(tail.start, tail.end);
    if (!tail || words === undefined || isPlaceholder(words.slice(1))) return [];
    return [
      {
        code: "lost-text",
        range: tail,
        message: `\`${messageText(words)}\` is a comment, which the notes leave out: quote this text.`,
        fixes: () => [
          { title: "Make it a list", edits: [{ ...tail, text: listOf(name, words) }], preferred: true },
        ],
      },
    ];
  });
}

function listOf(name: string, words: string): string {
  return name === "actions" ? `[{text: ${quote(words)}}]` : `[${quote(words)}]`;
}
