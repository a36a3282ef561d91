/** Files that people wrote in, and agendas that change. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Agenda, AgendaEntry } from "../../../../server/src/core/agenda/agenda";
import { agendaChanges, editsOf } from "../../../../server/src/core/agenda/update/agendaChanges";
import { missingKey } from "../../../../server/src/core/agenda/update/fileEntries";
import { validAgenda } from "../../../../server/src/core/agenda/validAgenda";
import { plainMap } from "../../../../server/src/core/agenda/write/layout";
import { meetingText } from "../../../../server/src/core/agenda/write/meetingText";
import { entryKeys } from "../../../../server/src/core/agenda/write/writtenKeys";
import { applyEdits } from "../../../../server/src/core/text/range";
import { timeOfDay } from "../../../../server/src/core/time/timeOfDay";
import { agendas, event } from "../../../support/agenda";
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

/** As from an export of Indico: with sessions that have all of their details, and parts with addresses. */
function complete(agenda: Agenda): Agenda {
  return {
    ...agenda,
    completeLists: ["chairs", "links", "parts", "speakers"],
    sessions: agenda.sessions.map((session) => ({ ...session, isComplete: true })),
    entries: agenda.entries.map((entry) =>
      entry.kind === "break"
        ? entry
        : {
            ...entry,
            parts: entry.parts.map((part, at) => ({ ...part, url: `${entry.url}subcontributions/${at}` })),
          },
    ),
  };
}

interface PlainItem {
  readonly title?: string;
  readonly url?: string;
  readonly start?: string;
  readonly duration?: number;
  readonly [missingKey]?: unknown;
  readonly speakers?: readonly PlainItem[];
  readonly conveners?: readonly PlainItem[];
  readonly links?: readonly PlainItem[];
  readonly parts?: readonly PlainItem[];
}

function listOf(
  item: PlainItem | undefined,
  key: "conveners" | "links" | "parts" | "speakers",
): readonly PlainItem[] {
  return item?.[key] ?? [];
}

/** Items of a file as plain JS, those that are marked left out. */
function currentItems(text: string, kind: "contributions" | "sessions"): readonly PlainItem[] {
  return readMeeting(text)
    .units()
    .filter(({ summary }) => summary.kind === kind)
    .map(({ withUnit }) => JSON.parse(JSON.stringify(withUnit(({ value }) => value))))
    .filter((value: PlainItem) => value[missingKey] === undefined);
}

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

  it("gives the persons, files, parts and sessions of the file if it has them in full", () => {
    fc.assert(
      fc.property(agendas, agendas, choices, (first, second, chosen) => {
        const [before, agenda] = [complete(first), complete(second)];
        const person = written(meetingText(before), chosen);
        const after = follow(person.text, agenda);
        expect(agendaChanges(readMeeting(after), agenda)).toEqual(nothing);
        expect(after.split("\n").filter((line) => person.lines.includes(line))).toEqual(person.lines);
        const { sessions, entries } = validAgenda(agenda);
        const inFile = currentItems(after, "contributions");
        const urls = [agenda.meeting, ...agenda.entries].flatMap((one) =>
          "links" in one ? one.links.map(({ url }) => url) : [],
        );
        for (const entry of entries) {
          if (entry.kind !== "contribution") continue;
          const item = inFile.find(({ url }) => url === entry.url);
          expect(listOf(item, "speakers")).toHaveLength(entry.speakers.length);
          for (const { url } of listOf(item, "links")) expect(urls).toContain(url);
          const current = listOf(item, "parts").filter((part) => part[missingKey] === undefined);
          expect(current.map(({ title }) => title)).toEqual(entry.parts.map(({ title }) => title));
        }
        const sessionsInFile = currentItems(after, "sessions");
        for (const { title, start, duration, conveners } of sessions) {
          const item = sessionsInFile.find((one) => one.title === title);
          expect(item?.duration).toBe(duration);
          expect(item?.start).toBe(start === undefined ? undefined : timeOfDay(start));
          expect(listOf(item, "conveners")).toHaveLength(conveners.length);
        }
      }),
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

/** What becomes of a session of the first agenda: its name is another one, or that of the next session, or it is gone. */
type Fate = "kept" | "renamed" | "swapped" | "dropped";
const fate = fc.constantFrom<Fate>("kept", "renamed", "renamed", "swapped", "dropped");

/** As from Indico: a session keeps its address when its name changes. */
function withAddresses(agenda: Agenda): Agenda {
  return {
    ...agenda,
    sessions: agenda.sessions.map((session, at) => ({ ...session, url: `${event}sessions/${at + 1}/` })),
  };
}

interface Later {
  readonly fates: readonly Fate[];
  /** by entry: false if it is withdrawn */
  readonly stays: readonly boolean[];
}

const later: fc.Arbitrary<Later> = fc.record({
  fates: fc.tuple(fate, fate, fate),
  stays: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
});

function laterAgenda(agenda: Agenda, { fates, stays }: Later): Agenda {
  const titles = agenda.sessions.map(({ title }) => title);
  const swapped = titles.filter((_, at) => fates[at] === "swapped");
  const names = new Map(
    titles.map((title, at): [string, string | undefined] => {
      if (fates[at] === "dropped") return [title, undefined];
      if (fates[at] === "renamed") return [title, `New: ${title}`];
      return [title, swapped[(swapped.indexOf(title) + 1) % swapped.length] ?? title];
    }),
  );
  for (const [at, title] of titles.entries()) if (fates[at] === "kept") names.set(title, title);
  return {
    ...agenda,
    sessions: agenda.sessions.flatMap(({ title, ...session }) => {
      const name = names.get(title);
      return name === undefined ? [] : { title: name, ...session };
    }),
    entries: agenda.entries
      .filter((_, at) => stays[at])
      .map(({ session, ...entry }): AgendaEntry => {
        const name = names.get(session ?? "");
        return { ...entry, ...(name !== undefined && { session: name }) };
      }),
  };
}

/** Items that a person added: in a session of the agenda, and in one of the file alone. */
function withOwnItems(text: string, sessions: readonly string[]): string {
  if (!text.includes("\ncontributions:")) return text;
  const own = sessions.flatMap((session, at) => [
    `  - title: Ours ${at}`,
    `    session: ${JSON.stringify(session)} # ours`,
    "    themes: none",
    `  - break: Walk ${at}`,
    `    session: ${JSON.stringify(session)}`,
  ]);
  return `${text.trimEnd()}\n${own.join("\n")}\n`;
}

function codesIn(text: string): ReadonlySet<string> {
  return new Set(
    readMeeting(text)
      .findings()
      .map(({ code }) => code),
  );
}

describe("an update of sessions that are renamed or dropped, together with their talks", () => {
  it("adds no finding but those for what the source itself lacks, once", () => {
    fc.assert(
      fc.property(agendas, later, choices, fc.boolean(), (generated, change, chosen, hasList) => {
        const first = withAddresses(generated);
        const second = laterAgenda(first, change);
        const titles = first.sessions.map(({ title }) => title);
        const sessions = first.sessions.map(({ title }) => ({ title, conveners: [] }));
        const before = withOwnItems(
          written(meetingText(hasList ? first : { ...first, sessions }), chosen).text,
          titles,
        );
        const after = follow(before, second);
        expect(agendaChanges(readMeeting(after), second)).toEqual(nothing);
        const known = new Set([...codesIn(before), ...codesIn(meetingText(second))]);
        expect([...codesIn(after)].filter((code) => !known.has(code))).toEqual([]);
        expect(codesIn(after)).not.toContain("unknown-session");
      }),
      { numRuns: 30 },
    );
  });
});
