/** The table of diagnostic codes: `npm run generate` writes the settings in package.json and docs/rules.md from it. */

export type Severity = "error" | "warning" | "information" | "hint";

interface CodeRow {
  readonly code: string;
  /** unless the user's settings say otherwise */
  readonly severity: Severity;
  /** Markdown, for the settings and docs/rules.md */
  readonly description: string;
  /** The first one is shown as a whole file; of the others, the last line is shown. */
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
      "The YAML of one item is broken. One cause is one finding, at the place where it began, and the items around it are read as if nothing had happened. Most come with the edit that mends them: quote a title with a colon, close a bracket or a quote, replace a tab, line up an indent.",
    examples: [
      {
        lines: ["  - title: Rucio: the next steps"],
        message: "Quote this title: a colon followed by a space starts a new key.",
      },
    ],
  },
  {
    code: "duplicate-key",
    severity: "error",
    description: "A key stands twice in one map. YAML keeps one of the two, and not every program the same.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", "    title: SLATE"],
        message: "Duplicate key `title`.",
      },
    ],
  },
  {
    code: "unknown-key",
    severity: "error",
    description:
      "The format has no such key. The fixes offer the nearest ones that are not there yet, and `speaker: A. Forti` becomes `speakers: [A. Forti]` in one step.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", "    speaker: A. Forti"],
        message: "`speaker` is not a key of a contribution. Did you mean `speakers`?",
      },
    ],
  },
  {
    code: "missing-key",
    severity: "error",
    description:
      "A key that has to be there is not: a `title`, a `date`, an action's `text`. The mark is on the first key of the item it belongs to, and the fix adds the key.",
    examples: [
      {
        lines: ["  - speakers: [A. Forti]", "    themes: none"],
        message: "A contribution must have the key `title`.",
      },
    ],
  },
  {
    code: "wrong-type",
    severity: "error",
    description:
      "A value is of another kind than its key takes: text in place of a list, a list in place of a number, or no value at all where one is required.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: security"],
        message: "`themes` must be a list such as `[security]`, or `none`.",
      },
    ],
  },
  {
    code: "invalid-value",
    severity: "error",
    description:
      "A value is of the right kind, but not one its key takes: a `status` other than `open` or `done`, a `start` that is no time, an address without `https://`.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", '    start: "25:00"'],
        message: "`start` must be a time of day as `HH:MM`, such as `09:30`.",
      },
    ],
  },
  {
    code: "invalid-date",
    severity: "error",
    description: "A `date` or `due` is not written as `2019-12-10`, or there is no such day.",
    examples: [
      {
        lines: [
          "  - title: Rucio",
          "    themes: none",
          "    actions: [{text: Ask, owner: A. Forti, due: 2020-02-30}]",
        ],
        message: "2020-02-30 is not a date of the calendar.",
      },
    ],
  },
  {
    code: "unknown-theme",
    severity: "error",
    description:
      "The catalogue has no such theme. The fixes offer what it may have meant, by edit distance and by title or alias; a theme given by its title becomes its id.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: [securty]"],
        message: "Unknown theme: `securty`. Did you mean `security`?",
      },
    ],
  },
  {
    code: "unknown-topic",
    severity: "error",
    description: "The theme is there, its topic is not.",
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
    description: "A theme stands twice in one list. The fix removes the second one.",
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
    description: "A theme stands beside one of its own topics, which implies it. The fix removes the theme.",
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
      "An item has no themes. The fixes offer the themes its words speak for, with what gave them away, and `themes: none` for an item that has none on purpose.",
    examples: [{ lines: ["  - title: Rucio on Kubernetes"], message: "This contribution has no theme." }],
  },
  {
    code: "duplicate-title",
    severity: "warning",
    description: "Two items of one list have the same title; often one was pasted twice.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", "  - title: rucio", "    themes: none"],
        message: "Duplicate title.",
      },
    ],
  },
  {
    code: "schedule-overlap",
    severity: "warning",
    description: "A contribution starts before the one ahead of it is over, by `start` and `duration`.",
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
    code: "action-without-owner",
    severity: "warning",
    description: "Nobody owns an open action. Done ones are left alone.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none", "    actions: [{text: Ask again}]"],
        message: "Open action without an `owner`.",
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
      "A bidirectional override or a zero-width character stands in the text; it can make text read other than it is. The fix removes it.",
    examples: [
      {
        lines: ['  - title: "Rucio \u202ereversed"', "    themes: none"],
        message: "Invisible character U+202E: the text may be displayed differently from what is stored.",
      },
    ],
  },
  {
    code: "too-complex",
    severity: "error",
    description:
      "The file cannot be read in bounded time: values nested more than 50 levels deep, an item of more than 10,000 values, an alias that contains itself, aliases that unfold into more than 100,000 values.",
    examples: [{ lines: ["  - title: &loop [*loop]"], message: "The alias `*loop` contains itself." }],
  },
  {
    code: "unused-suppression",
    severity: "warning",
    description:
      "A suppression silences nothing, or names a code that is not there to silence or does not exist. The fix removes it, or the name that is too much. While an item is broken nothing is said of the suppressions in it.",
    examples: [
      {
        lines: ["  - title: Rucio", "    themes: none # wlcg-notes-disable-line untagged-item"],
        message: "This suppression has no effect.",
      },
    ],
  },
] as const satisfies readonly CodeRow[];

export type Code = (typeof rows)[number]["code"];

export const codeTable: readonly CodeRow[] = rows;

/** Every code, in the order of the table. */
export const codes: readonly Code[] = rows.map(({ code }) => code);

/** The severity of each code, unless the user's settings say otherwise. */
export const defaultSeverity = Object.fromEntries(
  rows.map(({ code, severity }) => [code, severity]),
) as Readonly<Record<Code, Severity>>;
