/** Texts as YAML that is read back as the same text, character by character. */
import { bracketClass, colonClass, commaClass, quoteClass } from "../text/lookAlikes";
import { keepAsString, quote, quoteIfNeeded, quoteLines } from "./scalars";

/** Characters that a text in YAML has only as escapes: programs change or refuse them, or read them as line ends. */
const escapedCharacters = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/u;

/**
 * Plain scalars that readers of YAML 1.1, such as PyYAML, resolve to a boolean, a number, a date, a time or a merge:
 * `yes`, `1_000`, `2026-03-10`, `12:30`, `<<`. https://yaml.org/type/
 */
const otherTypePattern = /^(?:y|n|yes|no|on|off|=|<<|[-+]?(?:0[box][\da-f_]+|[.\d][-+.\d_:tze\s]*))$/i;

/** The source of a text as the value of a key on a separate line: plain if possible. */
export function exactText(text: string): string {
  if (escapedCharacters.test(text)) return quoteLines([text]);
  return isPlainText(text) && keepAsString(text) === text ? text : quote(text);
}

/** An address that needs no quotes in brackets and braces. */
const plainAddress = /^https?:\/\/[^\s,[\]{}"'#]*[^\s,[\]{}"'#:]$/;

/** Characters that look like the syntax of a flow list; not the apostrophe in a name. */
const flowLookAlikes = new RegExp(
  `(?!(?<=\\p{L})\u2019\\p{L})[${colonClass}${commaClass}${bracketClass}${quoteClass}]`,
  "u",
);

/** The source of a text as an entry of a flow list or a value in braces: plain if possible. */
export function exactFlowText(text: string): string {
  if (escapedCharacters.test(text)) return quoteLines([text]);
  if (plainAddress.test(text)) return text;
  return isPlainText(text) && !flowLookAlikes.test(text) ? quoteIfNeeded(text) : quote(text);
}

/** The text in the quotes of another source; undefined if that has none, or if they do not allow the text. */
export function quotedLike(source: string, text: string): string | undefined {
  if (escapedCharacters.test(text)) return undefined;
  if (source.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return source.startsWith('"') && !/["\\]/.test(text) ? `"${text}"` : undefined;
}

function isPlainText(text: string): boolean {
  return text !== "" && text.trim() === text && !otherTypePattern.test(text);
}

/**
 * The lines of a text below `key: |`, without indentation.
 * @param text with LF as line end, which does not end in white space
 * @returns undefined for a text that a literal block would change: then it needs quotes
 */
export function literalLines(text: string): readonly string[] | undefined {
  const [first = "", ...others] = text.split("\n");
  const isChanged = /^\s|^$/.test(first) || [first, ...others].some((line) => isUnsafeLine(line));
  return isChanged || text.trimEnd() !== text ? undefined : [first, ...others];
}

/** Editors remove white space from the ends of lines. */
function isUnsafeLine(line: string): boolean {
  return escapedCharacters.test(line.replaceAll("\t", "")) || /^\s*\t/.test(line) || /^\s+$/.test(line);
}
