import { comparableSession } from "../../document/itemDay";
import { repeatedText } from "../../text/displayText";
import { groupBy } from "../../text/groupBy";
import { slugOf, uniqueId } from "../../text/slug";
import type { Notes, NotesItem, NotesSession } from "../read/notes";
import { SessionLookup } from "../read/sessions";
import { type AgendaDay, agendaDays } from "./agendaDays";
import { entriesInTimeOrder } from "./agendaEntries";
import { withParallel } from "./parallelSessions";
import { fullEntries, type Section, type SessionSlot } from "./sections";
import { type Slot, slotsOf } from "./sessionSlots";

/** By day, session and start time, with breaks and gaps; then the surveys and the discussion. */
export function byAgenda(notes: Notes): readonly Section[] {
  const itemsOfKind = (kind: NotesItem["kind"]): readonly NotesItem[] =>
    notes.items.filter((item) => item.kind === kind);
  return [
    ...withParallel(new AgendaSections(notes).sections()),
    { id: "surveys", kind: "surveys", title: "Surveys", entries: fullEntries(itemsOfKind("surveys")) },
    {
      id: "discussion",
      kind: "discussion",
      title: "Discussion",
      entries: fullEntries(itemsOfKind("discussion")),
    },
  ];
}

/** Persons shown again at a session that continues, so that notes do not grow with the square of the file. */
const maxRepeatedConveners = 10;

class AgendaSections {
  readonly #notes: Notes;
  readonly #lookup: SessionLookup;
  readonly #ids = new Map<string, number>();
  /** the titles of the sessions so far, comparable */
  readonly #shown = new Set<string>();
  /** the keys of the declared sessions whose notes are shown */
  readonly #withNotes = new Set<string | undefined>();

  constructor(notes: Notes) {
    this.#notes = notes;
    this.#lookup = new SessionLookup(notes.sessions);
  }

  sections(): readonly Section[] {
    const days = agendaDays(this.#notes);
    const hasDays = days.filter(({ date }) => date !== undefined).length > 1;
    return days.flatMap((day) => this.#sectionsOfDay(day, hasDays));
  }

  #sectionsOfDay(day: AgendaDay, hasDays: boolean): readonly Section[] {
    const { date, entries } = day;
    const hasBreaks = entries.some(({ kind }) => kind === "breaks");
    const hasGaps = !hasBreaks && this.#notes.meeting.status !== "final";
    const slots = slotsOf(day, (entry) => this.#declaredFor(entry)?.key ?? "");
    const bySession = groupBy(slots, ({ session }) => session);
    return slots.map((slot) => ({
      ...this.#headingOf(slot, (bySession.get(slot.session) ?? []).length < 2),
      ...(hasDays && date !== undefined && { day: date }),
      entries: entriesInTimeOrder(slot.entries, hasGaps),
    }));
  }

  #headingOf(slot: Slot, isOnly: boolean): Omit<Section, "entries"> {
    const { session } = slot;
    if (session === undefined) return { id: uniqueId("agenda", this.#ids), kind: "agenda", title: "Agenda" };
    const [first] = slot.entries;
    const declared = slot.declared ?? (first && this.#declaredFor(first));
    const title = session || "Untitled";
    return {
      id: uniqueId(`session-${slugOf(title)}`, this.#ids),
      kind: "session",
      title,
      session: this.#slotOf(title, slot, declared, isOnly),
    };
  }

  #slotOf(title: string, slot: Slot, declared: NotesSession | undefined, isOnly: boolean): SessionSlot {
    const isContinued = this.#shown.has(comparableSession(title));
    this.#shown.add(comparableSession(title));
    const { key, url, place, notes, conveners = [] } = declared ?? {};
    const hasNotes = notes !== undefined && !this.#withNotes.has(key);
    if (hasNotes) this.#withNotes.add(key);
    return {
      title,
      ...slotTimes(slot, isOnly ? declared : undefined),
      ...(place !== undefined && { place: isContinued ? repeatedText(place) : place }),
      conveners: isContinued ? conveners.slice(0, maxRepeatedConveners) : conveners,
      ...(url !== undefined && { url }),
      ...(hasNotes && { notes }),
      isContinued,
    };
  }

  #declaredFor({ session, ...slot }: Slot["entries"][number]): NotesSession | undefined {
    return session === undefined ? undefined : this.#lookup.find(session, slot);
  }
}

function isOnDayOf(declared: NotesSession | undefined, { entries }: Slot): boolean {
  return entries.length === 0 || entries[0]?.date === declared?.date;
}

/** The times of the declared session, if the entries are on its day, otherwise those of the entries. */
function slotTimes(slot: Slot, declared: NotesSession | undefined): Pick<SessionSlot, "start" | "end"> {
  const { start: declaredStart, end: declaredEnd } = (isOnDayOf(declared, slot) && declared) || {};
  const ends = slot.entries.flatMap((entry) => entry.end ?? entry.start ?? []);
  const latest = ends.length > 0 ? ends.reduce((a, b) => Math.max(a, b)) : undefined;
  const [from, until] = [declaredStart ?? slot.start, declaredEnd ?? latest];
  return {
    ...(from !== undefined && { start: from }),
    ...(until !== undefined && until !== from && { end: until }),
  };
}
