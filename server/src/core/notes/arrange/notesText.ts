import type { Person } from "../../document/persons";
import { minutesText, plural } from "../../text/wording";
import { dateRange } from "../../time/dateRange";
import { timeAndDays, timeSpan } from "../../time/timeOfDay";
import type {
  Action,
  Answer,
  MeetingHead,
  Notes,
  NotesItem,
  NotesTheme,
  Problem,
  Survey,
} from "../read/notes";
import type { Gap, ItemEntry, Section } from "./sections";

export const untitled = "Untitled";

export function titleOf({ title, code }: Pick<NotesItem, "title" | "code">): string {
  return [code ?? [], title || untitled].flat().join(": ");
}

/** `A. Forti, E. Speaker (CERN)` */
export function personsText(persons: readonly Person[]): string {
  return persons
    .map(({ name, affiliation }) => (affiliation === undefined ? name : `${name} (${affiliation})`))
    .join(", ");
}

/** `09:30–09:50`, `09:30`, `20 min`; undefined if no time is known. */
export function timeOf({ start, end, duration }: NotesItem): string | undefined {
  if (start === undefined) return duration === undefined ? undefined : `${minutesText(duration)} min`;
  return end === undefined ? timeAndDays(start) : timeSpan(start, end);
}

export function gapText({ start, end }: Gap): string {
  return `${timeSpan(start, end)}: nothing planned for ${minutesText(end - start)} min`;
}

export function overlapText({ overlap }: ItemEntry): string | undefined {
  return overlap && `Starts before “${overlap.title || untitled}” is over, at ${timeAndDays(overlap.until)}.`;
}

/** `Security: Authentication, Policy; Storage integration`; unknown references as written. */
export function themesText(themes: readonly NotesTheme[]): string {
  const names = new Map<string, readonly string[]>();
  for (const { theme, topic, ref } of themes) {
    const name = theme?.title ?? ref;
    names.set(name, [...(names.get(name) ?? []), ...(topic ? [topic.title] : [])]);
  }
  return [...names]
    .map(([name, topics]) => (topics.length > 0 ? `${name}: ${topics.join(", ")}` : name))
    .join("; ");
}

export function sectionText({ entries, minutes }: Section): string {
  const itemCount = entries.filter(({ kind }) => kind === "item").length;
  return [plural(itemCount, "item"), minutes === undefined ? [] : `${minutesText(minutes)} min`]
    .flat()
    .join(", ");
}

/** `31 responses`; undefined if the number is unknown. */
export function responsesText({ responses }: Survey): string | undefined {
  return responses === undefined ? undefined : plural(responses, "response");
}

export function shareText({ share }: Answer): string {
  return share === undefined ? "" : `${Math.round(share * 100)} %`;
}

/** `A. Forti, due 2020-01-31, overdue` */
export function dutyText({ owners, due, isOverdue }: Action): string {
  return [...owners, due === undefined ? [] : `due ${due}`, isOverdue ? "overdue" : []].flat().join(", ");
}

/** The head's facts, each with its name. */
export function factsOf({ date, endDate, series, chairs, place, timezone }: MeetingHead): readonly Fact[] {
  const zone = timezone && (timezone.isKnown ? timezone.name : `${timezone.name} (unknown)`);
  return [
    { name: "Date", value: daysText(date, endDate) },
    { name: "Series", value: series ?? "" },
    { name: chairs.length > 1 ? "Chairs" : "Chair", value: personsText(chairs) },
    { name: "Place", value: place ?? "" },
    { name: "Time zone", value: zone ?? "" },
  ].filter(({ value }) => value !== "");
}

/** `2019-12-10`, and `10–12 December 2019` for several days */
function daysText(date: string | undefined, endDate: string | undefined): string {
  if (endDate === undefined || endDate === date) return date ?? "";
  return date === undefined ? endDate : dateRange(date, endDate);
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** `Agenda (times in Europe/Zurich)` */
export function sectionTitle({ kind, title }: Section, { meeting: { timezone } }: Notes): string {
  return kind === "agenda" && timezone ? `${title} (times in ${timezone.name})` : title;
}

/** `Not covered: Security, Storage integration.` */
export function uncoveredText({ themes }: Notes): string {
  const missing = themes.filter(({ items }) => items === 0).map(({ title }) => title);
  return missing.length > 0 ? `Not covered: ${missing.join(", ")}.` : "Every theme is covered.";
}

/** Maximum number of errors listed per item; further ones are counted. */
const maxShownProblems = 5;

/** A line for each of the first errors, then the number of further errors. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  if (problems.length <= maxShownProblems + 1) return problems.map(problemText);
  return [
    ...problems.slice(0, maxShownProblems).map(problemText),
    `${problems.length - maxShownProblems} more errors are not shown.`,
  ];
}

/** `Line 19: …`, an error in an item that could be read nevertheless. */
function problemText({ line, message }: Problem): string {
  return `Line ${line}: ${message}`;
}

/** The warning about a part that does not parse. */
export function unreadableText({ problems, line }: Pick<NotesItem, "problems" | "line">): string {
  const [first] = problems;
  return `This could not be read. ${first ? problemText(first) : `See line ${line}.`}`;
}
