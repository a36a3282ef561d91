/** A dash or a question mark instead of a value: YAML reads both as the start of a list entry or of a key. */

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
  const name = before
    .replace(/^-[ \t]+/, "")
    .slice(0, -1)
    .trimEnd()
    .slice(0, -1);
  if (requiredKeys.includes(name)) return [];
  const valueStart = contentStart + before.length;
  const markStart = valueStart + open.length;
  const range = { start: markStart, end: markStart + 1 };
  const valueEnd = range.end + (close ?? "").length;
  const isThemes = name === "themes";
  const message = `\`${mark}\` is not a value: leave the value out${isThemes ? ", or write `none`" : ""}.`;
  if (isThemes) {
    const edit = { start: valueStart, end: valueEnd, text: "none" };
    return [{ range, message, title: "Write `themes: none`", edit }];
  }
  // with the space before it, which a comment after it needs
  const isLast = text.slice(valueEnd, end).trim() === "";
  const start = isLast ? contentStart + before.trimEnd().length : valueStart;
  return [{ range, message, title: `Remove the \`${mark}\``, edit: { start, end: valueEnd, text: "" } }];
}

/** Keys that must have a value. */
const requiredKeys = [
  "title",
  "date",
  "question",
  "topic",
  "text",
  "answer",
  "count",
  "meeting",
  "contributions",
];
