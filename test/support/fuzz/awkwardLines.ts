/** Files of lines that are hard to cut: what looks like an item, a key or a comment, in and between texts of all kinds. */
import fc from "fast-check";

/** What a line may hold, whatever it belongs to. */
const fragments = [
  ...[
    "- moved",
    "- title: x",
    "- ",
    "-",
    "-x",
    "- - y",
    "-\ty",
    "- # c",
    "- [a",
    "- {b: c}",
    "- |",
    "- 'q",
    "- &a b",
  ],
  ...[
    "# comment",
    "#",
    "#x",
    "word # comment",
    "---",
    "...",
    "--- x",
    "%YAML 1.2",
    "? x",
    "? - y",
    ": z",
    "?",
  ],
  ...[
    "contributions:",
    "meeting:",
    "surveys: []",
    "sessions:",
    "actions:",
    "break: b",
    "abstract: |",
    "discussion:",
    "title: t",
    "notes: |",
    "x-own: >",
    "key:",
    "a:b: c",
  ],
  ...[
    '"quoted: x"',
    '"open',
    'close"',
    "'it''s'",
    "'",
    '"',
    "[a, b]",
    "[",
    "]",
    "{",
    "}",
    "{a: [b",
    "c]}",
    ", d",
  ],
  ...[
    "&a x",
    "*a",
    "!t x",
    "!!str y",
    "| z",
    "> z",
    "@at",
    "`tick",
    "plain words",
    "a: b",
    "Note: words",
    "\ttabbed",
  ],
  ...[
    "- \ufeff",
    "\u00a0- x",
    "x:y:",
    "'k': v",
    '"k" : v',
    "<<: {a: 1}",
    "\\",
    '\\" x',
    "x\ry",
    "- a\rb",
    "\\\t- n",
  ],
];

const linePrefix = fc.oneof(
  { weight: 6, arbitrary: fc.constant("") },
  { weight: 4, arbitrary: fc.constantFrom(" ", "  ", "    ", "\t", "\t\t", " \t", "  \t", "      ") },
);
const line = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.tuple(linePrefix, fc.constantFrom(...fragments)).map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.constantFrom("", " ", "\t") },
);
const lines = fc.array(line, { minLength: 1, maxLength: 4 });

/** A value after a key or a dash; its further lines begin at a column. */
type Value = (column: number) => string;

/** Lines at a column, the empty ones without it. */
function indentLines(body: readonly string[], column: number, ahead = ""): string {
  return body.map((text) => `\n${" ".repeat(Math.max(0, column))}${ahead}${text}`).join("");
}

const heads = ["|", ">", "|-", ">+", "|2", ">1-", "| # c", "!!str |", "&b >"];
const blockScalar = fc.tuple(fc.constantFrom(...heads), lines).map(
  ([head, body]): Value =>
    (column) =>
      head + indentLines(body, column),
);
const quoted = fc.tuple(fc.constantFrom('"', "'"), lines).map(([quote, body]): Value => {
  const inside = body.map((text) => text.replaceAll(/["'\\]/g, ""));
  return (column) => `${quote}begin${indentLines(inside, column)}${quote}`;
});
const plainScalar = lines.map(
  (body): Value =>
    (column) =>
      `words${indentLines(body, column)}`,
);
const flow = fc.tuple(fc.constantFrom("[]", "{}"), lines).map(([brackets, body]): Value => {
  const inside = body.map((text) => text.replaceAll(/[[\]{}"':&*!|>%@`?-]/g, ""));
  return (column) =>
    `${brackets[0]}${indentLines(inside, column)}${indentLines([brackets[1] ?? ""], column)}`;
});
const list = fc.tuple(fc.constantFrom(0, -2, 1), lines).map(
  ([by, body]): Value =>
    (column) =>
      indentLines(
        body.map((text) => text.trimStart()),
        column + by,
        "- ",
      ),
);
const singleLineValue = fc
  .constantFrom("", "~", "x", "'y'", "[a, b]", "{c: d}", "# c", "&c", "*a", "!t", "? z")
  .map(
    (text): Value =>
      () =>
        text,
  );
const value: fc.Arbitrary<Value> = fc.oneof(
  ...[blockScalar, blockScalar, quoted, plainScalar, flow, list, singleLineValue, singleLineValue].map(
    (arbitrary) => ({
      weight: 1,
      arbitrary,
    }),
  ),
);

const key = fc.constantFrom(
  "title",
  "notes",
  "actions",
  "abstract",
  "themes",
  "'a b'",
  '"c"',
  "x-d",
  "a:b",
  "? e\n",
);
const map = fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 3 }).map(
  (pairs): Value =>
    (column) => {
      const at = " ".repeat(column);
      return pairs
        .map(([name, make]) => `${name.replace("\n", `\n${at}`)}: ${make(column + 2)}`)
        .join(`\n${at}`);
    },
);

const commentOrBlank = fc.constantFrom(
  "",
  "",
  "",
  "",
  "# r\n",
  "  # r\n",
  "\n",
  " \n",
  "    # r\n",
  "\t\n",
  "\t# r\n",
);
const dash = fc.constantFrom(
  "- ",
  "- ",
  "- ",
  "- ",
  "-   ",
  "-\t",
  "- &a ",
  "- !t ",
  "-\n    ",
  "- # c\n    ",
);
const item = fc.tuple(
  commentOrBlank,
  dash,
  fc.oneof({ weight: 4, arbitrary: map }, { weight: 1, arbitrary: value }),
);

/** The items of a list, at one column. */
const items = fc
  .tuple(fc.constantFrom(0, 2, 2, 2, 1, 4), fc.array(item, { maxLength: 4 }))
  .map(([column, all]) =>
    all.map(([above, ahead, make]) => {
      const inner = column + (/^-(?: {3}|[ #c]*\n)/.test(ahead) ? 4 : 2);
      return `\n${above}${" ".repeat(column)}${ahead.replace("\n    ", `\n${" ".repeat(inner)}`)}${make(inner)}`;
    }),
  );

const rootKey = fc.constantFrom(
  ...[
    "contributions:",
    "contributions:",
    "surveys:",
    "discussion:",
    "'discussion':",
    '"surveys" :',
    "contributions: # c",
  ],
  ...[
    "contributions: &l",
    "x-own:",
    "tags:",
    "Note: words",
    "actions:",
    "contributions:  !t",
    "a:b:",
    "? surveys\n:",
  ],
);
const section = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(rootKey, items).map(([name, own]) => `${name}${own.join("")}`) },
  { weight: 1, arbitrary: fc.tuple(key, value).map(([name, make]) => `${name}: ${make(2)}`) },
  { weight: 1, arbitrary: line },
);
const start = fc.constantFrom(
  "",
  "",
  "",
  "",
  "\ufeff",
  "# c\n",
  "---\n",
  "--- # c\n",
  "\n",
  "%YAML 1.2\n---\n",
  "  # c\n",
);
const head = fc.oneof(
  { weight: 3, arbitrary: fc.constant("meeting:\n  title: M\n  date: 2025-01-01\n") },
  { weight: 2, arbitrary: map.map((make) => `meeting:\n  ${make(2)}\n`) },
  { weight: 1, arbitrary: fc.constantFrom("meeting: {title: M}\n", "meeting: {\n  title: M }\n", "") },
);

/** A line more at some place, in one of three files. */
const insertedLine = fc.option(fc.tuple(fc.nat(30), line), { freq: 1 });

export const awkwardFile: fc.Arbitrary<string> = fc
  .tuple(start, head, fc.array(section, { minLength: 1, maxLength: 4 }), insertedLine, fc.nat(9))
  .map(([ahead, meeting, sections, more, end]) => {
    const all = `${ahead}${meeting}${sections.join("\n")}`.split("\n");
    if (more) all.splice(more[0] % (all.length + 1), 0, more[1]);
    return all.join(end === 0 ? "\r\n" : "\n") + (end > 3 ? "\n" : "");
  });
