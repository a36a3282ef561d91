/** The text by whose lines a file is split: look-alike characters at the start of a line count as what they look like. */
import { isTitleKey } from "../schema/itemKinds";
import { blankWidths, hasLookAlikeBlank } from "../syntaxErrors/lookAlikeCorrection";
import { entryMarkEnd, isRootKey, lookAlikeKeyAt } from "../syntaxErrors/lookAlikeKey";
import {
  blankClass,
  colonClass,
  invisibleClass,
  quoteClass,
  separatorClass,
  spaceClass,
} from "../text/lookAlikes";
import { lineAt } from "../text/range";
import { countSpaces } from "../yaml/lineShape";

const lookAlike = new RegExp(
  `[${spaceClass}${invisibleClass}${separatorClass}${colonClass}${quoteClass}\\u0370-\\u052f\\uff21-\\uff5a]|^ *\\t`,
  "m",
);
/** Columns of a tab where items are indented by 2, and before an action or an answer, which is no item. */
const tabWidth = { item: 2, entry: 6 };
const entry = /^[ \t]*-[ \t]+(?:text|owner|due|status|answer|count):/;
const blanks = new RegExp(`^[${blankClass}]+`);

/**
 * @param startsFile true if a byte order mark at the start is the one of the file
 * @returns a text with the same length and line ends. A line that starts with look-alike blanks has ordinary spaces there,
 *   and a key of the root has its plain name and colon
 */
export function withOrdinaryMargins(text: string, startsFile: boolean): string {
  let result = "";
  let copiedUpTo = 0;
  for (let start = startsFile && text.startsWith("\uFEFF") ? 1 : 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    if (!isIndentedWithSpaces(text, start)) {
      const { end } = lineAt(text, start);
      const line = text.slice(start, end);
      if (lookAlike.test(line)) {
        result += text.slice(copiedUpTo, start) + ordinaryLine(line);
        copiedUpTo = end;
      }
    }
    start = newline < 0 ? text.length : newline + 1;
  }
  return copiedUpTo === 0 ? text : result + text.slice(copiedUpTo);
}

/** True for most lines, which stay as they are: spaces, and a visible ASCII character. */
function isIndentedWithSpaces(text: string, start: number): boolean {
  const spaces = countSpaces(text, start, text.length);
  const code = text.charCodeAt(start + spaces);
  return spaces > 0 && code > 0x20 && code < 0x7f;
}

function ordinaryLine(line: string): string {
  const lead = blanks.exec(line)?.[0] ?? "";
  const isOrdinary = !hasLookAlikeBlank(lead) && !lead.includes("\t");
  const width = blankWidths(lead, entry.test(line) ? tabWidth.entry : tabWidth.item)[0] ?? 0;
  const content = line.slice(lead.length);
  const ordinary = `${isOrdinary ? lead : " ".repeat(width)}${width === 0 ? withOrdinaryKey(content) : content}`;
  return ordinary.slice(0, line.length).padEnd(line.length);
}

/** `contributions:` for `“contributions” :` and the like. */
function withOrdinaryKey(content: string): string {
  const key = lookAlikeKeyAt(content, 0, content.length);
  if (!key || !isRootKey(key.name) || /^["']/.test(content)) return content;
  return `${key.name}: ${content.slice(key.colon + 1).replace(blanks, "")}`;
}

/** True if the content of a line begins with a mark that was meant as the dash of an item. */
export function isLookAlikeDash(text: string, content: number, end: number): boolean {
  const lineEnd = lineAt(text, Math.min(content, end)).end;
  return entryMarkEnd(text, content, lineEnd) !== undefined;
}

/** True if one of the keys follows the mark: `• title: x`. */
export function hasKeyAfterMark(
  text: string,
  content: number,
  end: number,
  keys: readonly string[],
): boolean {
  const lineEnd = lineAt(text, Math.min(content, end)).end;
  const from = entryMarkEnd(text, content, lineEnd) ?? content;
  const start = from + (blanks.exec(text.slice(from, lineEnd))?.[0].length ?? 0);
  const key = lookAlikeKeyAt(text, start, lineEnd);
  return key !== undefined && (keys.includes(key.name) || isTitleKey(key.name));
}
