/** Entries with a start and an end that contain the entries below them are sessions. */
import type { BuiltAgenda, BuiltEntry } from "./agendaBuilder";

const sessionWord = /^(?:(?:parallel |plenary )?session|sitzung|séance|sessione|sesión|track|block|bloc)\b/i;

/** Maximum number of entries of a session that is found by its times. */
const maxChildren = 500;

/**
 * @param hasDurations true if entries have a duration beside their end, as on a page of Indico: there, one with an end alone
 *   is a session
 */
export function groupSessions(agenda: BuiltAgenda, hasDurations: boolean): void {
  const { entries } = agenda;
  const titles = new Set(agenda.sessions.map(({ title }) => title));
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at];
    if (!entry || entry.isBreak || entry.start === undefined || entry.duration === undefined || !entry.hasEnd)
      continue;
    const isAlone = hasDurations && !entry.hasOwnDuration;
    const children = childrenOf(entries, at, isAlone);
    if (children.length > 0 || isAlone) makeSession(agenda, entry, children, titles);
  }
  agenda.entries = entries.filter(({ isSession }) => !isSession);
}

function childrenOf(entries: readonly BuiltEntry[], at: number, isSession: boolean): readonly BuiltEntry[] {
  const entry = entries[at];
  const [first, second] = [entries[at + 1], entries[at + 2]];
  if (!entry || !first || !isInside(first, entry)) return [];
  const isDeeper = first.indent > entry.indent;
  const isFirst = first.start === entry.start && !first.isBreak;
  const isShorter =
    first.duration !== undefined
      ? first.duration < (entry.duration ?? 0)
      : second !== undefined && isInside(second, entry);
  const isNamed = sessionWord.test(entry.title) && isFirst;
  if (!isSession && !(isDeeper || isNamed || (isFirst && isShorter))) return [];
  const children: BuiltEntry[] = [];
  for (let next = at + 1; next < entries.length && children.length < maxChildren; next++) {
    const child = entries[next];
    if (!child || !isInside(child, entry) || (isDeeper && child.indent <= entry.indent)) break;
    if (isSession && child.hasEnd) break;
    children.push(child);
  }
  return children;
}

function isInside(child: BuiltEntry, entry: BuiltEntry): boolean {
  if (child.start === undefined || entry.start === undefined || child.date !== entry.date) return false;
  const end = entry.start + (entry.duration ?? 0);
  return child.start >= entry.start && child.start < end && child.start + (child.duration ?? 0) <= end;
}

function makeSession(
  agenda: BuiltAgenda,
  entry: BuiltEntry,
  children: readonly BuiltEntry[],
  titles: Set<string>,
): void {
  const { title, date, start, duration, place, url } = entry;
  entry.isSession = true;
  for (const child of children) child.session = title;
  if (titles.has(title)) return;
  titles.add(title);
  agenda.sessions.push({
    title,
    conveners: [...entry.chairs, ...entry.speakers],
    ...(date !== undefined && { date }),
    ...(start !== undefined && { start }),
    ...(duration !== undefined && { duration }),
    ...(place !== undefined && { place }),
    ...(url !== undefined && { url }),
  });
}
