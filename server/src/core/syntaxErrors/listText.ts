/** One text instead of a list that needs quotes: `decisions: Go on: now`, `speakers: @aforti`. */
import { isBlockScalarHead, type LineShape, skipBlanks } from "../yaml/lineShape";
import { quoteWhole } from "../yaml/quotedText";
import { contentEndWithTail } from "../yaml/textTail";
import { lineAfter } from "./nearbyLines";
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
