/** The space that YAML wants behind a colon and behind a dash. */

import type { Range } from "../text/range";
import type { LineShape } from "../yaml/lineShape";
import type { Cause } from "./repair";

/** `title:x`, `themes:[security]` and `-title: x` */
export function missingSpace(text: string, { contentStart: start, end }: LineShape): readonly Cause[] {
  const content = text.slice(start, end);
  if (/^-[A-Za-z_]\w*:(?=\s|$)/.test(content)) return [behind("dash", { start, end: start + 1 })];
  const [, key] = /^([A-Za-z_]\w*):(?![\s/])./.exec(content) ?? [];
  return key === undefined ? [] : [behind("colon", { start, end: start + key.length + 1 })];
}

function behind(mark: "dash" | "colon", range: Range): Cause {
  return {
    range,
    message: `Missing space after this ${mark}.`,
    title: `Insert a space after the ${mark}`,
    edit: { start: range.end, end: range.end, text: " " },
  };
}
