/** Agendas of mails and wikis with what is to be read from them, and texts that are no agendas. */
import { readFileSync } from "node:fs";
import type { Agenda, AgendaEntry, AgendaLink } from "../../server/src/core/agenda/agenda";
import type { Person } from "../../server/src/core/document/persons";
import { timeOfDay } from "../../server/src/core/time/timeOfDay";

export interface Sample {
  readonly name: string;
  readonly text: string;
  /** one line for each value of the head, each session, entry and part */
  readonly expected: readonly string[];
}

/** @param file in `test/fixtures/agendas` */
export function readSamples(file: string): readonly Sample[] {
  const all = readFileSync(new URL(`../fixtures/agendas/${file}`, import.meta.url), "utf8");
  return all
    .split(/^##### /m)
    .slice(1)
    .map((sample) => {
      const [name = ""] = sample.split("\n", 1);
      const [text = "", expected = ""] = sample.slice(name.length + 1).split(/^-----\n/m);
      return { name, text, expected: expected.split("\n").filter((line) => line !== "") };
    });
}

/** An agenda in the form of the expected lines. */
export function agendaSummary({ meeting, sessions, entries }: Agenda): readonly string[] {
  const { title, date, endDate, place, timezone, url, chairs, links, nextMeeting } = meeting;
  return [
    ...(title === undefined ? [] : [`= ${title}`]),
    ...(date === undefined ? [] : [`date ${date}${endDate === undefined ? "" : `..${endDate}`}`]),
    ...(place === undefined ? [] : [`place ${place}`]),
    ...(timezone === undefined ? [] : [`zone ${timezone}`]),
    ...(url === undefined ? [] : [`url ${url}`]),
    ...chairs.map((chair) => `chair ${person(chair)}`),
    ...links.map((item) => `link ${link(item)}`),
    ...(nextMeeting === undefined ? [] : [`next ${nextMeeting}`]),
    ...sessions.map((session) => joined([`session ${session.title}`, by(session.conveners)])),
    ...entries.flatMap((entry) =>
      entryLines(entry, sessions.find((item) => item.title === entry.session)?.date),
    ),
  ];
}

function entryLines(entry: AgendaEntry, sessionDate: string | undefined): readonly string[] {
  const { start, duration, title, session, place } = entry;
  const date = entry.date ?? sessionDate;
  const time =
    (start === undefined ? "-" : timeOfDay(start)) + (duration === undefined ? "" : `+${duration}`);
  const isBreak = entry.kind === "break";
  return [
    joined([
      time,
      `${isBreak ? "* " : ""}${title}`,
      isBreak ? "" : by(entry.speakers),
      session === undefined ? "" : `in ${session}`,
      date === undefined ? "" : `on ${date}`,
      place === undefined ? "" : `at ${place}`,
      ...(isBreak ? [] : entry.links.map((item) => `link ${link(item)}`)),
      isBreak || entry.url === undefined ? "" : `url ${entry.url}`,
      isBreak || entry.abstract === undefined ? "" : `about ${entry.abstract.replaceAll("\n", " ")}`,
    ]),
    ...(isBreak
      ? []
      : entry.parts.map((part) =>
          joined([
            `  ${part.duration === undefined ? "" : `+${part.duration}`}`,
            part.title,
            by(part.speakers),
            ...part.links.map((item) => `link ${link(item)}`),
          ]),
        )),
  ];
}

function joined(parts: readonly string[]): string {
  const [first = "", ...others] = parts;
  return [first, ...others.filter((part) => part !== "")].join(" | ").replace(/^ {3}\|/, "  |");
}

function by(people: readonly Person[]): string {
  return people.length === 0 ? "" : `by ${people.map(person).join("; ")}`;
}

function person({ name, affiliation }: Person): string {
  return affiliation === undefined ? name : `${name} (${affiliation})`;
}

function link({ title, url }: AgendaLink): string {
  return `${title} <${url}>`;
}
