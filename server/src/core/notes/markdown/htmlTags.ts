/** HTML and links to scripts in a user's Markdown, made text. */
import { replaceSpans } from "./codeSpans";

/** How an address begins that a browser might run, spelt with character references (`&#106;avascript:`) or `\:` too. */
const script = String.raw`\s*(?:<\s*)?(?:(?:java|vb)script\\?:|data\\?:(?!image\/)|[^\s()<>/?]{0,200}&#?\w+;)`;

const definition = new RegExp(String.raw`^([\s>*+\-\d.)]*)\[(?=[^\]]+\]:${script})`, "i");

/** `[a]: javascript:x`, in a quote or a list too */
export function withoutScript(line: string): string {
  return line.replace(definition, "$1\\[");
}

const scriptAhead = new RegExp(`^${script}`, "i");

/** An address in angle brackets, the start of a tag, an escaped character; or the start of an address. */
const marks = (): RegExp =>
  /<(?:https?|mailto):[^\s<>]*>|<[\w.+-]+@[\w.-]+>|\\?<(?=[a-z/!?])|\\[\s\S]|\](?=[(:])/gi;

/** Backticks, or one of the marks. */
const spans = (): RegExp =>
  /`+|<(?:https?|mailto):[^\s<>]*>|<[\w.+-]+@[\w.-]+>|\\?<(?=[a-z/!?])|\\[\s\S]|\](?=[(:])/gi;

/**
 * A backtick within an address starts a code span for some sites and is part of the address for others: from there on
 * all code counts as text, since nobody knows where it starts and ends.
 * @param code rewrites a code span
 */
export function withoutTags(text: string, code = (span: string): string => span): string {
  let isUnsure = false;
  return replaceSpans(text, spans(), ([found], at) => {
    if (!found.startsWith("`")) return escapedMark(found, at, text);
    isUnsure ||= isInAddress(text, at);
    return isUnsure
      ? found.replaceAll(marks(), (mark, offset: number) => escapedMark(mark, offset, found))
      : code(found);
  });
}

/** @param found at an offset of `text`, one of the marks */
export function escapedMark(found: string, at: number, text: string): string {
  if (found === "]") return scriptAhead.test(text.slice(at + 2)) ? "\\]" : "]";
  // not `\<`: in `https://a.ch/\<b>` the backslash would be part of the address, and `<b>` a tag
  return found.replace(/^\\?<$/, "&lt;");
}

/** Characters ahead of a backtick that are looked at; a longer run without a space counts as an address. */
const longestLook = 200;

function isInAddress(text: string, at: number): boolean {
  const first = Math.max(0, at - longestLook);
  let start = at;
  while (start > first && !/\s/.test(text.charAt(start - 1))) start--;
  return at - start === longestLook || /:\/\/|www\./i.test(text.slice(start, at));
}
