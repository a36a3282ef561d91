/** Missing spaces that YAML requires after a colon and after a dash. */

import { insertion, type Range } from "../text/range";
import type { LineShape } from "../yaml/lineShape";
import type { Repair } from "./repair";

/** `title:x`, `themes:[security]` and `-title: x` */
export function missingSpaceRepairs(
  text: string,
  { contentStart: start, end }: LineShape,
): readonly Repair[] {
  const content = text.slice(start, end);
  if (/^-[A-Za-z_]\w*:(?=\s|$)/.test(content)) return [insertSpaceRepair("dash", { start, end: start + 1 })];
  const [, key] = /^([A-Za-z_]\w*):(?![\s/])./.exec(content) ?? [];
  return key === undefined ? [] : [insertSpaceRepair("colon", { start, end: start + key.length + 1 })];
}

function insertSpaceRepair(character: "dash" | "colon", range: Range): Repair {
  return {
    range,
    message: `Missing space after this ${character}.`,
    title: `Insert a space after the ${character}`,
    edit: insertion(range.end, " "),
  };
}
