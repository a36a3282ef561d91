/** Reads durations as people write them. */

import { numberOfWord } from "../text/numberWords";
import { plainLetters, typedText } from "../text/typedText";

export interface DurationReading {
  readonly minutes: number;
  /** false if a part is a guess or is left out */
  readonly isCertain: boolean;
}

/** @returns the possible readings of `1h30`, `20+5` or `half an hour`; two for `20-25`; empty for any other text */
export function readDurations(text: string): readonly DurationReading[] {
  const written = plainLetters(typedText(text)).replaceAll("½", "1/2");
  const bare = written.replace(
    /^(?:~|ca\.?|c\.|about|around|approx\.?|approximately|max\.?|up to|circa) ?/,
    "",
  );
  const plain = bare
    .replaceAll(/ (?:talk|presentation|q&a|questions?|discussion|long|each|total|in total)\b/g, "")
    // `1:30h`
    .replace(/^(\d{1,2}:\d\d) ?h(?:ours?|rs?)?$/, "$1");
  const [, withoutRemark = plain] = /^(.*[^\s?]) ?(?:\([^()+]*\)|\?+)$/.exec(plain) ?? [];
  // `20+5` is a talk and its discussion, `10:30` may be minutes and seconds
  const isCertain = withoutRemark === written && !/\+|plus|^[2-9]:|^\d{2}:/.test(written);
  const minutes = sumOf(withoutRemark);
  if (minutes !== undefined)
    return [{ minutes, isCertain }, ...secondReading(withoutRemark)].map(toUncertain);
  const bounds = withoutRemark.split(/ ?(?:-| to | or ) ?/);
  const both = bounds.map((bound) => minutesOf(withUnitOf(bounds.at(-1) ?? "", bound)));
  if (bounds.length !== 2 || both.some((bound) => bound === undefined)) return [];
  return both.map((bound) => ({ minutes: bound ?? 0, isCertain: false }));
}

/** With two readings none is certain. */
function toUncertain(reading: DurationReading, _: number, all: readonly DurationReading[]): DurationReading {
  return all.length > 1 ? { ...reading, isCertain: false } : reading;
}

/** `20:00` may be minutes and seconds, `1.30 h` an hour and 30 minutes. */
function secondReading(text: string): readonly DurationReading[] {
  const minutes = Number(/^(\d{2}):00$/.exec(text)?.[1] ?? 0);
  if (minutes >= 5 && minutes < 24) return [{ minutes, isCertain: false }];
  const [, hours, more] = /^(\d)[.,]([0-5]\d) ?h/.exec(text) ?? [];
  return hours === undefined ? [] : [{ minutes: Number(hours) * 60 + Number(more), isCertain: false }];
}

/** `1-2h`: the unit is that of both bounds. */
function withUnitOf(last: string, bound: string): string {
  const unit = /^[\d.,]+ ?([a-z']+)\.?$/.exec(last)?.[1];
  return unit !== undefined && /^[\d.,]+$/.test(bound) ? `${bound} ${unit}` : bound;
}

/** `20+5` and `20' (+5')` */
function sumOf(text: string): number | undefined {
  const parts = text.replaceAll(/[()]/g, " ").split(/ ?(?:\+| plus ) ?/);
  if (parts.length > 4) return undefined;
  let sum = 0;
  for (const part of parts) {
    const minutes = minutesOf(withUnitOf(parts.at(-1) ?? "", part.trim()));
    if (minutes === undefined) return undefined;
    sum += minutes;
  }
  return sum;
}

const phrases: readonly (readonly [RegExp, number])[] = [
  [/^(?:(?:an?|one) )?quarter(?: of an)? hour$/, 15],
  [/^(?:an? )?half(?: an| a)?[ -]hour$/, 30],
  [/^(?:(?:three|3) quarters of an|3\/4) ?h(?:our)?$/, 45],
  [/^(?:1\/2|half) ?h(?:our)?$/, 30],
  [/^an? hour$/, 60],
  [/^(?:(?:an?|one) hour and a half|(?:one|1) and a half hours?|1 ?1\/2 ?h(?:ours?)?)$/, 90],
  [/^eine?r? halbe? stunde$|^une? demi-?heure$|^halbe stunde$|^mezz'?ora$|^media hora$/, 30],
  [/^eine stunde$|^une heure$|^un'ora$|^una hora$/, 60],
];

const unitOfMinutes = "(?:minutes?|minuten|minuti|minutos|mins?|mn|m|'|'')";
const unitOfHours = "(?:hours?|hrs?|h|std|stunden?|heures?|ore|ora|horas?)";
const number = "(\\d{1,5}(?:[.,]\\d{1,3})?)";
const inMinutes = new RegExp(`^${number} ?-?${unitOfMinutes}?\\.?$`);
const inHours = new RegExp(
  `^${number} ?-?${unitOfHours}\\.?(?:,? ?(?:and |und |et |e |y )?(\\d{1,2}) ?${unitOfMinutes}?\\.?)?$`,
);

/** Undefined for 0 minutes too: a duration must be more than 0. */
function minutesOf(text: string): number | undefined {
  const minutes = minutesIn(text);
  return minutes !== undefined && minutes > 0 ? minutes : undefined;
}

function minutesIn(text: string): number | undefined {
  const phrase = phrases.find(([pattern]) => pattern.test(text));
  if (phrase) return phrase[1];
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(text) ?? [];
  // `90:00` is minutes and seconds
  if (Number(hours ?? 0) >= 24) return minutes === "00" ? Number(hours) : undefined;
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  const [, isoHours, isoMinutes] = /^pt(?:(\d{1,2})h)?(?:(\d{1,3})m)?$/.exec(text) ?? [];
  if (isoHours !== undefined || isoMinutes !== undefined)
    return Number(isoHours ?? 0) * 60 + Number(isoMinutes ?? 0);
  const digits = withDigits(text);
  const ofMinutes = inMinutes.exec(digits)?.[1];
  if (ofMinutes !== undefined) return decimal(ofMinutes);
  const [, ofHours, more = "0"] = inHours.exec(digits) ?? [];
  return ofHours === undefined ? undefined : Math.round(decimal(ofHours) * 60 * 100) / 100 + Number(more);
}

/** `twenty minutes` as `20 minutes` */
function withDigits(text: string): string {
  const [, word = "", rest = ""] = /^([a-z]+(?:-[a-z]+)?)( [a-z]+\.?|)$/.exec(text) ?? [];
  const value = numberOfWord(word);
  return value === undefined ? text : `${value}${rest}`;
}

function decimal(text: string): number {
  return Number(text.replace(",", "."));
}
