/** Generated events as Indico exports them: nothing is lost in the file, and the same export does not change it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "yaml";
import type { AgendaContribution, AgendaEntry } from "../../../../server/src/core/agenda/agenda";
import { readAgenda } from "../../../../server/src/core/agenda/read/readAgenda";
import { agendaChanges, editsOf } from "../../../../server/src/core/agenda/update/agendaChanges";
import { meetingText } from "../../../../server/src/core/agenda/write/meetingText";
import { notesOf } from "../../../../server/src/core/notes/read/notesOf";
import { applyEdits } from "../../../../server/src/core/text/range";
import { singleLineLabel as label } from "../../../../server/src/core/text/singleLineLabel";
import { timeOfDay } from "../../../../server/src/core/time/timeOfDay";
import { agendas, event } from "../../../support/agenda";
import { agendaIn } from "../../../support/agendaText";
import { readMeeting } from "../../../support/meeting";

/** The zone of the server, 8 hours before that of the event in winter. */
const serverZone = "Asia/Tokyo";

function exportedTime(date: string, minute: number): unknown {
  const local = new Date(Date.parse(`${date}T00:00:00Z`) + (minute + 8 * 60) * 60_000).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 19), tz: serverZone };
}

function contributionsOf(entries: readonly AgendaEntry[]): readonly AgendaContribution[] {
  return entries.flatMap((entry) => (entry.kind === "contribution" ? [entry] : []));
}

const persons = (list: AgendaContribution["speakers"]): unknown =>
  list.map(({ name, affiliation = "" }) => {
    const [first = "", ...others] = name.split(" ");
    return { first_name: first, last_name: others.join(" "), affiliation };
  });

function exported(talks: readonly AgendaContribution[]): string {
  const contributions = talks.map(
    ({ title, session, date, start, duration, speakers, url, links, parts }, at) => ({
      id: String(at + 1),
      title,
      session: session ?? null,
      startDate: start === undefined ? null : exportedTime(date ?? "2027-03-09", start),
      duration: duration ?? null,
      speakers: persons(speakers),
      url,
      folders: [
        { attachments: links.map((link) => ({ title: link.title, link_url: link.url, type: "link" })) },
      ],
      subContributions: parts.map((part) => ({
        title: part.title,
        speakers: persons(part.speakers),
        duration: part.duration ?? null,
      })),
    }),
  );
  const head = { id: "123", title: "Event", timezone: "Europe/Zurich", url: event };
  const times = { startDate: exportedTime("2027-03-09", 0), endDate: exportedTime("2027-03-11", 1200) };
  return JSON.stringify({ results: [{ ...head, ...times, contributions }] });
}

interface Written {
  readonly title: string;
  readonly start?: string;
  readonly parts?: readonly Written[];
}

/** White space is simplified. */
const byTitle = (list: readonly Written[]): readonly unknown[] =>
  list
    .map(({ title, start, parts = [] }) =>
      JSON.stringify([label(title), start, parts.map((part) => label(part.title))]),
    )
    .sort();

it("have all titles, times and parts, in the file and its notes, and change nothing twice", () => {
  fc.assert(
    fc.property(agendas, ({ entries }) => {
      const talks = contributionsOf(entries);
      const agenda = agendaIn(readAgenda(exported(talks)));
      const text = meetingText(agenda);
      const written: readonly Written[] = parse(text).contributions;
      const wanted = talks.map(({ title, start, parts }) => ({
        title,
        ...(start !== undefined && { start: timeOfDay(start) }),
        parts,
      }));
      expect(byTitle(written)).toEqual(byTitle(wanted));

      const document = readMeeting(text);
      expect(agendaChanges(document, agenda)).toEqual({ changes: [], remarks: [] });
      expect(notesOf(document).items.map(({ title }) => title)).toHaveLength(talks.length);

      // a person writes, then the same export is read again
      const noted = text.replaceAll(
        /^( {2}- title: .*)$/gm,
        "$1\n    notes: said # so\n    themes: [security]  # x",
      );
      expect(applyEdits(noted, editsOf(agendaChanges(readMeeting(noted), agenda).changes))).toBe(noted);
    }),
    { numRuns: 25 },
  );
});
