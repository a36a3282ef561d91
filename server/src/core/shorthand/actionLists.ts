/** Finds lists of actions: entries below a line or a heading that is only a label, such as `ACTIONS:`. */
import type { ProseLine } from "./proseLines";

/** UTF-16 units of a label. */
const maxLabelLength = 60;

const words =
  "actions?|action items?|action points?|to-?dos?|to do|(?:actions?|action items?|to-?do) list|list of actions?|aktion(?:en)?|aufgaben?|azion[ei]|t[a\u00e2]ches?|actions [a\u00e0] faire|[a\u00e0] faire|da fare";

/** `ACTIONS:`, `**New action items**:`, `## To do` */
const label = new RegExp(
  `^(?:#{1,6}\\s{1,3})?[*_]{0,3}(?:(?:the|new|open|ongoing|our|neue|offene) )?(?:${words})\\s?:?[*_]{0,3}\\s?:?(?:\\s#{1,6})?$`,
  "iu",
);

const listMark = /^\s*(?:[-+*\u2022\u2013]|\d{1,9}[.)])\s+/;

/** The line below a heading that is underlined. */
const underline = /^\s{0,3}(?:=+|-{2,})\s*$/;

/**
 * @param prose the lines of notes
 * @returns the indices of those that are entries of such lists, without the entries of deeper lists
 */
export function listedEntries(prose: readonly ProseLine[]): ReadonlySet<number> {
  const entries = new Set<number>();
  for (let at = 0; at < prose.length; at++) {
    const line = prose[at]?.text ?? "";
    if (!isListLabel(line)) continue;
    const first = underline.test(prose[at + 1]?.text ?? "") ? at + 2 : at + 1;
    const column = indentOf(prose[first]?.text ?? "");
    if (column < indentOf(line) || (listMark.test(line) && column === indentOf(line))) continue;
    for (let next = first; next < prose.length; next++) {
      const text = prose[next]?.text ?? "";
      const indent = indentOf(text);
      if (indent < column || (indent === column && !listMark.test(text))) break;
      if (isListLabel(text)) break;
      if (indent === column) entries.add(next);
    }
  }
  return entries;
}

/** True for a line that is only such a label. */
function isListLabel(line: string): boolean {
  return line.length <= maxLabelLength && label.test(line.replace(listMark, "").trim());
}

function indentOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0;
}
