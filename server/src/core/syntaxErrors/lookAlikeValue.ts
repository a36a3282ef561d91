/** Corrects look-alike characters in the value of a key on one line. */
import { blankClass, colonClass, commaClass, invisibleClass, quoteClass } from "../text/lookAlikes";
import { closingQuote } from "../yaml/openMarks";
import { quote, quoteIfNeeded } from "../yaml/scalars";
import { blankRole, type Correction, hasLookAlikeBlank } from "./lookAlikeCorrection";
import type { ValueKind } from "./lookAlikeKey";
import { isLookAlikeQuote, isQuotePair } from "./lookAlikeQuotes";

export interface ValueOnLine {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly kind: ValueKind;
  /** of its key; empty for an entry */
  readonly name: string;
}

const isBlank = new RegExp(`[${blankClass}]`);
const colons = new RegExp(`[${colonClass}]`, "g");
const comma = new RegExp(`[${commaClass}]`);
/** A comma between two entries in quotes. */
const quotedComma = new RegExp(
  `["'${quoteClass}][${blankClass}]{0,9}[,${commaClass}][${blankClass}]{0,9}["'${quoteClass}]`,
  "g",
);
const invisibles = new RegExp(`[${invisibleClass}]+`, "g");
const leadingBlanks = new RegExp(`^[${blankClass}]+`);

/** The quote that a value opens and that only a later line closes. */
export function unclosedQuote({ text, at, end }: ValueOnLine): string | undefined {
  if (closingQuote(text, at, end) !== undefined) return undefined;
  const last = text[blanksBefore(text, at, end) - 1];
  return isLookAlikeQuote(last) && isQuotePair(text[at], last) ? undefined : text[at];
}

/** Keys whose rules read a value as people write it, quotes and blanks included: `date: “10 December 2019”`. */
const keysWithReaders = ["date", "due", "duration", "endDate", "start", "status", "timezone", "url"];

/** A date, a time, a number, an address, a time zone or a status in the form of the format. */
const finalForm = /^(?:\d{4}-\d\d-\d\d|\d\d:\d\d|\d+|https?:\/\/[!-~]+|[A-Z]\w+\/\w+|open|done)$/;

/** True if a rule reads the value, and the value needs more than its look-alike characters replaced. */
function isLeftToRule({ text, at, end, name }: ValueOnLine): boolean {
  if (!keysWithReaders.includes(name)) return false;
  const [word = ""] = /^[^#]*/.exec(text.slice(at, end).slice(0, maxFinalFormLength)) ?? [];
  const written = word.replace(leadingBlanks, "").replaceAll(invisibles, "").replaceAll(colons, ":");
  const last = blanksBefore(written, 0, written.length);
  const isQuoted = isLookAlikeQuote(written[0]) && isQuotePair(written[0], written[last - 1]);
  return !finalForm.test(isQuoted ? written.slice(1, last - 1) : written.slice(0, last));
}

/** UTF-16 units of a value that are compared with the final form. */
const maxFinalFormLength = 500;

/** The corrections of a scalar; in a text, only those of quotes around it that it needs. */
export function correctValue(value: ValueOnLine): readonly Correction[] {
  const { text, at } = value;
  if (text[at] === '"' || text[at] === "'") return correctQuoted(value);
  const lineContentEnd = blanksBefore(text, at, value.end);
  if (isLeftToRule(value)) return [];
  const isText = value.kind === "text" || value.kind === "texts";
  const isWhole = isText && isLookAlikeQuote(text[at]) && isQuotePair(text[at], text[lineContentEnd - 1]);
  const contentEnd = isWhole ? lineContentEnd : contentEndOf(value);
  const isQuoted =
    isLookAlikeQuote(text[at]) && contentEnd - at > 2 && isQuotePair(text[at], text[contentEnd - 1]);
  if (isText) return isQuoted ? correctQuotedText(value, contentEnd) : [];
  return [
    ...(isQuoted ? correctQuotedWord(value, contentEnd) : correctPlain(value, contentEnd)),
    ...correctTail(value, contentEnd),
  ];
}

function valueCorrection(start: number, end: number, text: string, role: Correction["role"]): Correction {
  return { start, end, text, role, isStructural: false };
}

/** `start: "09:30”` and `title: "Rucio"` with a blank that is not ordinary after it. */
function correctQuoted(value: ValueOnLine): readonly Correction[] {
  const { text, at, end } = value;
  const close = closingQuote(text, at, end);
  if (close === undefined) {
    const last = blanksBefore(text, at, end) - 1;
    const correction = valueCorrection(last, last + 1, text[at] ?? "", "quote");
    return last > at && isLookAlikeQuote(text[last]) ? [{ ...correction, isStructural: true }] : [];
  }
  return correctTail(value, close + 1).map((correction) => ({ ...correction, isStructural: true }));
}

/** `title: “Rucio: next”`: the quotes must be straight, as the text needs them. */
function correctQuotedText(value: ValueOnLine, end: number): readonly Correction[] {
  const { text, at } = value;
  const inner = text.slice(at + 1, end - 1).trim();
  if (!/:(?=\s|$)|\s#/.test(text.slice(at + 1, end)) && !text.startsWith("`", at)) return [];
  if (text.startsWith("`", at) && inner.includes("`")) return [];
  return [
    { ...valueCorrection(at, end, quote(inner), "quote"), isStructural: true },
    ...correctTail(value, end),
  ];
}

/** `start: “09:30”`, `themes: “security”`, `speakers: “A. Forti”, “B. Two”` */
function correctQuotedWord({ text, at, kind, name }: ValueOnLine, end: number): readonly Correction[] {
  const inner = text
    .slice(at + 1, end - 1)
    .replace(leadingBlanks, "")
    .trimEnd();
  const isList = kind === "names" && name !== "" && inner !== "none";
  const entries = text
    .slice(at + 1, end - 1)
    .split(quotedComma)
    .map((entry) => quoteIfNeeded(entry.trim()));
  const isWord = /^\d+$/.test(inner) || inner === "none";
  const written = isWord ? inner : isList ? `[${entries.join(", ")}]` : quote(inner);
  return [
    { ...valueCorrection(at, end, written, "quote"), isStructural: isList || text.startsWith("`", at) },
  ];
}

function correctPlain({ text, at, kind, name }: ValueOnLine, end: number): readonly Correction[] {
  const source = text.slice(at, end);
  const lead = leadingBlanks.exec(source)?.[0].length ?? 0;
  const leading =
    lead > 0 ? [valueCorrection(at, at + lead, "", blankRole(source.slice(0, lead), "blank"))] : [];
  if (kind === "names" && name !== "" && comma.test(source))
    return [
      valueCorrection(at, end, `[${source.slice(lead).split(comma).map(trimmed).join(", ")}]`, "comma"),
    ];
  const hidden = [...source.matchAll(invisibles)]
    .filter(({ index }) => index >= lead)
    .map(({ 0: { length }, index }) => valueCorrection(at + index, at + index + length, "", "invisible"));
  if (kind === "names") return [...leading, ...hidden];
  const wide = [...source.matchAll(colons)].map(({ index }) =>
    valueCorrection(at + index, at + index + 1, ":", "colon"),
  );
  return [...leading, ...hidden, ...wide];
}

function trimmed(entry: string): string {
  return entry.replace(leadingBlanks, "").trimEnd();
}

/** Removes the blanks after a value; one remains before a comment. */
function correctTail({ text, end }: ValueOnLine, from: number): readonly Correction[] {
  let next = from;
  while (next < end && isBlank.test(text[next] ?? "")) next++;
  const source = text.slice(from, next);
  if (!hasLookAlikeBlank(source) || (next < end && text[next] !== "#")) return [];
  return [valueCorrection(from, next, next < end ? " " : "", blankRole(source, "blank"))];
}

function contentEndOf({ text, at, end }: ValueOnLine): number {
  for (let hash = text.indexOf("#", at); hash >= 0 && hash < end; hash = text.indexOf("#", hash + 1))
    if (isBlank.test(text[hash - 1] ?? "")) return blanksBefore(text, at, hash);
  return blanksBefore(text, at, end);
}

function blanksBefore(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlank.test(text[at - 1] ?? "")) at--;
  return at;
}
