/** Agendas for tests: small ones by hand, and generated ones with hostile texts. */
import fc from "fast-check";
import type {
  Agenda,
  AgendaContribution,
  AgendaEntry,
  AgendaLink,
  AgendaPart,
  AgendaSession,
} from "../../server/src/core/agenda/agenda";
import type { Person } from "../../server/src/core/document/persons";

export const event = "https://indico.cern.ch/event/123/";

export function agendaOf(
  entries: readonly AgendaEntry[],
  { meeting, ...others }: Partial<Omit<Agenda, "meeting">> & { meeting?: Partial<Agenda["meeting"]> } = {},
): Agenda {
  return {
    meeting: { title: "Meeting", date: "2027-03-09", url: event, chairs: [], links: [], ...meeting },
    sessions: [],
    remarks: [],
    ...others,
    entries,
  };
}

export function talk(title: string, values: Partial<AgendaContribution> = {}): AgendaContribution {
  return { kind: "contribution", title, speakers: [], links: [], parts: [], ...values };
}

/** Titles that are something else in YAML, or that YAML ends early. */
const hostileTitles = [
  ...[
    "a: b",
    "a #b",
    "# a",
    "- a",
    "-",
    "---",
    "...",
    "null",
    "~",
    "true",
    "2019-12-10",
    "12:30",
    "1e3",
    "{a}",
    "[b]",
  ],
  ...[
    "%",
    "@a",
    "`a`",
    "&a b",
    "*a",
    "!a b",
    "| a",
    "> b",
    "a:",
    ": a",
    "? a",
    "'a",
    '"a"',
    "it's",
    "\"a\" 'b'",
    "\\n",
  ],
  ...[
    "“a”",
    "a – b",
    "é",
    "😀",
    "a, b",
    "a]",
    "}",
    "k8s: 100% #1 {x} [y] 'z' \"w\"",
    "<<",
    "=",
    "yes",
    "0x1F",
    "a\\",
    ",",
  ],
];

const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9é😀:#'"\\{}[\],&*!|>%@`?~=-]{1,8}$/u),
  fc.stringMatching(/^[a：，［］｛｝“”‘’«»´–—•·　 ]{1,5}$/u),
);

/** One line without white space around it; no break by its name. */
const title: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTitles),
  fc
    .array(word, { minLength: 1, maxLength: 5 })
    .map((words) => words.join(" ").trim())
    .filter((text) => text !== ""),
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .map((text) => text.replaceAll(/[\p{C}\p{Z}]+/gu, " ").trim())
    .filter((text) => text !== ""),
);

const person: fc.Arbitrary<Person> = fc.oneof(
  fc
    .tuple(fc.constantFrom("A.", "Bea", "Chloé"), fc.constantFrom("Forti", "O'Neil", "van der Berg"))
    .map(([first, last]) => ({ name: `${first} ${last}` })),
  fc.record({ name: title.map((text) => `P ${text}`), affiliation: title.map((text) => `L ${text}`) }),
);

const persons = fc.uniqueArray(person, { maxLength: 3, selector: ({ name }) => name });

const link = (at: number): fc.Arbitrary<AgendaLink> =>
  fc.record({
    title: title.map((text) => `S ${text}`),
    url: fc
      .constantFrom("a.pdf", "b,c.pdf", "d?x=[1]&y=#2")
      .map((path) => `${event}attachments/${at}/${path}`),
  });

const markdownLine = fc.constantFrom(
  "",
  "Text",
  "- item",
  "    code",
  "# Head",
  "a  ",
  "\tb",
  "```",
  "a: b",
  "  c",
  "| d |",
);

const markdown: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(markdownLine, { minLength: 1, maxLength: 5 }).map((lines) => lines.join("\n")),
    fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).filter((text) => !/[\r\p{Cs}]/u.test(text)),
  )
  .map((text) => `M${text}`.trimEnd());

function optional<T extends object>(
  values: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
): fc.Arbitrary<Partial<T>> {
  return fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

const minutes = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15);
const duration = fc.constantFrom(5, 20, 90);
const day = fc.constantFrom("2027-03-09", "2027-03-10", "2027-03-11");

const part: fc.Arbitrary<AgendaPart> = fc
  .tuple(fc.record({ title, speakers: persons }), optional({ duration, abstract: markdown }))
  .map(([values, others]) => ({ ...values, ...others, links: [] }));

const sessionTitles = ["Storage", "Session: #2", "“Ops”"];

const entry = (at: number): fc.Arbitrary<AgendaEntry> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.record({
            title: title.map((text) => `${text} ${at}`),
            speakers: persons,
            links: fc.uniqueArray(link(at), { maxLength: 2, selector: ({ url }) => url }),
            parts: fc.uniqueArray(part, { maxLength: 2, selector: (one) => one.title }),
          }),
          optional({
            session: fc.constantFrom(...sessionTitles),
            date: day,
            start: minutes,
            duration,
            place: title.map((text) => `R ${text}`),
            abstract: markdown,
          }),
        )
        .map(
          ([values, others]): AgendaEntry => ({
            kind: "contribution",
            ...values,
            ...others,
            url: `${event}contributions/${at + 1}/`,
          }),
        ),
    },
    {
      weight: 1,
      arbitrary: optional({
        session: fc.constantFrom(...sessionTitles),
        date: day,
        start: minutes,
        duration,
      }).map((values): AgendaEntry => ({ kind: "break", title: `Coffee ${at}`, ...values })),
    },
  );

const session = (titleOf: string): fc.Arbitrary<AgendaSession> =>
  fc
    .tuple(
      fc.record({ conveners: persons }),
      optional({ date: day, start: minutes, duration, place: title.map((text) => `H ${text}`) }),
    )
    .map(([values, others]) => ({ title: titleOf, ...values, ...others }));

/** Agendas of an event with three sessions, each entry with its own address. */
export const agendas: fc.Arbitrary<Agenda> = fc.integer({ min: 0, max: 7 }).chain((count) =>
  fc.record({
    meeting: fc
      .tuple(
        fc.record({ title, chairs: persons, links: fc.array(link(0), { maxLength: 1 }) }),
        optional({ place: title.map((text) => `C ${text}`), context: markdown }),
      )
      .map(([values, others]) => ({
        ...values,
        ...others,
        date: "2027-03-09",
        endDate: "2027-03-11",
        timezone: "Europe/Zurich",
        url: event,
      })),
    sessions: fc.tuple(...sessionTitles.map(session)),
    entries: fc.tuple(...Array.from({ length: count }, (_, at) => entry(at))),
    remarks: fc.constant([]),
  }),
);
