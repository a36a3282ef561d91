/** Shows the actions and decisions in notes as what they are: `**Action 12 (B. Scribe):** ask the sites`. */
import { endsInBackslash } from "../text/lines";
import { joinedNames } from "../text/personName";
import { singleLineLabel } from "../text/singleLineLabel";
import { labelOf } from "./label";
import { type ShorthandLines, shorthandLines } from "./shorthandLines";
import type { Shorthand, ShorthandContext } from "./types";

/** @returns the notes, Markdown, with a bold label instead of what the writer typed; all other text is unchanged */
export function markedNotes(notes: string, context: ShorthandContext): string {
  const marked = shorthandLines(notes, context);
  if (marked.length === 0) return notes;
  const lines = notes.split("\n");
  for (const shorthandLine of marked) markLines(lines, shorthandLine, context);
  return lines.join("\n");
}

/** @param all the lines of the notes, which change */
function markLines(all: string[], { lines, shorthand }: ShorthandLines, context: ShorthandContext): void {
  const [{ line: first }, ...others] = lines;
  const { line: last } = lines.at(-1) ?? lines[0];
  all[first] = markedLine(all[first] ?? "", shorthand, context);
  const due = dueText([all[first], ...others.map(({ text }) => text)].join("\n"), shorthand);
  const end = all[last] ?? "";
  const isBroken = due !== "" && endsInBackslash(end);
  all[last] = isBroken ? `${end.slice(0, -1).trimEnd()}${due}\\` : end + due;
}

function markedLine(line: string, shorthand: Shorthand, context: ShorthandContext): string {
  const label = labelOf(line, context);
  if (!label) return line;
  const [lead = "", indent = "", mark = "", box = ""] =
    /^(\s*)((?:[-+*\u2022\u2013]|\d{1,3}[.)])\s+)?(\[[ xX]\]\s+)?/.exec(line) ?? [];
  // a box is one only in a list
  const start = box !== "" && mark === "" ? `${indent}- ${box}` : lead;
  const name = shorthand.kind === "action" ? "Action" : "Decision";
  const id = shorthand.id === undefined ? "" : ` ${shorthand.id}`;
  const owners = label.owners
    .map((owner) => context.people.find(owner) ?? singleLineLabel(owner))
    .map(withoutMarks);
  const inBrackets = [...owners, ...(label.remark === undefined ? [] : [withoutMarks(label.remark)])];
  const ownerText = inBrackets.length === 0 ? "" : ` (${joinedNames(inBrackets)})`;
  return `${start}**${name}${id}${ownerText}:** ${textOf(label.text)}`.trimEnd();
}

function textOf(text: string): string {
  return text.replace(/^[\s:]{1,10}/, "").trimEnd();
}

/** The day of `by Friday`, which the text does not have. */
function dueText(text: string, shorthand: Shorthand): string {
  const due = shorthand.kind === "action" ? shorthand.due : undefined;
  return due === undefined || text.includes(due) ? "" : ` *(due ${due})*`;
}

/** A name without characters of Markdown. */
function withoutMarks(name: string): string {
  return name.replaceAll(/[*`[\]<>|~\\&$]/g, "").replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "");
}
