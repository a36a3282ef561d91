/** A Markdown link instead of an address: YAML reads its bracket as the start of a list. */

import { readAddress } from "../text/readAddress";
import type { LineShape } from "../yaml/lineShape";
import type { Repair } from "./repair";

/** `url: [Agenda](https://…)` */
export function markdownLinkRepairs(
  text: string,
  { contentStart, end }: Pick<LineShape, "contentStart" | "end">,
): readonly Repair[] {
  const [, before, link = ""] =
    /^((?:-[ \t]+)?url:[ \t]+)(!?\[[^[\]]{0,200}\]\([^\s()]{1,500}\))[ \t]*$/.exec(
      text.slice(contentStart, end),
    ) ?? [];
  if (before === undefined) return [];
  const { address, problem } = readAddress(link);
  if (address === undefined) return [];
  const start = contentStart + before.length;
  const range = { start, end: start + link.length };
  return [
    {
      range,
      message: `${problem}.`,
      title: `Replace with \`${address}\``,
      edit: { ...range, text: address },
    },
  ];
}
