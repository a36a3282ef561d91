/** Meetings of lines that edits have damaged, or could: anchors and aliases, nulls, tags, comments inside lists, lost dashes. */
import fc from "fast-check";

const starts = [
  ..."Rucio|Harbor registry|REANA workflows|Rucio: the next steps|R&D|'it''s'|2019|&a Harbor|*a|!!str 12|~".split(
    "|",
  ),
].map((title) => `  - title: ${title}`);

/** First lines of an item, without its dash or with it where few expect it. */
const unusualItemStarts = [
  "    title: CVMFS",
  "  - &i title: CVMFS",
  "  - &i\n    title: CVMFS",
  "  - ? title\n    : CVMFS",
  "  - ? themes",
  "  - {title: CVMFS, themes: [~]}",
  "  - {title: CVMFS, themes: [security, &t security]}",
  "  - *i",
  "   - title: CVMFS",
  " - title: CVMFS",
  "  -",
  "  - CVMFS",
  "  - null",
  "  - - title: CVMFS",
  "  -\ttitle: CVMFS",
  "  # above\n  - title: CVMFS",
  "  # wlcg-notes-disable-next-line untagged-item\n  - title: CVMFS",
  "  # wlcg-notes-disable-next-line untagged-item\r  - title: CVMFS",
];

const scalars = [
  ...["~", "null", "Null", '""', "''", "!!null", "&t", "&t ~", "!!str", "*t", "none", "# c"],
  ...[
    "security",
    "&t security",
    "security/aai",
    "securty",
    "*t",
    "!!str security",
    '"security"',
    "security # c",
  ],
];

const entry = fc.constantFrom(...scalars);

const list = (key: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(entry, { maxLength: 4 }),
      fc.constantFrom("block", "flat", "flow", "tall"),
      fc.constantFrom("", " # c", " &l", " !!seq"),
    )
    .map(([entries, look, behind]) => {
      if (look === "flow")
        return `    ${key}:${behind.startsWith(" #") ? "" : behind} [${entries.map(withoutComment).join(", ")}]`;
      if (look === "tall")
        return `    ${key}: [\n${entries.map((one) => `      ${withoutComment(one)}, # c\n`).join("")}    ]`;
      const at = look === "flat" ? "    " : "      ";
      return [`    ${key}:${behind}`, ...entries.map((one) => `${at}- ${one}`)].join("\n");
    });

function withoutComment(one: string): string {
  return one.replace(/ ?# c$/, "");
}

const line = fc.oneof(
  { weight: 4, arbitrary: list("themes") },
  { weight: 2, arbitrary: list("speakers") },
  { weight: 1, arbitrary: list("tags") },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(
        ..."themes: none|themes:|themes: ~|themes: &t security|themes: *t|themes: !!null|themes: security, storage]".split(
          "|",
        ),
        ..."themes: # c|themes: None|themes: [security, security]|themes: [none, &t security]|? themes|? themes\n    :".split(
          "|",
        ),
        ..."speakers: &s X. Speaker|speakers: [*s, Y]|speakers: *s|speaker: A|speakers: 'A', B|? speakers\n    : [A]".split(
          "|",
        ),
        ..."duration: 20 min|duration: &d 20|duration: *d|start: 9.30|start: '09:30'|url: cern.ch|community: &a atlas".split(
          "|",
        ),
        ..."notes: |\n      a\n      \t- b\n      # c|notes: >\n      a|notes: &n 'a\n      b'|notes: a\n      - b|notes: *n|notes: see #42|notes: a\n      b #42|notes:\n      # c\n      a|notes: >\n      - a\n      - b".split(
          /\|(?=notes)/,
        ),
        "notes: |\n      - x\n\n      y",
        ..."community: &Co x;community: C #3 # c;community: [WIP];community = x;speakers: A #2;speakers:\n      - A\n       - B;speakers: [A, B #2];community: *Co x".split(
          ";",
        ),
        "actions:\n      - text: &x Ask\n        owner: *s\n      - text: *x",
        "actions: [{text: Ask}, {text: &x Ask, owner: A}]",
        "actions:\n      - ~\n      - text: Ask\n        owner: # c",
        "answers: [{answer: A, count: 1}]",
        "<<: *i",
        "# a comment",
        "title: again",
        "x: &t y",
        "themes: [security] # wlcg-notes-disable-line duplicate-theme",
      )
      .map((own) => `    ${own}`),
  },
);

const item = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...starts) },
      { weight: 1, arbitrary: fc.constantFrom(...unusualItemStarts) },
    ),
    fc.array(line, { maxLength: 4 }),
  )
  .map(([start, lines]) => [start, ...lines].join("\n"));

const heads = [
  "meeting:\n  title: M\n  date: 2025-01-01",
  "meeting: &m {title: M, date: 2025-01-01}",
  "meeting:\n  title: M",
];
const between = [
  "",
  "",
  "",
  "# at the margin",
  "  # above",
  "stray words",
  "extra: [1, &t 2]",
  "surveys:",
  "discussion:",
  "\n",
  "contribution:",
];

/** A file of up to five items; some lines of some files end with CRLF or a lone CR. */
export const riskyMeeting: fc.Arbitrary<string> = fc
  .record({
    head: fc.constantFrom(...heads),
    items: fc.array(fc.tuple(item, fc.constantFrom(...between)), { maxLength: 5 }),
    isHeadLast: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    eol: fc.constantFrom("\n", "\n", "\n", "\n", "\r\n"),
    returnAt: fc.oneof({ weight: 9, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(30) }),
    end: fc.constantFrom("\n", "\n", "\n", "", "\n\n# the end\n"),
  })
  .map(({ head, items, isHeadLast, eol, returnAt, end }) => {
    const body = items.map(([own, after]) => (after === "" ? own : `${own}\n${after}`)).join("\n");
    const list = `contributions:\n${body}`;
    const lines = (isHeadLast ? `${list}\n${head}` : `${head}\n${list}`).concat(end).split("\n");
    return lines
      .map((own, at) => (at === lines.length - 1 ? own : own + (at === returnAt ? "\r" : eol)))
      .join("");
  });
