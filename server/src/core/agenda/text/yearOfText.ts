/** The year that a text has in its head, for its dates without a year. */
import type { AgendaLine } from "../lines/agendaLines";
import { dateInText } from "../lines/dateInText";
import { maxAgendaLine } from "../lines/lineLimits";
import { isNextMeeting } from "../lines/nextMeetingLine";

/** Maximum number of lines of a head. */
const maxHeadLines = 40;

/**
 * The first date with its year above the entries, otherwise a day early in the year that is written alone: `HEPiX Spring 2026`.
 * @returns ISO 8601
 */
export function dateOfHead(lines: readonly AgendaLine[], subject = ""): string | undefined {
  const isEntry = ({ time, bullet, label }: AgendaLine): boolean =>
    time !== undefined || (bullet !== undefined && !label);
  const end = lines.findIndex(isEntry);
  const head = lines.slice(0, Math.min(end < 0 ? maxHeadLines : end, maxHeadLines));
  const texts = [subject, ...head.map(({ text }) => text)].filter(
    (text) => text !== "" && text.length <= maxAgendaLine && !text.includes("|"),
  );
  const isNext = (text: string): boolean => isNextMeeting(text, false);
  for (const text of [...texts.filter((text) => !isNext(text)), ...texts.filter(isNext)]) {
    const read = dateInText(text, undefined);
    if (read?.date !== undefined) return read.date;
  }
  const years = texts.flatMap((text) => text.match(/(?<![\p{L}\d/.:-])20[1-4]\d(?![\p{L}\d/.:-])/gu) ?? []);
  return years.length > 0 && new Set(years).size === 1 ? `${years[0]}-02-15` : undefined;
}
