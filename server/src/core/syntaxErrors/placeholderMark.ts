/** A dash or a question mark in place of a value: YAML reads both as the start of a list entry or of a key. */

import type { LineShape } from "../yaml/lineShape";
import type { Repair } from "./repair";

/** `speakers: -`, `speakers: [-]`, `themes: ?` */
export function placeholderMarkRepairs(
  text: string,
  { contentStart, end }: Pick<LineShape, "contentStart" | "end">,
): readonly Repair[] {
  const content = text.slice(contentStart, end);
  const [, before = "", open = "", mark, close] =
    /^((?:-[ \t]+)?[A-Za-z_]\w*:[ \t]+)(\[[ \t]*)?([-?])([ \t]*\])?[ \t]*(?:#.*)?$/.exec(content) ?? [];
  if (mark === undefined || (open === "") !== (close === undefined)) return [];
  const start = contentStart + before.length + open.length;
  const range = { start, end: start + 1 };
  const isThemes = /themes:[ \t]+$/.test(before);
  if (isThemes && open !== "") return [];
  const message = `\`${mark}\` is not a value: leave the value out${isThemes ? ", or write `none`" : ""}.`;
  const title = isThemes ? "Write `themes: none`" : `Remove the \`${mark}\``;
  if (isThemes) return [{ range, message, title, edit: { ...range, text: "none" } }];
  // with the space before it, which a comment after it needs
  const isLast = open === "" && content.trimEnd().length === before.length + 1;
  const editStart = isLast ? contentStart + before.trimEnd().length : start;
  return [{ range, message, title, edit: { start: editStart, end: start + 1, text: "" } }];
}
