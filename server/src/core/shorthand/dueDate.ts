/** Reads the due date of an action: `by 1 February`, `before the end of January`, `by COB Thursday`. */
import { plainLetters, typedText } from "../text/typedText";
import { daysIn, isCalendarDate } from "../time/calendarDate";
import { monthOf, weekdayOf } from "../time/monthNames";
import { readDates } from "../time/readDates";
import type { ShorthandContext } from "./types";

/** A text without its due date. */
export interface DatedText {
  readonly text: string;
  /** ISO 8601 */
  readonly due?: string;
}

type DateContext = Pick<ShorthandContext, "date" | "nextMeeting">;

/** Words before a day: a preposition or a label, and an article. English, French, German and Italian, like the labels. */
const deadlineWords =
  "no later than|not later than|by|before|until|till|due date|due|deadline|bis zum|bis|vor|avant|d['\u2019]ici|entro|prima d[ei]l|prima della|prima di";
/** Words before a length of time. */
const spanWords = "within|in|innerhalb von|innerhalb|pour|dans|tra|fra";
const article =
  "[*_]{0,2}(?:\\s*:|\\s+(?:on|by|of|is|le|la|the|il|lo|l['\u2019](?=\\p{L}|\\d)))?(?:\\s+|(?<=l['\u2019]))";

const introduction = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${deadlineWords}|${spanWords}|at|for)${article}`,
  "giu",
);
const deadline = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${deadlineWords}|within|innerhalb von|innerhalb)${article}`,
  "iu",
);

/** UTF-16 units in which a date is searched. */
const maxDateLength = 80;

/** Maximum number of words of a date. */
const maxWords = 6;

/** The start of an introduction of a length of time: `in two weeks`. */
const spans = new RegExp(`^(?:${spanWords})\\b`, "iu");

/** The words that a day or a length of time may follow. */
const spansOrDays = /^(?:d['\u2019]ici|entro)/iu;

/** The words before the next meeting: `report at the next meeting`. */
const meetings = /^(?:at|for)\b/i;

/**
 * Removes the due date of an action. A date in the middle of the text remains there.
 * @param text on one line
 */
export function withoutDueDate(text: string, context: DateContext): DatedText {
  if (!isCalendarDate(context.date)) return { text };
  const found = introducedDates(text, context);
  const [last, ...others] = found;
  if (!last) return dateInBrackets(text, context.date) ?? dayAtEnd(text, context.date) ?? { text };
  if (others.some((other) => isOfOther(text.slice(other.end - 1, last.start), other, last))) return { text };
  const [previous] = others;
  // `by Friday in two weeks`
  if (previous && text.slice(previous.end, last.start).trim() === "") return { text };
  if (others.some(({ date }) => date !== last.date)) return { text, due: last.date };
  return withoutDate(text, last.start, last.end, last.date);
}

/** A date with the words before it. */
interface IntroducedDate {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** Maximum number of dates of a line that are read. */
const maxDates = 3;

/** @returns the last one first */
function introducedDates(text: string, context: DateContext): readonly IntroducedDate[] {
  const dates: IntroducedDate[] = [];
  for (const match of [...text.matchAll(introduction)].reverse()) {
    const start = match.index + match[0].length;
    if (isNoDeadline(text.slice(0, match.index))) continue;
    const found = dateAtStart(text.slice(start), readerFor(match[0], context));
    if (!found || isOrdinal(text.slice(start), found.length)) continue;
    dates.push({ date: found.date, start: match.index, end: start + found.length });
    if (dates.length === maxDates) break;
  }
  return dates;
}

/** True before the words of `the report was due 20 November` and `not before 9 March`. */
function isNoDeadline(before: string): boolean {
  return /\b(?:was|were|been|not|never|nicht|pas|non)\s$/i.test(before.slice(-10));
}

/** True for `by the 2nd line of support`. */
function isOrdinal(text: string, length: number): boolean {
  return (
    /^[*_]{0,3}\d{1,2}(?:st|nd|rd|th)$/.test(text.slice(0, length)) &&
    /^\s(?!(?:and|or|to|at|if|so|but)\b)\p{L}/u.test(text.slice(length))
  );
}

/** `RJ to write by Tuesday, DK to approve it by Friday`: two tasks with a date each. */
function isOfOther(between: string, { date }: IntroducedDate, last: IntroducedDate): boolean {
  return date !== last.date && /(?:[,;.]|\sand)\s+@?\p{Lu}[\p{L}.'\u2019]+\s/u.test(between);
}

/** `Call the site tomorrow`, but not `the plan for tomorrow`; `today` may belong to a remark */
function dayAtEnd(text: string, date: string): DatedText | undefined {
  const [whole] =
    /(?<!\b(?:of|from|since|as|for|than|like|in|on|and|or|is))[\s,]{1,3}tomorrow(?: morning| afternoon)?[.!]?$/i.exec(
      text.slice(-maxDateLength),
    ) ?? [];
  return whole === undefined ? undefined : { text: text.slice(0, -whole.length), due: plusDays(date, 1) };
}

/** True if the text has a coming day that a word such as `by` or `before` makes a due date; `in May` may be any day. */
export function hasDeadline(text: string, context: DateContext): boolean {
  const { due, text: rest } = withoutDueDate(text, context);
  if (due === undefined || due < context.date) return false;
  return deadline.test(text.slice(rest === text ? 0 : rest.length));
}

/** The day that the whole text is, with or without a word such as `by`: `by Friday`, `20 January`. `Sam` is a person. */
export function dueDateAlone(text: string, context: DateContext): string | undefined {
  if (!isCalendarDate(context.date)) return undefined;
  const phrase = text.trim();
  const introduced = withoutDueDate(phrase, context);
  if (introduced.text === "") return introduced.due;
  return /^\p{L}+$/u.test(phrase) && !/(?:day|tag|woch|di)$/i.test(phrase)
    ? undefined
    : dateOf(phrase, context);
}

/** `(2020-01-13)` and `[31 Jan]` at the end of the text */
function dateInBrackets(text: string, date: string): DatedText | undefined {
  const from = Math.max(0, text.length - 40);
  const match = /[([](?:due:? )?([^()[\]]{3,30})[)\]]\.?$/i.exec(text.slice(from));
  const due = match && calendarDate(match[1] ?? "", date);
  return due ? { text: text.slice(0, from + (match?.index ?? 0)).trim(), due } : undefined;
}

/** Removes the date at the end of the text, with the brackets around it. */
function withoutDate(text: string, start: number, end: number, due: string): DatedText {
  const rest = text.slice(end);
  if (!/^[\s.;,)\]*_]*$/.test(rest)) return { text, due };
  const trimmed = text
    .slice(0, start)
    .replace(/(?:[\s([;,\u2013-]|(?<=[\s([])[*_]{1,3}(?=[\s([]|$)){1,20}$/, "");
  // `(with the sites by Friday)` needs its bracket
  const closing = /[)\]]/.exec(rest)?.[0];
  const opening = closing === ")" ? "(" : "[";
  const isOpen = closing !== undefined && trimmed.lastIndexOf(opening) > trimmed.lastIndexOf(closing);
  return isOpen ? { text, due } : { text: trimmed, due };
}

interface FoundDate {
  readonly date: string;
  /** UTF-16 units of its words */
  readonly length: number;
}

type DateReader = (phrase: string) => string | undefined;

function readerFor(introduction: string, context: DateContext): DateReader {
  if (spans.test(introduction)) return (phrase) => spanEnd(phrase, context.date);
  if (meetings.test(introduction)) return (phrase) => nextMeetingIn(plainPhrase(phrase), context);
  if (!spansOrDays.test(introduction)) return (phrase) => dateOf(phrase, context);
  return (phrase) => spanEnd(phrase, context.date) ?? dateOf(phrase, context);
}

function dateAtStart(text: string, read: DateReader): FoundDate | undefined {
  const words = [...text.slice(0, maxDateLength).matchAll(/[^\s()[\]]+/g)].slice(0, maxWords);
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1];
    const length = (last?.index ?? 0) + (last?.[0].length ?? 0);
    const phrase = text
      .slice(0, length)
      .replace(/^[*_]{1,3}/, "")
      // bounded: 80 characters (maxDateLength)
      .replace(/[.,;:!*_]+$/, "");
    const date = read(phrase);
    if (date !== undefined) return numberAfterDay.test(text.slice(length)) ? undefined : { date, length };
  }
  return undefined;
}

/** The number in `Friday 13`, `week 12` and `9-13 March 26` whose words are no date together; a time may follow a day. */
const numberAfterDay =
  /^\s(?:the\s)?\d{1,2}(?:st|nd|rd|th|\.)?(?![\w:]|\.\d|\s?(?:[ap]\.?m|h|uhr|o'clock)\b)/i;

/** @returns ISO 8601; undefined for a text that is not one date */
function dateOf(phrase: string, context: DateContext): string | undefined {
  const { date } = context;
  const plain = plainPhrase(phrase);
  return (
    nextMeetingIn(plain, context) ??
    relativeDay(plain, date) ??
    endOfSpan(plain, date) ??
    dayOfMonth(plain, date) ??
    weekdayOfMonth(plain, date) ??
    endOfQuarter(plain, date) ??
    calendarWeek(plain, date) ??
    calendarDate(phraseDate(plain), date)
  );
}

function plainPhrase(phrase: string): string {
  return plainLetters(typedText(phrase))
    .replace(/^(?:(?:on|the|le|la|den|dem|der|zum|zur|au|il|lo) |l')/, "")
    .replace(
      /^(?:cob|eob|eod|close of business|end of (?:day|business)|noon|midday|lunch|early|late)(?: on)? /,
      "",
    )
    .replace(/^(?:the )?(?:cob|eob|eod|close of business|end of (?:(?:the |this )?day|business))$/, "today")
    .replace(/^eo(?=[wmy]$)/, "end of ")
    .replace(/(?<=^end of )[wmy]$/, (unit) => (unit === "w" ? "week" : unit === "m" ? "month" : "year"));
}

function nextMeetingIn(plain: string, { nextMeeting }: DateContext): string | undefined {
  const isNext =
    /^(?:the )?(?:next|following) (?:meeting|call|gdb|board|time)$|^nachsten? (?:sitzung|treffen)$|^prochaine reunion$|^prossima riunione$/.test(
      plain,
    );
  return isNext && nextMeeting !== undefined && isCalendarDate(nextMeeting) ? nextMeeting : undefined;
}

/** `wednesday may 6th` without the words that only repeat it. */
function phraseDate(plain: string): string {
  return plain.replace(/^(?:next|this|coming) /, "").replace(/(\d)(?:st|nd|rd|th)\b/, "$1");
}

/** `today`, `tomorrow`, `friday`, `next weds` */
function relativeDay(plain: string, date: string): string | undefined {
  if (/^(?:today|tonight|heute|aujourd'hui|oggi)$/.test(plain)) return date;
  if (/^(?:tomorrow|morgen|demain|domani)$/.test(plain)) return plusDays(date, 1);
  const [, next, name] =
    /^(next |this |coming |nachsten |prossimo )?(\p{L}{2,12})\.?(?: prochain| prossimo)?$/u.exec(plain) ?? [];
  const weekday = name === undefined ? undefined : weekdayOf(name === "weds" ? "wed" : name);
  if (weekday === undefined || (name ?? "").length < 3) return undefined;
  const today = weekdayAt(date);
  if (next === "next " || next === "nachsten ")
    return plusDays(date, ((8 - today) % 7 || 7) + ((weekday + 6) % 7));
  return plusDays(date, (weekday - today + 7) % 7 || 7);
}

/** `end of january`, `mid-january`, `end of the week`, `next week` */
function endOfSpan(plain: string, date: string): string | undefined {
  const [, part, name = ""] =
    /^(end of|end|mid|middle of|beginning of|start of|early|ende|mitte|anfang|fin|mi|debut|fine|la fine|meta|la meta|inizio)[ -](?:of )?(?:the |de la |de |d'|du |la |der |des |dell'|della |del |di )?(.{2,20})$/.exec(
      plain,
    ) ?? [];
  if (
    /^(?:this |next |coming |nachster |nachste |prossima )?(?:week|woche|semaine|settimana)(?: prochaine| prossima)?$/.test(
      part === undefined ? plain : name,
    )
  ) {
    return dayInWeek(date, /\b(?:next|nachster?|proch|pross)/.test(plain), part ?? "end");
  }
  if (part === undefined) return undefined;
  if (/^(?:this |next |coming )?(?:month|monat|mois|mese)$/.test(name))
    return dayInMonth(date, Number(date.slice(5, 7)) + (name.startsWith("next") ? 1 : 0), part);
  if (/^(?:this |next |the )?(?:year|jahr|annee|anno)$/.test(name))
    return `${Number(date.slice(0, 4)) + (name.startsWith("next") ? 1 : 0)}-12-31`;
  const [, monthName = "", year] = /^(\p{L}{3,12})\.?(?:,? (\d{4}))?$/u.exec(name) ?? [];
  const month = monthOf(monthName);
  if (month === undefined) return undefined;
  if (year !== undefined) return dayInMonth(`${year}-01-01`, month, part);
  const found = dayInMonth(date, month, part);
  return found < date ? dayInMonth(date, month + 12, part) : found;
}

/** `15th`, `1st of the month`: the next day with this number */
function dayOfMonth(plain: string, date: string): string | undefined {
  const [, number] = /^(\d{1,2})(?:st|nd|rd|th)(?: of (?:the|this|next) month)?$/.exec(plain) ?? [];
  const day = Number(number);
  if (!(day >= 1 && day <= 31)) return undefined;
  const month = Number(date.slice(5, 7));
  const isNext = plain.endsWith("next month");
  for (let ahead = isNext ? 1 : 0; ahead < 3; ahead++) {
    const first = dayInMonth(date, month + ahead, "beginning");
    const found = first.slice(0, 8) + String(day).padStart(2, "0");
    if (isCalendarDate(found) && found >= date) return found;
  }
  return undefined;
}

/** Monday, Wednesday or Friday of the week, or of the next one; without `isNext` the first such day from the date on. */
function dayInWeek(date: string, isNext: boolean, part: string): string {
  const day = daysAhead(part);
  const today = weekdayAt(date);
  const toMonday = (8 - today) % 7 || 7;
  return plusDays(date, isNext ? toMonday + day : (day + 1 - today + 7) % 7);
}

/** From the start of a week, in days. */
function daysAhead(part: string): number {
  if (endOfSpanWords.test(part)) return 4;
  return middleOfSpanWords.test(part) ? 2 : 0;
}

const endOfSpanWords = /^(?:end|fin|la fin)/;
const middleOfSpanWords = /^(?:mi|me|la me)/;

function dayInMonth(date: string, monthFromYear: number, part: string): string {
  const year = Number(date.slice(0, 4)) + Math.floor((monthFromYear - 1) / 12);
  const month = ((monthFromYear - 1) % 12) + 1;
  const day = endOfSpanWords.test(part) ? daysIn(year, month) : middleOfSpanWords.test(part) ? 15 : 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The words for one to six, in English, German, French and Italian. */
const numbers = [
  "a|an|one|ein|einem|einer|eine|un|une|uno|una",
  "two|zwei|deux|due",
  "three|drei|trois|tre",
  "four|vier|quatre|quattro",
  "five|funf|cinq|cinque",
  "six|sechs|sei",
].map((words) => words.split("|"));
const span =
  /^(?:(?:the )?(?:next|coming|following) )?(\p{L}{1,7}|\d{1,2}) (?:(day|tag|jour|giorn)|(week|woche|semaine|settiman)|(month|monat|mois|mes))(?:e?[sn]|[aeio])?$/u;

/** `friday 13th`: the next day with this number, if it is that day of the week */
function weekdayOfMonth(plain: string, date: string): string | undefined {
  const [, name, number = ""] = /^(\p{L}{3,12})\.? (?:the )?(\d{1,2})(?:st|nd|rd|th|\.)?$/u.exec(plain) ?? [];
  const weekday = name === undefined ? undefined : weekdayOf(name);
  const found = weekday === undefined ? undefined : dayOfMonth(`${number}th`, date);
  return found !== undefined && weekdayAt(found) === weekday ? found : undefined;
}

/** `q1`, `end of q1 2027`: the last day of a quarter */
function endOfQuarter(plain: string, date: string): string | undefined {
  const [, number, year] = /^(?:end of |ende )?(?:the )?q([1-4])(?:,? (\d{4}))?$/.exec(plain) ?? [];
  if (number === undefined) return undefined;
  const endIn = (ofYear: string): string => dayInMonth(`${ofYear}-01-01`, 3 * Number(number), "end");
  if (year !== undefined) return endIn(year);
  const found = endIn(date.slice(0, 4));
  return found < date ? endIn(String(Number(date.slice(0, 4)) + 1)) : found;
}

/** `week 12`, `end of week 12`, `kw 12`: the Friday of a week of ISO 8601 */
function calendarWeek(plain: string, date: string): string | undefined {
  const [, number] =
    /^(?:end of |ende )?(?:calendar )?(?:week|wk|kw|semaine|settimana) (\d{1,2})$/.exec(plain) ?? [];
  const week = Number(number);
  if (!(week >= 1 && week <= 53)) return undefined;
  const year = Number(date.slice(0, 4));
  const found = fridayOf(year, week);
  return found < date ? fridayOf(year + 1, week) : found;
}

/** The first week is the one with 4 January. */
function fridayOf(year: number, week: number): string {
  const fourth = `${year}-01-04`;
  return plusDays(fourth, 5 - (weekdayAt(fourth) || 7) + (week - 1) * 7);
}

/** `two weeks`, `10 days`, `a month` */
function spanEnd(phrase: string, date: string): string | undefined {
  const [, count = "", day, week, month] = span.exec(plainLetters(typedText(phrase))) ?? [];
  if ((day ?? week ?? month) === undefined) return undefined;
  const number = /^\d/.test(count) ? Number(count) : 1 + numbers.findIndex((words) => words.includes(count));
  if (number === 0) return undefined;
  if (month === undefined) return plusDays(date, number * (week === undefined ? 1 : 7));
  const first = dayInMonth(date, Number(date.slice(5, 7)) + number, "beginning");
  const last = daysIn(Number(first.slice(0, 4)), Number(first.slice(5, 7)));
  return first.slice(0, 8) + String(Math.min(last, Number(date.slice(8)))).padStart(2, "0");
}

/**
 * A date of the calendar, or the last day of a range; without a year, the first one that is not before `date`.
 * @returns undefined for a version or a fraction, and where day and month may be exchanged
 */
function calendarDate(text: string, date: string): string | undefined {
  const phrase = text.trim();
  if (!/\d/.test(phrase) || isOtherNumber(phrase)) return undefined;
  const days = readDates(phrase, date)
    .filter(({ rest, otherWeekday }) => rest === undefined && otherWeekday === undefined)
    .map((reading) => reading.endDate ?? reading.date)
    .sort();
  const within = (limit: number) => days.filter((day) => day >= date && day <= plusDays(date, limit));
  const hasYear = /\d{4}|\d[./-]\d{1,2}[./-]\d\d$/.test(phrase);
  const soon = (hasYear ? [] : soonDays).map(within).find((found) => found.length > 0) ?? [];
  const candidates = soon.length > 0 ? soon : days;
  if (new Set(candidates.map((day) => day.slice(5))).size > 1) return undefined;
  // `Wed 10 March`, which is a Tuesday this year
  if (!hasYear && soon.length === 0 && weekdayOf(/^\p{L}+/u.exec(phrase)?.[0] ?? "") !== undefined)
    return undefined;
  return candidates.find((day) => day >= date) ?? candidates[0];
}

/** The days after a meeting within which a date without a year is expected, the likelier ones first. */
const soonDays = [45, 150] as const;

/** `12`, `1.25`, `9-13`, `1/2`: numbers that are no date without a year, and versions such as `1.25.6` */
function isOtherNumber(text: string): boolean {
  const [, left = "", mark, right = ""] = /^(\d{1,2})(?:([./-])(\d{1,2}))?$/.exec(text) ?? [];
  if (left === "") return /^\d{1,2}\.\d{1,3}\.\d$/.test(text);
  return mark !== "/" || (Number(left) < Number(right) && Number(right) <= 10);
}

function weekdayAt(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
