/** The names of sessions that an update changes, or that a new list of sessions would lack. */

import { comparableSession, type ScheduleDefaults, sessionOf } from "../../document/itemDay";
import type { ItemSummary } from "../../document/itemSummary";
import type { AgendaEntry, AgendaSession } from "../agenda";
import type { DraftChange } from "./change";
import type { FileEntry } from "./fileEntries";
import type { Schedule } from "./schedule";

/** The new name of the session of an item; undefined if its session keeps its name. */
type RenamedSession = (item: ItemSummary) => string | undefined;

/**
 * @param renames changes of entries of `sessions`; only those of a title count
 * @returns for an item of several sessions with one name, the new name of its own one, otherwise that of the first renamed
 */
export function renamedSessions(
  renames: readonly DraftChange[],
  { knowsSession }: Pick<Schedule, "knowsSession">,
  defaults: ScheduleDefaults,
): RenamedSession {
  const bySession = new Map<ItemSummary, string>();
  const byName = new Map<string, string>();
  for (const { effect } of renames) {
    if (effect.kind !== "fields") continue;
    const { summary } = effect.placed;
    const title = effect.fields.find(({ key }) => key === "title")?.expected;
    const name = comparableSession(summary.title);
    if (typeof title !== "string" || name === "" || knowsSession(name)) continue;
    bySession.set(summary, title);
    if (!byName.has(name)) byName.set(name, title);
  }
  return (item) => {
    const first = item.session && byName.get(comparableSession(item.session.title));
    if (first === undefined) return undefined;
    const own = sessionOf(item, defaults);
    return (own && bySession.get(own)) ?? first;
  };
}

/**
 * The sessions that items of the file keep and the agenda does not have, with their titles alone: beside a new list of
 * sessions they would be unknown.
 */
export function sessionsOfFile(
  entries: readonly FileEntry[],
  matches: ReadonlyMap<AgendaEntry, FileEntry>,
  { knowsSession }: Pick<Schedule, "knowsSession">,
): readonly AgendaSession[] {
  const replaced = new Set(
    [...matches].flatMap(([{ session }, entry]) => (session === undefined ? [] : entry)),
  );
  const titles = new Map<string, string>();
  for (const entry of entries) {
    const { session } = entry;
    const name = comparableSession(session ?? "");
    if (session === undefined || name === "" || replaced.has(entry) || knowsSession(name)) continue;
    if (!titles.has(name)) titles.set(name, session);
  }
  return [...titles.values()].map((title) => ({ title, conveners: [] }));
}
