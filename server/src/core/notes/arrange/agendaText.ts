/** The words for days, sessions and breaks. */
import { dayOfWeek } from "../../time/dateRange";
import type { Notes, NotesBreak } from "../read/notes";
import { personsText, timeOf } from "./notesText";
import type { Section, SessionSlot } from "./sections";

export interface SectionHeading {
  readonly level: 2 | 3;
  /** unique within the page */
  readonly id: string;
  readonly title: string;
  /** of the session's page */
  readonly url?: string;
}

/** The headings above a section: those of its day and of its session, as far as the previous section has others. */
export function headingsOf(
  section: Section,
  previous: Section | undefined,
  notes: Notes,
): readonly SectionHeading[] {
  if (!isAgenda(section)) return [{ level: 2, id: section.id, title: section.title }];
  const isNew = !previous || !isAgenda(previous) || previous.day !== section.day;
  const { session } = section;
  const title = session?.isContinued ? `${section.title} (continued)` : section.title;
  return [
    ...(isNew ? [agendaHeading(section, notes)] : []),
    ...(session
      ? [{ level: 3, id: section.id, title, ...(session.url !== undefined && { url: session.url }) } as const]
      : []),
  ];
}

/** The level of the headings of the items in a section. */
export function itemLevel({ kind }: Section): number {
  return kind === "session" ? 4 : 3;
}

function isAgenda({ kind }: Section): boolean {
  return kind === "agenda" || kind === "session";
}

/** `Tuesday 10 December 2019`; `Agenda (times in Europe/Zurich)` if all is on one day. */
function agendaHeading({ day }: Section, notes: Notes): SectionHeading {
  if (day !== undefined) return { level: 2, id: `day-${day}`, title: dayOfWeek(day) };
  const { timezone } = notes.meeting;
  const hasTimes = [...notes.items, ...notes.breaks, ...notes.sessions].some(
    ({ start }) => start !== undefined,
  );
  const title = timezone && hasTimes ? `Agenda (times in ${timezone.name})` : "Agenda";
  return { level: 2, id: "agenda", title };
}

/** The facts of a session: when, where, who. */
export function slotFacts(slot: SessionSlot): readonly string[] {
  const { place, conveners } = slot;
  const role = conveners.length > 1 ? "Conveners" : "Convener";
  return [
    timeOf(slot) ?? [],
    place ?? [],
    conveners.length > 0 ? `${role}: ${personsText(conveners)}` : [],
  ].flat();
}

/** `10:30–10:50 Coffee, Restaurant 1` */
export function breakText(pause: NotesBreak): string {
  const words = [pause.title || "Break", pause.place ?? []].flat().join(", ");
  return [timeOf(pause) ?? [], words].flat().join(" ");
}
