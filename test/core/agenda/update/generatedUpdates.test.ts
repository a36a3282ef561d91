/** Files that people wrote in, and agendas that change. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agenda } from "../../../../server/src/core/agenda/agenda";
import { agendaChanges, editsOf } from "../../../../server/src/core/agenda/update/agendaChanges";
import { missingKey } from "../../../../server/src/core/agenda/update/fileEntries";
import { validAgenda } from "../../../../server/src/core/agenda/validAgenda";
import { plainMap } from "../../../../server/src/core/agenda/write/layout";
import { meetingText } from "../../../../server/src/core/agenda/write/meetingText";
import { entryKeys } from "../../../../server/src/core/agenda/write/writtenKeys";
import { applyEdits } from "../../../../server/src/core/text/range";
import { agendas } from "../../../support/agenda";
import { readMeeting } from "../../../support/meeting";

const runs = { numRuns: 15 };

function follow(text: string, agenda: Agenda): string {
  const { changes, remarks } = agendaChanges(readMeeting(text), agenda);
  expect(remarks).toEqual([]);
  return applyEdits(text, editsOf(changes));
}

const nothing = { changes: [], remarks: [] };

/** What a person adds below the title of an item; the number makes it unique. */
const additions = [
  (at: number) => [`    # remark ${at}`],
  (at: number) => [
    `    notes: | # of ${at}`,
    `      Said ${at}: 'a' # b`,
    "",
    `      ACTION: A. Forti to ask ${at}  `,
  ],
  (at: number) => [`    themes: [ security,storage-integration ]  # ${at}`],
  (at: number) => [`    decisions: [Go ${at}]`, `    x-room:   {a: [1,  ${at}]}`],
  (at: number) => ["    actions:", `      - text: Ask ${at}`, "        # by mail", "        owner: A. Forti"],
];

/** The text with lines that a person added, and these lines. */
function written(text: string, choices: readonly number[]): { text: string; lines: readonly string[] } {
  const all: string[] = [];
  const added: string[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    all.push(line);
    const choice = choices[at % choices.length] ?? 0;
    const isTitle = /^ {2}- title: [^|>]/.test(line) && text.indexOf("\ncontributions:") < text.indexOf(line);
    if (!isTitle) continue;
    const lines = additions.filter((_, index) => (choice >> index) % 2 === 1).flatMap((make) => make(at));
    all.push(...lines);
    added.push(...lines.filter((one) => one !== ""));
  }
  return { text: all.join("\n"), lines: added };
}

const choices = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 1, maxLength: 5 });

describe("a generated agenda", () => {
  it("gives no changes for the file that it wrote", () => {
    fc.assert(
      fc.property(agendas, (agenda) => {
        expect(agendaChanges(readMeeting(meetingText(agenda)), agenda)).toEqual(nothing);
      }),
      runs,
    );
  });

  it("is followed by a file with notes, comments and themes, which stay byte by byte, once", () => {
    fc.assert(
      fc.property(
        agendas,
        agendas,
        choices,
        fc.boolean(),
        fc.boolean(),
        (first, second, chosen, isCrlf, isCut) => {
          const person = written(meetingText(first), chosen);
          const lines = isCut ? person.text.trimEnd() : person.text;
          const text = isCrlf ? lines.replaceAll("\n", "\r\n") : lines;
          const after = follow(text, second);
          expect(agendaChanges(readMeeting(after), second)).toEqual(nothing);
          if (isCrlf) expect(after).not.toMatch(/(?<!\r)\n/);
          const remaining = after.split(/\r?\n/).filter((line) => person.lines.includes(line));
          expect(remaining).toEqual(person.lines);
        },
      ),
      runs,
    );
  });

  it("gives the values of the file that follows it", () => {
    fc.assert(
      fc.property(agendas, agendas, (first, second) => {
        const text = follow(meetingText(first), second);
        const units = readMeeting(text)
          .units()
          .filter(({ summary }) => summary.kind === "contributions")
          .map(({ withUnit }) => JSON.parse(JSON.stringify(withUnit(({ value }) => value))));
        const current = units.filter((value) => value[missingKey] === undefined);
        for (const entry of validAgenda(second).entries) {
          if (entry.kind !== "contribution") continue;
          const inFile = current.find(({ url }) => url === entry.url);
          const { title, session, start, duration } = plainMap(entryKeys(entry));
          expect(inFile?.title.trim()).toBe(title);
          if (session !== undefined) expect(inFile.session).toBe(session);
          if (start !== undefined) expect(inFile.start).toBe(start);
          if (duration !== undefined) expect(inFile.duration).toBe(duration);
          const urls = (inFile.links ?? []).map(({ url }: { url: string }) => url);
          expect(urls).toEqual(expect.arrayContaining(entry.links.map(({ url }) => url)));
          const parts = (inFile.parts ?? []).map((part: { title: string }) => part.title);
          expect(parts).toEqual(expect.arrayContaining(entry.parts.map((part) => part.title)));
        }
      }),
      runs,
    );
  });
});
