/** The time of day of a line: at its start, `14:00 - 14:20 Introduction`, or at its end, `Introduction, 14:00-14:05`. */
import { readTimes } from "../../time/readTimes";
import { minuteOfDay } from "../../time/timeOfDay";

export interface LineTime {
  /** the possible starts, minutes after midnight; the likeliest first */
  readonly starts: readonly { readonly start: number; readonly duration?: number }[];
  /** true if the number may be something else: `9.50`, a price or the number of a section */
  readonly isWeak: boolean;
  /** true if the end is written */
  readonly hasEnd: boolean;
}

export interface TimedText {
  readonly time: LineTime;
  /** the line without the time and the marks between them */
  readonly rest: string;
}

const half = "(?: ?[ap]\\.?m\\b\\.?)";
const clock = `\\d{1,2}(?: ?[:.h] ?[0-5]\\d(?![\\d%])${half}?|${half}| ?h(?![\\p{L}\\d]))`;
const compact = "[0-2]\\d[0-5]\\d";
const dash = "\\s?(?:-{1,2}>?|[–—→]|to|until|till|bis|à|au|alle|a)\\s?";
const before =
  "(?:(?:(?:d?alle )?ore|at|from|de|von|dalle|alle|ab|um|à|dès|vers|gegen|a las|às|h\\.?) ?(?=\\d)|[@~] ?)?";
const unit = "(?: ?(?:uhr|hrs|h)(?!\\p{L}))?";

const range = new RegExp(`^${before}(${clock}|\\d{1,2})${unit}${dash}(${clock})${unit}`, "iu");
const compactRange = new RegExp(`^(${compact})h?\\s?[-–—]\\s?(${compact})h?(?!\\d)`, "iu");
const single = new RegExp(`^${before}(${clock})${unit}`, "iu");
/** `4:00 PM 4:05 PM`, as a page is copied without its arrow. */
const twoClocks = new RegExp(`^(${clock}) (${clock})$`, "iu");
const compactSingle = /^(0\d[0-5]\d)(?=\s)/;

const otherUnit =
  "(?! ?(?:%|percent|prozent|\\+|x\\b|min|sec|sek|tage|days|jours|giorni|wochen|weeks|jahre|years|people|sites))";
const hourUnit = "(?:uhr|heures?|hours?)";
/** `10 Uhr 30`, `10 h 30`, `10 heures` */
const hourAndMinutes = new RegExp(
  `(?<!\\d)(\\d{1,2}) ?(?:${hourUnit}|h) ?([0-5]\\d)(?!\\d| ?['′]|[.,]\\d|${hourUnit})${otherUnit}`,
  "giu",
);
const hourAlone = new RegExp(
  `(?<![\\d:.])(\\d{1,2}) ?${hourUnit}(?!\\p{L}| (?:de|of|par|per|pro|au|lang|du|ago)\\b)`,
  "giu",
);
const hourAfterWord = new RegExp(
  `^(?:(?:alle|dalle|ore|alle ore|dalle ore|um|gegen|ab) )(\\d{1,2})(?![\\d.h/]|:\\d|\\.? ?\\p{L}{3,9}\\.? \\d{4}| ?[ap]\\.?m\\b| uhr)${otherUnit}`,
  "iu",
);

/** The start of a text with hours such as `10 heures` as clock times: `10 Uhr 30` is `10:30`. */
function withClockTimes(text: string): string {
  if (!/^(?:\p{L}{1,6} ){0,2}\d/u.test(text)) return text;
  const start = text.slice(0, maxTimeText);
  const written = start
    .replaceAll(hourAndMinutes, (matched: string, hour: string, minutes: string, at: number) =>
      isNearStart(start, at) ? `${hour}:${minutes}` : matched,
    )
    .replaceAll(hourAlone, (matched: string, hour: string, at: number) =>
      isNearStart(start, at) ? `${hour}:00` : matched,
    )
    .replace(hourAfterWord, (matched: string, hour: string) => `${matched.slice(0, -hour.length)}${hour}:00`)
    .replace(/^(\p{L}+ (?:ore )?\d{1,2}:\d{2} (?:alle|bis|à) (?:ore )?)(\d{1,2})(?![\d:.h])/iu, "$1$2:00");
  return written + text.slice(start.length);
}

/** Maximum UTF-16 units of the times at the start of a line. */
const maxTimeText = 40;

/** True if only a time or one or two short words are before the offset. */
function isNearStart(text: string, offset: number): boolean {
  return /^(?:\p{L}{1,6} ){0,2}(?:\d{1,2}(?:[:.h]\d{2})? ?(?:uhr|h)? ?(?:[-–—]|bis|à|to|alle) ?)?$/iu.test(
    text.slice(0, offset),
  );
}

/** Characters that cannot follow a time: seconds, a decimal, a date, a port, a unit. */
const continued = /^(?:[:.,]?\d|[%€$£]| ?(?:GB|MB|kB|TB|km|kg|s\b|ms\b|percent)|[/_]\w|\.\w)/;

/** The marks between a time and its text. */
const separator = /^\*?\s*(?:\((?:[A-Z]{2,5}(?:[+-]\d{1,2})?)\))?\s*(?:[:;,|)\]]|[-–—](?=\s)|[.](?=\s))*\s*/;

/** @param text at most 500 UTF-16 units */
export function timeAtStart(text: string): TimedText | undefined {
  const bare = withClockTimes(text.replace(/^[[(*_`]{1,3}(?=[\d@~])/, ""));
  const found = range.exec(bare) ?? compactRange.exec(bare);
  if (found) {
    const { 0: matched, 1: from = "", 2: until = "" } = found;
    return timed(readingsOf(from, until), from, bare.slice(matched.length), true);
  }
  const two = twoClocks.exec(bare);
  if (two) return timed(readingsOf(two[1] ?? "", two[2] ?? ""), two[1] ?? "", "", true);
  const one = single.exec(bare) ?? compactSingle.exec(bare);
  return one ? timed(readingsOf(one[1] ?? ""), one[1] ?? "", bare.slice(one[0].length), false) : undefined;
}

function timed(
  starts: LineTime["starts"],
  from: string,
  rest: string,
  hasEnd: boolean,
): TimedText | undefined {
  if (starts.length === 0 || continued.test(rest) || /^\p{L}/u.test(rest)) return undefined;
  if (/^\d{1,2} ?h$/i.test(from) && /^ (?:of|de|per|par|pro|für|for) /i.test(rest)) return undefined;
  const isWeak = /^\d{1,2} ?\.|^\d{4}$/.test(from) && !/^\s?(?:uhr|h)\b/i.test(rest) && !hasEnd;
  const text = rest.replace(/^\*\*(?!\*)/, "").replace(separator, "");
  return { time: { starts, isWeak, hasEnd }, rest: text.replace(/^(?:[-–—:|]|--)\s+/, "") };
}

function readingsOf(from: string, until?: string): LineTime["starts"] {
  const [start, end] = [from, until].map((part) =>
    part?.replace(/^(\d\d)(\d\d)$/, "$1:$2").replaceAll(/ ?([:.h]) ?(?=\d)/gi, "$1"),
  );
  // `10-11:00`, where the hour alone is no minute
  const isHour = /^\d{1,2}$/.test(start ?? "") && /^\d{1,2}:\d{2}$/.test(end ?? "");
  const readings = readTimes(end === undefined ? (start ?? "") : `${start}${isHour ? ":00" : ""}-${end}`);
  return readings.flatMap(({ start: text, duration }) => {
    const minute = minuteOfDay(text);
    return minute === undefined ? [] : [{ start: minute, ...(duration !== undefined && { duration }) }];
  });
}

const atEnd = new RegExp(
  `(?:,|\\s[-–—@]|:|\\bat)\\s?[([]?(${clock}(?:${dash}${clock})?)${unit}[)\\]]?$|[([](${clock}(?:${dash}${clock})?)${unit}[)\\]]$`,
  "iu",
);

/** @param text at most 500 UTF-16 units */
export function timeAtEnd(text: string): TimedText | undefined {
  const found = atEnd.exec(text);
  const written = found?.[1] ?? found?.[2];
  if (!found || written === undefined) return undefined;
  const title = text.slice(0, found.index).trim();
  const read = timeAtStart(written);
  return read && title !== "" && read.rest === "" ? { time: read.time, rest: title } : undefined;
}
