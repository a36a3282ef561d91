/** Plain lines above entries that are headings of sessions: `Storage (chair: A. Forti)`, `Afternoon session`. */
import { isBreakTitle } from "../../text/breakTitle";
import type { AgendaLine } from "../lines/agendaLines";
import { withoutBreakMarks } from "../lines/breakMarks";
import { readEntryText, type TextHabits } from "../lines/entryText";
import {
  headDate,
  isAddressed,
  isAgendaLabel,
  isClosing,
  isDayRest,
  isGreeting,
  isPlaceText,
  isProse,
  zoneIn,
} from "../lines/headLine";
import { readPeople } from "../lines/readPeople";

const maxWords = 10;

/** Maximum number of words of a heading with a word such as `session`. */
const maxNamedWords = 5;

/** UTF-16 units from which a line may continue in the next one. */
const fullLine = 60;

/** Maximum number of lines in which the first heading is searched for. */
const maxHeadLines = 100;

const sessionName = /(?<!\p{L})(?:sessions?|sitzung|séance|sessione|sesión|track|block|bloc)(?!\p{L})/iu;

const refreshmentPlace =
  /(?<!\p{L})(?:restaurant|cafeteria|canteen|mensa|kantine|foyer|lobby|kitchen|terrace|cantine|hall|r[12])(?!\p{L})/iu;

/** True for a line that may be the heading of a session, wherever it is. */
export function isPlainHeading(line: AgendaLine): boolean {
  const { body, bullet, indent } = line;
  return (
    bullet === undefined &&
    indent === 0 &&
    !isProse(body) &&
    !isAddressed(body) &&
    body.split(" ").length <= maxWords &&
    !isBreakTitle(withoutBreakMarks(body))
  );
}

/** `Morning session`, `Afternoon` */
export function isNamedSession({ body, bullet }: AgendaLine): boolean {
  const isNamed = sessionName.test(body) || isDayRest(body);
  return (
    bullet === undefined && isNamed && /^[\p{Lu}\d]/u.test(body) && body.split(" ").length <= maxNamedWords
  );
}

/**
 * True for a heading of a session without a blank line above it: below a break, less indented than the bullets above it,
 * or with a word such as `session`.
 * @param at index of a line with a timed entry below it
 */
export function isHeadingBelowEntry(
  lines: readonly AgendaLine[],
  at: number,
  { habits, today }: { readonly habits: TextHabits; readonly today: string | undefined },
): boolean {
  const [above, line] = [lines[at - 1], lines[at]];
  if (!above || !line || above.text === "" || !isPlainHeading(line) || !isTitle(line, habits, today))
    return false;
  if (isNamedSession(line)) return true;
  const { title } = readEntryText(above.body, habits);
  if (isBreakTitle(withoutBreakMarks(title))) return !refreshmentPlace.test(line.body);
  if (above.bullet === undefined || above.text.length >= fullLine) return false;
  return (
    above.indent > line.indent ||
    readEntryText(line.body, habits).chairs.length > 0 ||
    hasHeadedBullets(lines, habits, today)
  );
}

/** True if a heading is directly above the first timed bullet, below a blank line. */
function hasHeadedBullets(
  lines: readonly AgendaLine[],
  habits: TextHabits,
  today: string | undefined,
): boolean {
  const first = lines.slice(0, maxHeadLines).findIndex(({ time }) => time !== undefined);
  const heading = lines[first - 1];
  if (!heading || heading.text === "" || lines[first]?.bullet === undefined) return false;
  return lines[first - 2]?.text === "" && isHeadingOfFirst(heading, { habits, today });
}

function isTitle(line: AgendaLine, habits: TextHabits, today: string | undefined): boolean {
  const { body } = line;
  return (
    line.time === undefined &&
    line.label === undefined &&
    /^[\p{Lu}\d]/u.test(body) &&
    !/https?:/.test(body) &&
    !isGreeting(body) &&
    !isClosing(line) &&
    !isAgendaLabel(body) &&
    !isPlaceText(readEntryText(body, habits).title) &&
    headDate(body, today) === undefined &&
    (isNamedSession(line) || (readPeople(body, habits.words)?.certainty ?? 0) < 2)
  );
}

/** True for a line of the head that may be a session: not the zone of its times. */
export function isHeadingOfFirst(
  line: AgendaLine,
  { habits, today }: { readonly habits: TextHabits; readonly today: string | undefined },
): boolean {
  return isPlainHeading(line) && isTitle(line, habits, today) && zoneIn(line.body, today) === undefined;
}
