/** Missing spaces that YAML requires after a colon and after a dash. */

import type { Range } from "../text/range";
import type { LineShape } from "../yaml/lineShape";
import type { Repair } from "./repair";

/** `title:x`, `themes:[security]` and `-title: x` */
export function missingSpace(text: string, { contentStart: start, end }: LineShape): readonly Repair[] {
  const content = text.slice(start, end);
  if (/^-[A-Za-z_]\w*:(?=\s|$)/.test(content)) return [spaceAfter("dash", { start, end: start + 1 })];
  const [, key] = /^([A-Za-z_]\w*):(?![\s/])./.exec(content) ?? [];
  return key === undefined ? [] : [spaceAfter("colon", { start, end: start + key.length + 1 })];
}

function spaceAfter(character: "dash" | "colon", range: Range): Repair {
  return {
    range,
    message: `Missing space after this ${character}.`,
    title: `Insert a space after the ${character}`,
    edit: { start: range.end, end: range.end, text: " " },
  };
}
