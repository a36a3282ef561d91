/** The lines of a pasted text without what mail programs and Markdown add to them. */
import { isMailLine } from "../../syntaxErrors/mailLines";

export interface SourceLine {
  /** without indentation and trailing spaces; empty for a blank line */
  readonly text: string;
  /** columns before the text; a tab counts to the next multiple of eight */
  readonly indent: number;
}

export interface SourceText {
  readonly lines: readonly SourceLine[];
  /** of the head of a mail */
  readonly subject?: string;
}

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const quoteMarks = /^[ \t]{0,3}(?:>[ \t]?){1,20}/;
const tabWidth = 8;

/** Controls except tab, lone surrogates and byte order marks, and characters without width at the start of a line. */
const invisible = /(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cs}\ufeff]|^[\u200b-\u200f\u2060]+/gmu;

/** Spaces of all kinds, as `3:00 PM` has them before its last word. */
const otherSpaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

export function sourceLines(text: string): SourceText {
  const raw = text.replaceAll(invisible, "").split(lineEnd);
  const hasTags = markupTag.test(text);
  const lines = raw.map((line) => {
    const own = line.replace(quoteMarks, "");
    return sourceLine(hasTags ? withoutTags(own) : own);
  });
  const { lines: read, subject } = withoutMailHeads(lines);
  return { lines: read, ...(subject !== undefined && { subject }) };
}

/** The lines that a person wrote above or below a quoted mail; undefined for a text without quoted lines. */
export function withoutQuotes(text: string): string | undefined {
  const lines = text.split(lineEnd);
  const own = lines.filter((line) => !quoteMarks.test(line));
  return own.length === lines.length ? undefined : own.join("\n");
}

/** A link, a heading or a line break in HTML; `<b>` alone may be a title. */
const markupTag = /<(?:a\s|h[1-6]\b|br\b)/i;

const inlineTag =
  /<\/?(?:h[1-6]|a|b|i|em|strong|span|p|br|u|font|small|center|code)(?:\s[^<>]{0,500})?\/?>/gi;
const linkTag = /<a\s[^<>]{0,300}?href="(https?:[^"<>\s]{1,1000})"[^<>]{0,300}>([^<>[\]]{1,300})<\/?a>/gi;

/** HTML in Markdown: links as in Markdown, and no other tags. */
function withoutTags(line: string): string {
  if (!line.includes("<") || line.length > 5000) return line;
  return line.replaceAll(linkTag, "[$2]($1)").replaceAll(inlineTag, "");
}

function sourceLine(source: string): SourceLine {
  const line = /^\s*(?:```|~~~)/.test(source) ? "" : source;
  const spaced = line.replaceAll(otherSpaces, " ").trimEnd();
  const text = spaced.trimStart();
  return { text, indent: columnsOf(spaced.slice(0, spaced.length - text.length)) };
}

function columnsOf(space: string): number {
  let column = 0;
  for (const char of space) column += char === "\t" ? tabWidth - (column % tabWidth) : 1;
  return column;
}

/** A line that only introduces another mail. */
const mailMark =
  /^(?:-{3,} ?[\p{L} ]{0,20}(?:forwarded|original|message|nachricht|messaggio|mensaje|transféré)[\p{L} ]{0,20}-{3,}|.{5,200}(?:wrote|writes|écrit|schrieb|ha scritto|escribió)\s?:)$/iu;

/** Maximum number of lines of the head of a mail. */
const maxHeadLines = 12;

/** `Subject` and the lines beside it in a head of a mail; a date alone is not one. */
function withoutMailHeads(lines: readonly SourceLine[]): {
  readonly lines: readonly SourceLine[];
  readonly subject?: string;
} {
  const others: SourceLine[] = [];
  let subject: string | undefined;
  for (let at = 0; at < lines.length; ) {
    const head = mailHeadAt(lines, at);
    const line = lines[at];
    if (head.length > 0) subject ??= subjectIn(head);
    else if (line && !mailMark.test(line.text.slice(0, 250))) others.push(line);
    at += Math.max(head.length, 1);
  }
  return { lines: others, ...(subject !== undefined && { subject }) };
}

function mailHeadAt(lines: readonly SourceLine[], from: number): readonly SourceLine[] {
  let end = from;
  while (end - from < maxHeadLines && isHeadLine(lines[end]?.text ?? "")) end++;
  const head = lines.slice(from, end);
  return head.some(({ text }) => /^(?:from|von|subject|betreff|objet|oggetto|asunto) ?:/i.test(text))
    ? head
    : [];
}

function isHeadLine(text: string): boolean {
  const [, name = "", value = ""] =
    /^\*{0,2}([A-Z][\w-]{1,12}) ?: ?\*{0,2}(.*)$/.exec(text.slice(0, 300)) ?? [];
  return name !== "" && isMailLine(name, value);
}

const replyMarks = /^(?:(?:re|fwd?|aw|wg|tr|rif|i) ?: ?|\[[\w .:-]{1,40}\] ?)/i;

function subjectIn(head: readonly SourceLine[]): string | undefined {
  const line = head.find(({ text }) => /^(?:subject|betreff|objet|oggetto|asunto) ?:/i.test(text));
  if (!line) return undefined;
  let subject = line.text.slice(line.text.indexOf(":") + 1).trim();
  for (let left = 5; left > 0; left--) subject = subject.replace(replyMarks, "");
  return subject === "" ? undefined : subject;
}
