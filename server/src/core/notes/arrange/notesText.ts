import type { ItemLink } from "../../document/item";
import type { Person } from "../../document/persons";
import { clip, repeatedText } from "../../text/displayText";
import { firstLast, joinedNames } from "../../text/personName";
import { minutesText, plural } from "../../text/wording";
import { timeAndDays, timeSpan } from "../../time/timeOfDay";
import type { Answer, Notes, NotesItem, NotesTheme, Problem, Survey, TimeSlot } from "../read/notes";
import type { Gap, ItemEntry, Section } from "./sections";

export const untitled = "Untitled";

export function titleOf({ title, code }: Pick<NotesItem, "title" | "code">): string {
  return [code ?? [], title || untitled].flat().join(": ");
}

/** UTF-16 units of the title in a heading that refers to the item. */
export const maxHeadingLength = 200;

/** The title where it is repeated: beside each action and decision of the item. */
export function originOf({ title, code }: Pick<NotesItem, "title" | "code">, length?: number): string {
  return titleOf({
    title: repeatedText(title, length),
    ...(code !== undefined && { code: repeatedText(code, length) }),
  });
}

/** Before a text that people write as Markdown, if what it becomes is many times as long. */
export const shownAsWritten =
  "This text is shown as it is written: with its links and tables it would be too long.";

/** `A. Forti, E. Speaker (CERN)` */
export function personsText(persons: readonly Person[]): string {
  return joinedNames(
    persons.map(({ name, affiliation }) =>
      affiliation === undefined ? firstLast(name) : `${firstLast(name)} (${affiliation})`,
    ),
  );
}

/** `09:30–09:50`, `09:30`, `20 min`; undefined if no time is known. */
export function timeOf({
  start,
  end,
  duration,
}: Pick<TimeSlot, "start" | "end" | "duration">): string | undefined {
  if (start === undefined) return duration === undefined ? undefined : `${minutesText(duration)} min`;
  return end === undefined ? timeAndDays(start) : timeSpan(start, end);
}

/** `Slides`; without a title the address. */
export function linkTitle({ title, url }: ItemLink): string {
  return title ?? clip(url.replace(/^https?:\/\//, ""), maxAddressLength);
}

/** UTF-16 units shown of the address of a link without a title. */
const maxAddressLength = 60;

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

/** `Not covered: Security, Storage integration.` */
export function uncoveredText({ themes }: Notes): string {
  const missing = themes.filter(({ items }) => items === 0).map(({ title }) => title);
  return missing.length > 0 ? `Not covered: ${missing.join(", ")}.` : "Every theme is covered.";
}

/** Maximum number of errors listed per item; further ones are counted, unless they quote a value. */
const maxShownProblems = 5;

/** A line for each of the first errors, then the number of further errors. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  const shown = problems.filter(({ source }, at) => at < maxShownProblems || source !== undefined);
  const count = problems.length - shown.length;
  if (count <= 1) return problems.map(problemText);
  return [...shown.map(problemText), `${count} more errors are not shown.`];
}

/** `Line 19: …`, an error in an item that could be read nevertheless. */
function problemText({ line, message, source }: Problem): string {
  return `Line ${line}: ${message}${source === undefined ? "" : ` In the file: ${source}`}`;
}

/** The warning about a part that does not parse. */
export function unreadableText({ problems, line }: Pick<NotesItem, "problems" | "line">): string {
  const [first] = problems;
  return `This could not be read. ${first ? problemText(first) : `See line ${line}.`}`;
}
