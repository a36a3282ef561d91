/** Items without a time above the first item with one in the same list: `- Approval of the minutes`. */
import type { AgendaLine } from "../lines/agendaLines";
import { isAgendaLabel, isGreeting, isProse } from "../lines/headLine";

/** Maximum number of lines from the first item of a list to its first item with a time. */
const maxAbove = 40;

/**
 * @param at index of the item
 * @param hasLabel true if the word for the agenda is above: a blank line may be between the items then
 * @returns true if an item of its list below it has a time
 */
export function isAboveTimedItem(lines: readonly AgendaLine[], at: number, hasLabel: boolean): boolean {
  const item = lines[at];
  if (!item || item.time || item.label || !isTitle(item.body)) return false;
  if (item.bullet === undefined) return isBelowLabel(lines, at);
  const timed = timedItemBelow(lines, at, item);
  return (
    timed !== undefined &&
    (hasLabel || isNumbered(item) || isLoose(lines, timed) || !hasBlank(lines, at, timed))
  );
}

/** True for a line without a bullet between `Agenda:` and the first time, without blank lines. */
function isBelowLabel(lines: readonly AgendaLine[], at: number): boolean {
  let above = at - 1;
  while (at - above <= maxAbove && isPlain(lines[above]) && !isLabel(lines[above])) above--;
  let below = at + 1;
  while (below - at <= maxAbove && isPlain(lines[below]) && !lines[below]?.time) below++;
  return isLabel(lines[above]) && lines[below]?.time !== undefined;
}

function isPlain(line: AgendaLine | undefined): boolean {
  return (
    line !== undefined && line.text !== "" && line.bullet === undefined && !line.label && !line.isHeading
  );
}

function isLabel(line: AgendaLine | undefined): boolean {
  return line?.text.endsWith(":") === true && isAgendaLabel(line.body);
}

function isTitle(body: string): boolean {
  return /\p{L}/u.test(body) && !isProse(body) && !isGreeting(body);
}

function timedItemBelow(lines: readonly AgendaLine[], at: number, item: AgendaLine): number | undefined {
  for (let below = at + 1; below <= at + maxAbove; below++) {
    const line = lines[below];
    if (!line || line.isHeading) return undefined;
    if (line.text === "" || line.indent > item.indent) continue;
    if (line.indent < item.indent || line.bullet !== item.bullet) return undefined;
    if (line.time) return below;
  }
  return undefined;
}

function isNumbered({ bullet = "" }: AgendaLine): boolean {
  return /[\da-z]/i.test(bullet);
}

/** True if a blank line is below the item as well. */
function isLoose(lines: readonly AgendaLine[], timed: number): boolean {
  return lines[timed + 1]?.text === "" && lines[timed + 2]?.bullet !== undefined;
}

function hasBlank(lines: readonly AgendaLine[], from: number, to: number): boolean {
  return lines.slice(from, to).some(({ text }) => text === "");
}
