/** The table of diagnostic codes: `npm run generate` writes the settings in package.json and docs/rules.md from it. */

export type Severity = "error" | "warning" | "information" | "hint";

interface CodeRow {
  readonly code: string;
  /** unless the user's settings say otherwise */
  readonly severity: Severity;
  /** Markdown, for the settings and docs/rules.md */
  readonly description: string;
  /** true for a code that no analysis reports: it comes from a comparison that a person asks for */
  readonly isOnRequest?: true;
  /** The first example is shown as a whole file; only the last line of the others is shown. */
  readonly examples: readonly [CodeExample, ...CodeExample[]];
}

interface CodeExample {
  /** the lines below `contributions:` in a file */
  readonly lines: readonly string[];
  /** of the diagnostic with this code */
  readonly message: string;
}

/** One row for each code, in the order of docs/rules.md. */
const rows = [
  {
    code: "yaml-syntax",
    severity: "error",
    description:
      "An item has a YAML syntax error. One root cause gives one diagnostic, at the place where it begins; all other items are analysed as usual. Most syntax errors have a quick fix: quote a title with a colon, close a bracket or a quote, replace a tab, correct the indentation.",
    examples: [
      {
        lines: ["  - title: Rucio: the next steps"],
        message: "Quote this title: a colon followed by a space starts a new key.",
      },
      { lines: ["  - title: Rucio", "    themes: [security"], message: "Unclosed bracket." },
      {
        lines: ["  - title: Rucio", "     themes: none"],
        message: "Inconsistent indentation: 5 spaces, expected 4.",
      },
    ],
  },
  {
    code: "duplicate-key",
    severity: "error",
    description:
      "The key occurs twice in one mapping. Parsers disagree about which value wins. The quick fixes merge two lists or two texts of notes, or keep one of two values.",
    examples: [
      {
        lines: ["  - title: Rucio", "    duration: 20", "    themes: none", "    duration: 30"],
        message: "Duplicate key `duration`.",
      },
    ],
  },
  {
    code: "unknown-key",
    severity: "error",
    description:
      "The format has no such key. The quick fixes offer the closest keys that are not used yet; `speaker: A. Forti` becomes `speakers: [A. Forti]` in one step. If no key is close, the quick fix moves the words to the notes, or to the meeting's `context`. Published notes have the words of unknown keys, also where the diagnostic is disabled. Keys that begin with `x-` are ignored everywhere.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", "    speaker: A. Forti"],
        message: "`speaker` is not a key of a contribution. Did you mean `speakers`?",
      },
      {
        lines: ["  - title: Rucio", "    themes: none", "    colour: blue"],
        message:
          "`colour` is not a key of a contribution. Expected one of `title`, `session`, `date`, `speakers`, `community`, `themes`, `start`, `duration`, `place`, `url`, `links`, `abstract`, `notes`, `decisions`, `actions`, `parts`.",
      },
    ],
  },
  {
    code: "missing-key",
    severity: "error",
    description:
      "A required key is missing: a `title`, a `date`, the `text` of an action. It is reported on the first key of its item, and the quick fix adds the key.",
    examples: [
      {
        lines: ["  - speakers: [A. Forti]", "    themes: none"],
        message: "A contribution must have the key `title`.",
      },
      {
        lines: ["  - title: Rucio", "    themes: none", "    actions: [{owner: A. Forti}]"],
        message: "An action must have the key `text`.",
      },
    ],
  },
  {
    code: "wrong-type",
    severity: "error",
    description:
      "A value has the wrong type for its key: text instead of a list, a list instead of a number, or no value for a required key.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: security"],
        message: "`themes` must be a list such as `[security]`, or `none`.",
      },
      {
        lines: ["  - title: Rucio", "    themes: none", "    duration: 20 min"],
        message: "`duration` must be a number of minutes, such as `20`.",
      },
      { lines: ["  - title: 2019"], message: "`title` must be text: quote it." },
      { lines: ["  - title:"], message: "`title` must have a value." },
    ],
  },
  {
    code: "invalid-value",
    severity: "error",
    description:
      "A value has the right type, but is not allowed for its key: an unknown `status`, a `start` that is not a time of day, an address without `https://`, several persons in one entry. The quick fix makes each person an entry.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", '    start: "25:00"'],
        message: "`start` must be a time of day as `HH:MM`, such as `09:30`.",
      },
      {
        lines: ["  - title: Rucio", "    themes: none", "    url: indico.cern.ch"],
        message:
          "An address must start with `https://` or `http://`, such as `https://indico.cern.ch/event/000000`.",
      },
      {
        lines: [
          "  - title: Rucio",
          "    themes: none",
          "    actions: [{text: Ask, owner: A. Forti, status: closed}]",
        ],
        message: "`status` must be `open`, `in-progress`, `done` or `dropped`.",
      },
      {
        lines: ["  - title: Rucio", "    themes: none", "    duration: 20000"],
        message: "`duration` must be at most 1440 minutes, which are 24 hours.",
      },
      {
        lines: ["  - title: Rucio", "    themes: none", '    speakers: ["A. Forti, B. Scribe"]'],
        message: "Several persons in one entry: `A. Forti, B. Scribe`. Each person must be a separate entry.",
      },
    ],
  },
  {
    code: "invalid-date",
    severity: "error",
    description:
      "A `date`, `endDate` or `due` is not written as `2019-12-10`, or is not a date of the calendar, or `endDate` is before `date`. The quick fixes read dates as people write them, in five languages; where a date has two readings, as `10/11/2019`, both are offered.",
    examples: [
      {
        lines: [
          "  - title: Rucio",
          "    themes: none",
          "    actions: [{text: Ask, owner: A. Forti, due: 2020-02-30}]",
        ],
        message: "2020-02-30 is not a date of the calendar.",
      },
      {
        lines: [
          "  - title: Rucio",
          "    themes: none",
          "    actions: [{text: Ask, owner: A. Forti, due: next week}]",
        ],
        message: "A date must be written as year-month-day, such as `2019-12-10`.",
      },
    ],
  },
  {
    code: "date-outside-meeting",
    severity: "warning",
    description:
      "The `date` of an item or a session is not a day of the meeting, from `date` to `endDate`; or an action was `closed` before the meeting and has no `since`. The quick fixes offer the days of the meeting, and extend it. Of several items on one such day, the first is reported.",
    examples: [
      {
        lines: ["  - title: Rucio", "    date: 2019-12-11", "    themes: none"],
        message: "A contribution must be on a day of the meeting, which is on 2019-12-10.",
      },
    ],
  },
  {
    code: "unknown-theme",
    severity: "error",
    description:
      "The catalogue has no such theme. The quick fixes offer themes with a similar spelling, title or alias; the title of a theme is replaced with its id.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: [securty]"],
        message: "Unknown theme: `securty`. Did you mean `security`?",
      },
      {
        lines: ["  - title: Rucio", "    themes: [none]"],
        message: "`none` cannot be an entry of a list: write `themes: none`.",
      },
    ],
  },
  {
    code: "unknown-topic",
    severity: "error",
    description: "The theme exists, but has no such topic.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: [security/ai]"],
        message: "Unknown topic of `security`: `security/ai`. Did you mean `security/aai`?",
      },
    ],
  },
  {
    code: "duplicate-theme",
    severity: "warning",
    description: "A theme occurs twice in one list. The quick fix removes the second one.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: [security, security]"],
        message: "Duplicate theme `security`.",
      },
    ],
  },
  {
    code: "redundant-theme",
    severity: "warning",
    description:
      "A list has a theme and one of its topics, which implies the theme. The quick fix removes the theme.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: [security, security/aai]"],
        message: "Redundant: `security/aai` already implies `security`.",
      },
    ],
  },
  {
    code: "untagged-item",
    severity: "warning",
    description:
      "An item has no themes. The quick fixes offer the themes suggested by its text, with the matching words, and `themes: none` for an item that is about none of them.",
    examples: [{ lines: ["  - title: Rucio on Kubernetes"], message: "This contribution has no theme." }],
  },
  {
    code: "duplicate-title",
    severity: "warning",
    description:
      "Two items of one list have the same title; often one was pasted twice. Items on different days, in different sessions or places, or with different starts may have the same title, and so may breaks and items that both say `themes: none`.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", "  - title: rucio", "    themes: [security]"],
        message: "Duplicate title.",
      },
    ],
  },
  {
    code: "schedule-overlap",
    severity: "warning",
    description:
      "A contribution or a break starts before the previous one ends, by `start` and `duration`. Only items of one day are compared, within a session or a room.",
    examples: [
      {
        lines: [
          "  - title: Rucio",
          "    themes: none",
          '    start: "09:00"',
          "    duration: 30",
          "  - title: SLATE",
          "    themes: none",
          '    start: "09:20"',
        ],
        message: "Overlaps “Rucio”, which ends at 09:30.",
      },
    ],
  },
  {
    code: "unknown-session",
    severity: "warning",
    description:
      "The `session` of an item is none of the titles in `sessions`. It is not reported in a file without `sessions`. The quick fixes offer the nearest title, and add the session.",
    examples: [
      {
        lines: [
          "  - title: Rucio",
          "    session: Storge",
          "    themes: none",
          "sessions:",
          "  - title: Storage",
        ],
        message: "`sessions` must have a session “Storge”. Did you mean “Storage”?",
      },
    ],
  },
  {
    code: "placeholder-value",
    severity: "warning",
    description:
      "A word such as `none`, `n/a` or `tbd` is instead of a person, a community, a decision or an action. The format has no such word apart from `themes: none`: a key without a value is left out. The notes do not show these words.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", "    speakers: [none]"],
        message: "`none` is not a value of `speakers`: leave it out if there is none.",
      },
      {
        lines: ["  - title: Rucio", "    themes: none", "    actions: [{text: Ask again, owner: TBD}]"],
        message: "`TBD` is not a value of `owner`: leave it out until the value is known.",
      },
    ],
  },
  {
    code: "action-without-owner",
    severity: "warning",
    description:
      "An open action has neither an `owner` nor `owners`. Actions that are done or dropped are not reported.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", "    actions: [{text: Ask again}]"],
        message: "Open action without an `owner`.",
      },
    ],
  },
  {
    code: "conflicting-keys",
    severity: "warning",
    description:
      "Two keys of an action contradict each other: `owner` and `owners`, or `closed` and a `status` that is not `done` or `dropped`. The quick fix writes all persons in `owners`, or the status.",
    examples: [
      {
        lines: [
          "  - title: Rucio",
          "    themes: none",
          "    actions: [{text: Ask, owner: A. Forti, owners: [B. Two]}]",
        ],
        message: "An action must have either `owner` or `owners`: write all persons in `owners`.",
      },
      {
        lines: [
          "  - title: Rucio",
          "    themes: none",
          "    actions: [{text: Ask, owner: A. Forti, closed: 2019-12-11}]",
        ],
        message: "An action with `closed` must be `done` or `dropped`, not `open`.",
      },
    ],
  },
  {
    code: "duplicate-id",
    severity: "warning",
    description: "Two actions of the file have the same `id`, so that a reference to it is not unique.",
    examples: [
      {
        lines: [
          "  - title: Rucio",
          "    themes: none",
          "    actions: [{text: Ask, owner: A. Forti, id: A1}, {text: Publish, owner: A. Forti, id: A1}]",
        ],
        message: "Duplicate `id`: another action has the number A1.",
      },
    ],
  },
  {
    code: "survey-total",
    severity: "warning",
    description: "The answers of a survey count more people than responded.",
    examples: [
      {
        lines: [
          "  - title: Rucio",
          "    themes: none",
          "surveys:",
          "  - question: Do you use Kubernetes?",
          "    themes: none",
          "    responses: 10",
          "    answers:",
          '      - {answer: "Yes", count: 7}',
          '      - {answer: "No", count: 6}',
        ],
        message: "The answers add up to 13, more than the 10 responses.",
      },
    ],
  },
  {
    code: "hidden-character",
    severity: "warning",
    description:
      "The text contains a bidirectional override or a zero-width character, so it may be displayed differently from what is stored. The quick fix removes the character.",
    examples: [
      {
        lines: ['  - title: "Rucio \u202ereversed"', "    themes: none"],
        message: "Invisible character U+202E: the text may be displayed differently from what is stored.",
      },
    ],
  },
  {
    code: "look-alike-character",
    severity: "error",
    description:
      "A character only looks like one that YAML needs: a no-break space as indentation, a bullet or a long dash before an item, a full-width colon, typographic quotes around a value, or an invisible character before a key. Word processors, mail programs and web pages write them. The quick fix replaces all of them in the lines that follow each other. In titles, notes and other texts these characters are allowed.",
    examples: [
      {
        lines: ["  - title: Rucio", "\u00a0\u00a0\u00a0\u00a0themes: none"],
        message: "A no-break space (U+00A0) is used as indentation; YAML needs ordinary spaces.",
      },
      {
        lines: ["  \u2013 title: Rucio"],
        message: "An en dash (U+2013) is used for an entry; YAML needs a hyphen and a space.",
      },
    ],
  },
  {
    code: "lost-text",
    severity: "warning",
    description:
      "YAML does not read a part of a text as text, so the notes leave it out or join it: a `#` directly before a word, as in `Rucio #42`, starts a comment; `&Co` is an anchor; a heading `# Title` below a bare `notes:` is a comment; an entry whose dash is too far to the right belongs to the entry above; `? notes: x` is a key without a value. The quick fix quotes the whole text, begins a block with `|`, or aligns the dash. A comment with a space after its `#` is not reported.",
    examples: [
      {
        lines: ["  - title: Rucio #42 follow-up", "    themes: none"],
        message: "`#42 follow-up` is a comment, which the notes leave out: quote this title.",
      },
    ],
  },
  {
    code: "folded-text",
    severity: "hint",
    description:
      "A text after `>`, in quotes or without `|` joins its lines, so that a list, a table, a heading or a code block in it becomes one paragraph. The quick fix writes `|`, which keeps the lines.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", "    notes: >", "      - one", "      - two"],
        message: "`>` joins these lines into one paragraph: use `|` to keep them.",
      },
    ],
  },
  {
    code: "unclosed-comment",
    severity: "warning",
    description:
      "An HTML comment in notes, a text or a decision has no end, so that it is published as text. The quick fix writes `-->` at the end of its line; a comment that goes further is closed by hand.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", "    notes: All agreed. <!-- ask Ann"],
        message: "This comment is published, since it has no end: close it with `-->`.",
      },
    ],
  },
  {
    code: "too-complex",
    severity: "error",
    description:
      "The file cannot be analysed in bounded time: it is too large, an item has more than 50,000 values, values are nested more than 50 levels deep, an alias contains itself, or aliases expand to more than 100,000 values.",
    examples: [{ lines: ["  - title: &loop [*loop]"], message: "The alias `*loop` contains itself." }],
  },
  {
    code: "unused-suppression",
    severity: "warning",
    description:
      "A suppression has no effect, is misspelt, or lists a code that is unknown or not reported here. The quick fix removes the comment or the code, or corrects its spelling. While an item has a syntax error, the suppressions in it are not checked.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none # wlcg-notes-disable-line untagged-item"],
        message: "This suppression has no effect.",
      },
      {
        lines: ["  - title: Rucio # wlcg-notes-disable-line untagged-item, unknown-key"],
        message: "`unknown-key` is not reported here.",
      },
      {
        lines: ["  - title: Rucio # wlcg-notes-disable-line untagged-item because it is a break"],
        message: "A reason must follow ` -- `.",
      },
      {
        lines: ["  - title: Rucio # wlcg-notes-disable untagged-item"],
        message: "Unknown directive `wlcg-notes-disable`. Did you mean `wlcg-notes-disable-line`?",
      },
    ],
  },
  {
    code: "differs-from-agenda",
    severity: "information",
    description:
      "The file differs from the agenda that it is compared with: an entry is new, moved, renamed, changed, no longer in the agenda, or in it again. It is reported on request only, when a file is compared with its agenda. The quick fix takes the agenda's version and leaves notes, themes and comments as they are; an item that is no longer in the agenda stays, with `x-not-in-agenda: true`.",
    isOnRequest: true,
    examples: [
      {
        lines: ["  - title: Rucio on k8s", "    themes: none", '    start: "14:00"'],
        message: "Rucio on k8s: 14:20 instead of 14:00.",
      },
    ],
  },
] as const satisfies readonly CodeRow[];

export type Code = (typeof rows)[number]["code"];

/** Each code with its severity, description and examples; the server has only what `codes.ts` exports. */
export const codeTable: readonly CodeRow[] = rows;

const exampleHead = ["meeting:", "  title: Kubernetes pre-GDB", "  date: 2019-12-10", "contributions:"];

/** A file with the lines of an example. */
export function exampleFile(lines: readonly string[]): string {
  return `${[...exampleHead, ...lines].join("\n")}\n`;
}
