/** Reads times of day and their ranges as people write them. */
import { plainLetters, typedText } from "../text/typedText";
import { readDurations } from "./readDurations";
import { minuteOfDay, timeOfDay } from "./timeOfDay";

export interface TimeReading {
  /** `09:30` */
  readonly start: string;
  /** minutes, if the end or the duration is written too */
  readonly duration?: number;
  /** false if a part is a guess or is left out */
  readonly isCertain: boolean;
}

const minutesOfDay = 24 * 60;

/** @returns the possible readings of `9h30`, `2:15 PM` or `14:00-14:30`; two for `3`; empty for any other text */
export function readTimes(text: string): readonly TimeReading[] {
  const { time, isComplete } = withoutRemarks(plainLetters(typedText(text)));
  const single = clockReadings(time).map((minute) => ({ start: timeOfDay(minute) }));
  const ranges = [...minutesAfterStart(time), ...rangeReadings(time)];
  const readings = uniqueReadings([...single, ...ranges, ...(single.length > 0 ? [] : withDuration(time))]);
  return readings.map((reading) => ({ ...reading, isCertain: isComplete && readings.length === 1 }));
}

/** @returns minutes from the start to the end, `10:30` or `11 am`; undefined if the end cannot be read */
export function durationUntil(start: string, end: string): number | undefined {
  const from = minuteOfDay(start);
  const [until, ...others] = clockReadings(withoutRemarks(plainLetters(typedText(end))).time);
  if (from === undefined || until === undefined) return undefined;
  const later = [until, ...others].find((minute) => minute > from);
  if (later === undefined && others.length > 0) return undefined;
  return minutesBetween(from, later ?? until);
}

type Reading = Omit<TimeReading, "isCertain">;

/** `14:00 (CET)`, `at 9:30`, `9.30 Uhr` */
function withoutRemarks(text: string): { readonly time: string; readonly isComplete: boolean } {
  const time = text
    .replace(/^(?:at|from|starts?(?: at)?|ab|um|a|@|von|de) ?(?=\d|noon)/, "")
    .replace(/ ?(?:uhr|o'clock|hrs|hours|heures|h)$/, hourOnly);
  const certain = time
    .replace(/^(?:~|ca\.?|c\.|about|around|approx\.?) ?/, "")
    .replace(/^\d{4}-\d{2}-\d{2}(?:t|,? (?:at )?)(?=\d)/, "")
    // bounded: 100 characters (typedText)
    .replace(/ ?(?:\?+|-|\((?![+\d])[^()]{1,40}\))$/, "")
    .replace(
      /(?<=[\dm]) ?(?:(?:utc|gmt)(?:[+-]\d{1,2})?|ces?t|mes?z|bst|[ecmp][sd]?t|jst|geneva|cern|local|z)(?: time)?$/,
      "",
    );
  return { time: certain, isComplete: certain === time };
}

/** `9h` keeps its letter; `9:30 h` and `9 Uhr` are complete without the word. */
function hourOnly(word: string, offset: number, text: string): string {
  return word === "h" && /\d$/.test(text.slice(0, offset)) && !/[:.]/.test(text) ? word : "";
}

const names: Readonly<Record<string, number>> = {
  noon: 720,
  "12 noon": 720,
  midday: 720,
  mittag: 720,
  midi: 720,
  mezzogiorno: 720,
  midnight: 0,
  mitternacht: 0,
  minuit: 0,
};

/** Minutes after midnight; two for an hour from 1 to 6 without `am` or `pm`, afternoon first. */
function clockReadings(text: string): readonly number[] {
  const named = Object.hasOwn(names, text) ? names[text] : undefined;
  if (named !== undefined) return [named];
  const [, hourText = "", minuteText = "0", half] =
    /^(\d{1,2}?)(?:(?: ?[:;.h,-] ?| )?(\d{2})(?:[:.]00)?| ?h)? ?([ap]\.? ?m)?\.?$/.exec(text) ?? [];
  if (hourText === "") return [];
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return [];
  if (half !== undefined) return hour > 12 && half.startsWith("a") ? [] : [inHalf(hour, half) * 60 + minute];
  const isGuess = hour >= 1 && hour <= 6 && hourText.length === 1;
  const own = (hour % 24) * 60 + minute;
  return isGuess ? [own + minutesOfDay / 2, own] : [own];
}

/** The hour of 24 for `2 pm` and `12 am` */
function inHalf(hour: number, half: string): number {
  if (hour > 12) return hour;
  return (hour % 12) + (half.startsWith("p") ? 12 : 0);
}

/** Maximum minutes between the two times of a range. */
const maxRange = 12 * 60;

/** `14:00-14:30`, `2 to 2:30 pm` */
function rangeReadings(text: string): readonly Reading[] {
  const [startText = "", endText = "", ...others] = text.split(
    / ?(?:-+>?|[→/]| to | until | till | bis | a ) ?/,
  );
  if (endText === "" || others.length > 0) return [];
  const half = / ?[ap]\.? ?m\.?$/.exec(endText)?.[0];
  const ends = clockReadings(endText);
  const own = clockReadings(startText);
  const inherited = half === undefined ? [] : clockReadings(startText + half);
  const starts = inherited.some((start) => ends.some((end) => start < end)) ? inherited : own;
  const pairs = starts.flatMap((start) =>
    ends.map((end) => ({ start, duration: minutesBetween(start, end) })),
  );
  const later = pairs.filter(({ start, duration }) => duration > 0 && start + duration < minutesOfDay);
  const likely = (later.length > 0 ? later : pairs).filter(
    ({ duration }) => duration > 0 && duration <= maxRange,
  );
  const likeliest = ends.length > 1 || starts.length > 1 ? withMinDuration(likely) : likely;
  return likeliest.map(({ start, duration }) => ({ start: timeOfDay(start), duration }));
}

/** `9:30/20`, whose number may be minutes; `9:30-11` has an end. */
function minutesAfterStart(text: string): readonly Reading[] {
  const [, startText = "", minutes = ""] = /^(\d{1,2}[:.h]\d{2}) ?\/ ?(\d{1,3})$/.exec(text) ?? [];
  const duration = Number(minutes);
  if (duration < 5 || duration > maxRange) return [];
  return clockReadings(startText).map((start) => ({ start: timeOfDay(start), duration }));
}

/** `11:30-1:30` has its end in the afternoon; `2-3` may be in the morning or in the afternoon. */
function withMinDuration<T extends { readonly duration: number }>(pairs: readonly T[]): readonly T[] {
  const minDuration = Math.min(...pairs.map(({ duration }) => duration));
  return pairs.filter(({ duration }) => duration === minDuration);
}

function minutesBetween(start: number, end: number): number {
  return (end - start + minutesOfDay) % minutesOfDay;
}

/** `14:00 (20')`, `14:00, 20 min` */
function withDuration(text: string): readonly Reading[] {
  const [, clock = "", rest = ""] =
    /^([\d:.h]+(?: ?[ap]\.?m\.?)?)(?:,? \(?|, ?|\()([^()]+)\)?$/.exec(text) ?? [];
  const [duration, ...others] = /[a-z']/.test(rest) ? readDurations(rest.replace(/^\+ ?/, "")) : [];
  if (!duration || others.length > 0) return [];
  return clockReadings(clock).map((minute) => ({ start: timeOfDay(minute), duration: duration.minutes }));
}

function uniqueReadings(readings: readonly Reading[]): readonly Reading[] {
  const keys = readings.map(({ start, duration }) => `${start} ${duration ?? ""}`);
  return readings.filter((_, at) => keys.indexOf(keys[at] ?? "") === at);
}
