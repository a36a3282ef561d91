/** The space that YAML wants behind a colon and behind a dash. */

import type { Range } from "../text/range";
import type { Cause } from "./repair";

/** `title:x`, `themes:[security]` and `-title: x` */
export function missingSpace(text: string, line: Range): readonly Cause[] {
  const source = text.slice(line.start, line.end);
  const [, indent = "", name] = /^([ \t]*)-([A-Za-z_]\w*):(?=\s|$)/.exec(source) ?? [];
  if (name !== undefined)
    return [behind("dash", { start: line.start + indent.length, end: line.start + indent.length + 1 })];
  const [, lead = "", key] = /^([ \t]*(?:-[ \t]+)?)([A-Za-z_]\w*):(?![\s/])./.exec(source) ?? [];
  if (key === undefined) return [];
  const start = line.start + lead.length;
  return [behind("colon", { start, end: start + key.length + 1 })];
}

function behind(mark: "dash" | "colon", range: Range): Cause {
  return {
    range,
    message: `Missing space after this ${mark}.`,
    title: `Insert a space after the ${mark}`,
    edit: { start: range.end, end: range.end, text: " " },
  };
}
