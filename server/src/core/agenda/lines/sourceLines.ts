/** The lines of a pasted text without what mail programs and Markdown add to them. */
import { isMailLine } from "../../syntaxErrors/mailLines";
import { withMarkdownLinks, withoutMailAddresses } from "./wikiLinks";

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

/** Maximum UTF-16 units of a line whose links are read. */
const maxLinkLine = 5000;

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const quoteMarks = /^[ \t]{0,3}(?:>[ \t]?){1,20}/;
/** columns */
export const tabWidth = 8;

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
  return { lines: read.map(withPlainLinks), ...(subject !== undefined && { subject }) };
}

/** @returns a line without e-mail addresses whose links are those of Markdown */
function withPlainLinks(line: SourceLine): SourceLine {
  if (line.text.length > maxLinkLine) return { ...line, text: withoutMailAddresses(line.text) };
  return { ...line, text: withoutMailAddresses(withMarkdownLinks(line.text)) };
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
  /^(?:-{3,} ?[\p{L} ]{0,20}(?:forwarded|original|message|nachricht|messaggio|mensaje|transféré)[\p{L} ]{0,20}-{3,}|.{5,200}(?:wrote|writes|écrit|schrieb|ha scritto|escribió)\s?:|(?:am|on|le|il|el)\s.{5,100}\d\d.{0,40}\sschrieb\s.{1,80}:)$/iu;

/** The first line of such a mark that continues on the next line. */
const mailMarkStart = /^(?:am|on|le|il(?: giorno)?|el)\s.{0,30}\b(?:19|20)\d\d\b/i;

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
    const mark = head.length > 0 ? 0 : markLines(lines, at);
    if (line && head.length + mark === 0) others.push(line);
    at += Math.max(head.length, mark, 1);
  }
  return { lines: others, ...(subject !== undefined && { subject }) };
}

/** The number of lines of a mark at the line, which may be on two lines. */
function markLines(lines: readonly SourceLine[], at: number): number {
  const text = (lines[at]?.text ?? "").slice(0, 250);
  if (mailMark.test(text)) return 1;
  const next = lines[at + 1]?.text.slice(0, 250) ?? "";
  return mailMarkStart.test(text) && next !== "" && mailMark.test(`${text} ${next}`) ? 2 : 0;
}

function mailHeadAt(lines: readonly SourceLine[], from: number): readonly SourceLine[] {
  let end = from;
  while (end - from < maxHeadLines && isHeadLine(lines[end]?.text ?? "")) end++;
  const head = lines.slice(from, end);
  const has = (names: RegExp): boolean => head.some(({ text }) => names.test(text));
  // a subject and a date may be of the meeting itself
  const isMail = has(/^\*{0,2}(?:from|von|de|da|to|an|à) ?:/i) || has(sentLine) || head.every(isLineOfMail);
  return isMail &&
    (has(/^\*{0,2}(?:from|von|de|da|subject|betreff|objet|oggetto|asunto) ?:/i) || has(sentLine))
    ? head
    : [];
}

function isLineOfMail({ text }: SourceLine): boolean {
  return !isOtherHeadLine(text.slice(0, 300)) || /^Date ?: ?\p{L}{2,4}\.?, \d/u.test(text);
}

function isHeadLine(text: string): boolean {
  const [, name = "", value = ""] =
    /^\*{0,2}([A-Z][\w-]{1,12}) ?: ?\*{0,2}(.*)$/.exec(text.slice(0, 300)) ?? [];
  return (name !== "" && isMailLine(name, value)) || isOtherHeadLine(text.slice(0, 300));
}

/** Lines of a mail's head that may be other lines elsewhere. */
function isOtherHeadLine(text: string): boolean {
  return (
    sentLine.test(text) ||
    /^\*{0,2}(?:De|Da|A|À|Para|Cc|Data|Datum|Date|Fecha|CC|Priorit[éy]|Importance|Reply-To) ?:\*{0,2} ?\S/.test(
      text,
    )
  );
}

/** `Sent: 02 October 2026 10:00`, also without the rest of the head. */
const sentLine =
  /^\*{0,2}(?:Sent|Gesendet|Envoyé|Inviato|Enviado(?: el)?|Enviada|Verzonden) ?(?:le ?)?:\*{0,2} ?.{0,20}\d/;

const replyMarks = /^(?:(?:re|fwd?|aw|wg|tr|rif|i) ?: ?|\[[\w .:-]{1,40}\] ?)/i;

function subjectIn(head: readonly SourceLine[]): string | undefined {
  const line = head.find(({ text }) => /^\*{0,2}(?:subject|betreff|objet|oggetto|asunto) ?:/i.test(text));
  if (!line) return undefined;
  let subject = line.text
    .slice(line.text.indexOf(":") + 1)
    .replace(/^\*{2}/, "")
    .trim();
  for (let left = 5; left > 0; left--) subject = subject.replace(replyMarks, "");
  return subject === "" ? undefined : subject;
}
