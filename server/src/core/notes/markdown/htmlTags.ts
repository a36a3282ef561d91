/** Escapes HTML and script links in a user's Markdown. */
import { replaceWithCodeSpans } from "../../text/codeSpans";

/**
 * The start of an address that is not of the web, mail or an embedded image, such as `javascript:` and `command:`, also spelt with
 * character references (`&#106;avascript:`) or `\:`.
 */
const scriptAddressPattern = String.raw`\s*(?:<\s*)?(?:(?!https?:|mailto:|data\\?:image\/)[a-z][a-z\d+.\-]{0,30}\\?:|[^\s()<>/?]{0,200}&#?\w+;)`;

const scriptDefinitionPattern = new RegExp(
  String.raw`^([\s>*+\-\d.)]*)\[(?=[^\]]+\]:${scriptAddressPattern})`,
  "i",
);

/** `[a]: javascript:x`, in a quote or a list too */
export function escapeScriptDefinition(line: string): string {
  return line.replace(scriptDefinitionPattern, "$1\\[");
}

const scriptAddressStart = new RegExp(`^${scriptAddressPattern}`, "i");

/** An address in angle brackets, the start of a tag, an escaped character; or the start of an address. */
const markPattern = (): RegExp =>
  /<(?:https?|mailto):[^\s<>]*>|<[\w.+-]+@[\w.-]+>|\\?<(?=[a-z/!?])|\\[\s\S]|\](?=[(:])/gi;

/** Backticks, the address of a link with spaces, `](<https://a.ch/b c>`, or one of the marks. */
const spanPattern = (): RegExp =>
  /`+|\]\( {0,3}<(?:https?|mailto):[^<>\n`\\]{1,2000}>|<(?:https?|mailto):[^\s<>]*>|<[\w.+-]+@[\w.-]+>|\\?<(?=[a-z/!?])|\\[\s\S]|\](?=[(:])/gi;

/**
 * Escapes tags outside code spans. A backtick within an address starts a code span for some sites and belongs
 * to the address for others; after one, all code is treated as text.
 * @param mapCode maps a code span
 */
export function escapeTags(text: string, mapCode = (span: string): string => span): string {
  let isAmbiguous = false;
  return replaceWithCodeSpans(text, spanPattern(), ([found], at) => {
    if (found.startsWith("](")) return found.replaceAll(/(?<!\( {0,3})[ \t](?! *<)/g, "%20");
    if (!found.startsWith("`")) return escapeMark(found, at, text);
    isAmbiguous ||= isInAddress(text, at);
    return isAmbiguous
      ? found.replaceAll(markPattern(), (mark, offset: number) => escapeMark(mark, offset, found))
      : mapCode(found);
  });
}

/** @param found at an offset of `text`, one of the marks */
export function escapeMark(found: string, at: number, text: string): string {
  if (found === "]") return scriptAddressStart.test(text.slice(at + 2)) ? "\\]" : "]";
  // not `\<`: in `https://a.ch/\<b>` the backslash would be part of the address, and `<b>` a tag
  return found.replace(/^\\?<$/, "&lt;");
}

/**
 * Maximum number of characters before a backtick that are searched for an address; a longer run without a
 * space counts as one.
 */
const maxAddressLookBehind = 200;

function isInAddress(text: string, at: number): boolean {
  const searchStart = Math.max(0, at - maxAddressLookBehind);
  let start = at;
  while (start > searchStart && !/\s/.test(text.charAt(start - 1))) start--;
  return at - start === maxAddressLookBehind || /:\/\/|www\./i.test(text.slice(start, at));
}
