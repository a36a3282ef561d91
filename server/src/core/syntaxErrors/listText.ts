/** One text instead of a list that needs quotes: `decisions: Go on: now`, `speakers: @aforti`. */
import { unitKeys } from "../schema/unitKeys";
import { lineEndOf } from "../text/range";
import {
  isBlockScalarHead,
  isKeyWithoutValue,
  type LineShape,
  lineShape,
  skipBlanks,
} from "../yaml/lineShape";
import { quoteWhole } from "../yaml/quotedText";
import { keepAsString } from "../yaml/scalars";
import { contentEndWithTail } from "../yaml/textTail";
import { lineAfter, nonBlankLineBefore } from "./nearbyLines";
import { quoteReason } from "./quoteWording";
import type { Repair } from "./repair";

/** The keys of lists that take a text as an entry; an action has the text as its first key. */
const entryBefore: Readonly<Record<string, string>> = {
  actions: "{text: ",
  chairs: "",
  decisions: "",
  speakers: "",
};

export function listTextRepairs(text: string, line: LineShape): readonly Repair[] {
  return [...lineEntryRepairs(text, line), ...oneTextRepairs(text, line)];
}

/** Maximum number of lines in a list without dashes. */
const maxLines = 50;

/** Lines without dashes below `decisions:`, one of them with a colon. */
function lineEntryRepairs(text: string, line: LineShape): readonly Repair[] {
  const owner = ownerOf(text, line);
  if (!owner?.key) return [];
  const { key, start: ownerStart } = owner;
  const lines = linesBelow(text, owner, key.start - ownerStart);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || lines.length < 2 || !lines.every((below) => isPlainEntry(text, below))) return [];
  const indent = text.slice(first.start, first.indentEnd);
  const before = key.name === "actions" ? "text: " : "";
  const entries = lines.map(({ contentStart, end }) => keepAsString(text.slice(contentStart, end).trimEnd()));
  const range = { start: first.indentEnd, end: first.end };
  const edit = {
    start: first.start,
    end: last.end,
    text: entries.map((entry) => `${indent}- ${before}${entry}`).join(lineEndOf(text)),
  };
  const message = `\`${key.name}\` must be a list: start each entry with \`- \`.`;
  return [{ range, message, title: `Make ${lines.length} entries, one of each line`, edit }];
}

/** The line with `decisions:` or `actions:` above a line that is indented deeper. */
function ownerOf(text: string, line: LineShape): LineShape | undefined {
  let above = nonBlankLineBefore(text, line);
  for (let left = maxLines; above && left > 0; left--, above = nonBlankLineBefore(text, above)) {
    const shape = lineShape(text, above);
    if (shape.indentEnd - shape.start >= line.indentEnd - line.start) continue;
    const isList = shape.key?.name === "decisions" || shape.key?.name === "actions";
    return isList && isKeyWithoutValue(shape) ? shape : undefined;
  }
  return undefined;
}

function linesBelow(text: string, owner: LineShape, column: number): readonly LineShape[] {
  const lines: LineShape[] = [];
  let below = lineAfter(text, owner);
  for (let left = maxLines; below && left > 0; left--, below = lineAfter(text, below)) {
    const shape = lineShape(text, below);
    if (shape.indentEnd === shape.end) continue;
    if (shape.indentEnd - shape.start <= column) break;
    lines.push(shape);
  }
  return lines;
}

/** A sentence without a dash, a comment or a key of an action. */
function isPlainEntry(text: string, { contentStart, end, dashes, key }: LineShape): boolean {
  const source = text.slice(contentStart, end);
  return (
    dashes.length === 0 && /^\p{Lu}/u.test(source) && !source.includes("#") && !unitKeys.has(key?.name ?? "")
  );
}

function oneTextRepairs(text: string, line: LineShape): readonly Repair[] {
  const { key, end } = line;
  const before = key && Object.hasOwn(entryBefore, key.name) ? entryBefore[key.name] : undefined;
  if (!key || before === undefined || isContinued(text, line, key.start - line.start)) return [];
  const start = skipBlanks(text, key.colon + 1, end);
  const value = text.slice(start, contentEndWithTail(text, line));
  if (value === "" || /^(?:-\s|[[{].*[\]}]$)/.test(value) || isBlockScalarHead(value, 0, value.length))
    return [];
  // several people, each of whom may need quotes
  if (before === "" && key.name !== "decisions" && /[,;&/]| and /.test(value)) return [];
  const range = { start, end: start + value.length };
  const edit = { ...range, text: `[${before}${quoteWhole(value)}${before === "" ? "" : "}"}]` };
  return [{ range, message: `Quote this text: ${quoteReason(value)}.`, title: "Make it a list", edit }];
}

/** True if the line below belongs to the value. */
function isContinued(text: string, line: LineShape, column: number): boolean {
  const below = lineAfter(text, line);
  if (!below) return false;
  const at = skipBlanks(text, below.start, below.end);
  return at < below.end && at - below.start > column;
}
