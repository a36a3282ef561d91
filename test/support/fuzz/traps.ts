/** Texts of any length that make a careless regular expression, or a loop in a loop, take for ever. */
import { inMeeting } from "../findings";

const repeated: Readonly<Record<string, string>> = {
  spaces: " ",
  tabs: "\t",
  "spaces and tabs": " \t",
  stars: "*",
  "stars and spaces": "* ",
  ampersands: "&a ",
  aliases: "*a, ",
  tags: "!a ",
  "opening brackets": "[",
  "closing brackets": "]",
  "empty brackets": "[]",
  "bracketed letters": "[a]",
  "braces and commas": "{a, ",
  quotes: '"',
  "single quotes": "'",
  "quotes half open": '"a, ',
  "single quotes half open": "'a, ",
  "escaped quotes": '\\"',
  "quotes and spaces": "\" '",
  backslashes: "\\",
  colons: ":",
  "colons and spaces": ": ",
  "keys of one letter": "a: ",
  "keys of one letter in quotes": '"a": ',
  "merged keys": "<<: ",
  "question marks": "? ",
  "document marks": "--- ",
  dashes: "-",
  "dashes and spaces": "- ",
  "dashes and wide gaps": "-    ",
  "question marks and wide gaps": "?    ",
  "tabs and dashes": "\t- ",
  hashes: "#",
  "hashes and spaces": " #",
  backticks: "`",
  "backticks and letters": "`a",
  "less-than signs": "<",
  "open tags": "<a ",
  "open comments": "<!--",
  "links half open": "[a](",
  references: "[a]: ",
  pipes: "|",
  "pipes and dashes": "|-",
  digits: "1",
  "dotted digits": "1.",
  letters: "a",
  "capital letters": "aB",
  "dotted letters": "a.",
  "dotted names": "a.b",
  addresses: "https://a",
  "address ends": ").",
  commas: ",",
  tildes: "~",
  underscores: "_a_",
  emoji: "🙂",
  "joined marks": "e\u0301",
  ideographs: "日",
  overrides: "\u202e",
  "no-break spaces": "\u00a0",
  "carriage returns": "\r",
  "line separators": "\u2028",
  "hidden characters": "a\u200b ",
  "dates and times": "2020-01-01 9:30-",
  ands: " and ",
  suppressions: "# wlcg-notes-disable-line a, ",
};

const places: Readonly<Record<string, (run: string) => string>> = {
  "in a title": (run) => inMeeting(`  - title: ${run}\n    themes: none\n`),
  "in a quoted title": (run) => inMeeting(`  - title: 'x${run.replaceAll("'", "''")}'\n`),
  "after a title": (run) => inMeeting(`  - title: x${run}x: y\n    themes: [a\n`),
  "in themes": (run) => inMeeting(`  - title: x\n    themes: [${run}\n`),
  "in a start": (run) =>
    inMeeting(`  - title: x\n    start: "9${run.replaceAll(/["\\]/g, "")}x"\n    duration: 1${run}x\n`),
  "in notes": (run) =>
    inMeeting(`  - title: x\n    themes: none\n    notes: |\n      x\n      ${run}\n      ${run}x\n`),
  "after a link's text": (run) =>
    inMeeting(`  - title: x\n    themes: none\n    notes: |\n      [a](${run}x [b]:${run}x\n`),
  "in brackets": (run) => inMeeting(`  - title: x\n    themes: [a${run}b]\n`),
  "after a comment's mark": (run) =>
    inMeeting(`  # wlcg-notes-disable-file\n  #${run}x\n  - title: x\n    themes: none\n`),
  "below a key": (run) => inMeeting(`  - title: x\n    themes: none\n    notes:\n      ${run}x\n`),
  "in a comment": (run) => inMeeting(`  - title: x\n    themes: none # ${run}x\n    # ${run}\n`),
  "as a key": (run) => inMeeting(`  - title: x\n    x${run}x: none\n`),
  "at the margin": (run) => `${inMeeting("  - title: x\n")}${run}x\n`,
  "on lines": (run) => inMeeting(`  - title: x\n${`    ${run.slice(0, 4)}\n`.repeat(run.length / 4)}`),
  "as a file": (run) => run,
};

export interface SlowText {
  readonly name: string;
  /** the text with a run of so many UTF-16 units, or somewhat fewer */
  readonly text: (length: number) => string;
}

export const slowTexts: readonly SlowText[] = Object.entries(repeated).flatMap(([what, unit]) =>
  Object.entries(places).map(([where, text]) => ({
    name: `${what} ${where}`,
    text: (length: number) => text(unit.repeat(Math.floor(length / unit.length))),
  })),
);
