/** An entry whose first line is its text, above keys of the format: `- Lunch break` with `duration: 60` below it. */
import { unitLists } from "../schema/itemKinds";
import { keysAt, requiredAt, type SchemaPath } from "../schema/schema";
import { unitKeys } from "../schema/unitKeys";
import { type Edit, joinEdits, lineAt, lineEndOf, type Range } from "../text/range";
import { isBlankOrComment, keyAt, type LineShape, lineShape, skipBlanks } from "../yaml/lineShape";
import { keepAsString } from "../yaml/scalars";
import { contentEndWithTail } from "../yaml/textTail";
import type { LayoutShape } from "./layoutMapping";
import { lineAfter, nonBlankLineBefore } from "./nearbyLines";
import type { Repair } from "./repair";

/** Maximum number of lines above an entry in which the key of its list is searched, and of lines in the entry. */
const maxLines = 50;

/** Repairs of the line of the error, and of the line above it. */
export function entryTextRepairs(text: string, errorLine: Range, shape: LayoutShape): readonly Repair[] {
  let above = nonBlankLineBefore(text, errorLine);
  for (let left = maxLines; above && isBlankOrComment(text, above) && left > 0; left--)
    above = nonBlankLineBefore(text, above);
  return [errorLine, above].flatMap((line) => (line ? repairsOn(text, lineShape(text, line), shape) : []));
}

function repairsOn(text: string, line: LineShape, shape: LayoutShape): readonly Repair[] {
  const { dashes, key, contentStart, start } = line;
  const content = { start: contentStart, end: contentEndWithTail(text, line) };
  if (dashes.length !== 1 || key || !isText(text.slice(content.start, content.end))) return [];
  const path = entryPath(text, line, shape);
  const [name] = path ? requiredAt(path) : [];
  if (!path || name === undefined) return [];
  const task = name === "text" ? taskRepair(text, line) : undefined;
  if (task) return [task];
  const below = keysBelow(text, line, contentStart - start);
  if (!below.some((word) => keysAt(path).includes(word)) || below.includes(name)) return [];
  const words = text.slice(content.start, content.end);
  const title = `Make it the \`${name}\``;
  const message = `Expected a key: the ${noun(name)} must follow \`${name}: \`.`;
  const written = /^(["']).*\1$/.test(words) ? words : keepAsString(words);
  return [{ range: content, message, title, edit: { ...content, text: `${name}: ${written}` } }];
}

/** `[x] Ask the sites` in Markdown is an action with its status; one repair for all tasks of the list. */
function taskRepair(text: string, line: LineShape): Repair | undefined {
  const own = taskEdit(text, line);
  if (!own) return undefined;
  const others = tasksBelow(text, line).flatMap((task) => taskEdit(text, task) ?? []);
  const range = { start: own.start, end: own.end };
  const message = "An action must have keys, for example `text: Ask the sites`.";
  return { range, message, title: "Write it as an action", edit: joinEdits([own, ...others], text) };
}

function taskEdit(text: string, line: LineShape): Edit | undefined {
  const range = { start: line.contentStart, end: contentEndWithTail(text, line) };
  const [, mark, words] = /^\[([ xX])\][ \t]+(\S.*)$/.exec(text.slice(range.start, range.end)) ?? [];
  if (mark === undefined || words === undefined) return undefined;
  const column = line.contentStart - line.start;
  const status = mark === " " ? "" : `${lineEndOf(text)}${" ".repeat(column)}status: done`;
  return { ...range, text: `text: ${keepAsString(words)}${status}` };
}

/** The lines with a dash in the same column, up to the end of the list. */
function tasksBelow(text: string, line: LineShape): readonly LineShape[] {
  const tasks: LineShape[] = [];
  const column = line.indentEnd - line.start;
  let below = lineAfter(text, line);
  for (let left = maxLines; below && left > 0; left--, below = lineAfter(text, below)) {
    if (isBlankOrComment(text, below)) continue;
    const shape = lineShape(text, below);
    const isInList = shape.indentEnd - shape.start > column || shape.dashes[0] === shape.start + column;
    if (!isInList) break;
    if (shape.dashes[0] === shape.start + column) tasks.push(shape);
  }
  return tasks;
}

function noun(name: string): string {
  return name === "title" || name === "question" || name === "topic" || name === "answer" ? name : "text";
}

/** Not for brackets, and not for a key without its colon: `title Talk`. */
function isText(content: string): boolean {
  const [word = ""] = /^[\w-]+/.exec(content) ?? [];
  return content !== "" && !/^(?:[[{].*[\]}]$|[|>?]|[&!]\S*$)/.test(content) && !unitKeys.has(word);
}

/** The path of the entry that a line begins, by the key above its list. */
function entryPath(text: string, line: LineShape, { list }: LayoutShape): SchemaPath | undefined {
  const column = line.indentEnd - line.start;
  let above = nonBlankLineBefore(text, line);
  for (let left = maxLines; above && left > 0; left--) {
    const { key, start } = lineShape(text, above);
    const name = key?.name ?? "";
    const keyColumn = key ? key.start - start : Number.POSITIVE_INFINITY;
    if (name === "actions" && keyColumn <= column) return ["contributions", 0, "actions", 0];
    if (name === "answers" && keyColumn <= column) return ["surveys", 0, "answers", 0];
    const root = unitLists.find((itemList) => itemList === name);
    if (root && keyColumn === 0) return [root, 0];
    if (keyColumn <= column) return undefined;
    above = nonBlankLineBefore(text, above);
  }
  return list && !above ? [list, 0] : undefined;
}

/** The names of the keys of an entry below its first line. */
function keysBelow(text: string, line: Range, column: number): readonly string[] {
  const names: string[] = [];
  let below = lineAfter(text, line);
  for (let left = maxLines; below && left > 0; left--, below = lineAfter(text, below)) {
    if (isBlankOrComment(text, below)) continue;
    const at = skipBlanks(text, below.start, below.end);
    if (at - below.start < column) break;
    const key = at - below.start === column ? keyAt(text, at, lineAt(text, at).end) : undefined;
    if (key) names.push(key.name);
  }
  return names;
}
