/** Damaged and hostile files with their diagnostics: `line:column: severity: message [code]`. */
import { inMeeting } from "./findings";

export interface BadInput {
  readonly content: string | Buffer;
  readonly expected: readonly string[];
  /** the lines on standard error, where it cannot be read at all */
  readonly error?: string;
}

const validMeeting = inMeeting("  - title: x\n    themes: none\n");

const emptyFileMessage =
  "1:1: error: Empty file: it must have the keys `meeting` and `contributions`. [missing-key]";
const binaryMessage =
  "error: The file contains NUL characters: it is binary, or its encoding is not UTF-8. [yaml-syntax]";
const tooDeepMessage = "error: Nested more than 300 levels deep. [too-complex]";
const aliasBombMessage = "error: The aliases expand to too many values: write the values out. [too-complex]";
const tabMessage = "error: Tabs are not allowed as indentation: use spaces. [yaml-syntax]";
const rootKeysMessage =
  "Expected one of `meeting`, `sessions`, `contributions`, `actions`, `surveys`, `discussion`. [unknown-key]";
const itemKeysMessage =
  "Expected one of `title`, `session`, `date`, `speakers`, `community`, `themes`, `start`, `duration`, `place`, `url`, `links`, `abstract`, `notes`, `decisions`, `actions`, `parts`. [unknown-key]";

function foreignFileMessage(place = "1:1"): string {
  return `${place}: error: Not a contributions file: it has neither \`meeting\` nor \`contributions\`. [missing-key]`;
}

function utf16(text: string, order: "LE" | "BE"): Buffer {
  const bytes = Buffer.from(text, "utf16le");
  return order === "LE" ? bytes : bytes.swap16();
}

/** `a:` in `a:` in `a:`, each a column further right. */
function nestedMaps(depth: number, indent: number): string {
  return Array.from({ length: depth }, (_, level) => `${" ".repeat(indent + level)}a:\n`).join("");
}

/** Nine aliases to the line above on every line; the last one stands for 9 to the power of `lines` values. */
function billionLaughs(lines: number, start: (name: string) => string): string {
  const line = (_: unknown, index: number): string =>
    `${start(`l${index}`)}[${Array(9)
      .fill(index === 0 ? "ha" : `*l${index - 1}`)
      .join(", ")}]\n`;
  return Array.from({ length: lines }, line).join("");
}

const encodings: Readonly<Record<string, BadInput>> = {
  "an empty file": { content: "", expected: [emptyFileMessage] },
  "blank lines": { content: " \n\n\t\n", expected: [emptyFileMessage] },
  "only comments": { content: "# one\n\n  # two\n", expected: [emptyFileMessage] },
  "a picture": {
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    expected: [],
    error: "is not text encoded as UTF-8",
  },
  "Latin-1": {
    content: Buffer.from(`# café\n${validMeeting}`, "latin1"),
    expected: [],
    error: "is not text encoded as UTF-8",
  },
  "UTF-16 LE with a mark": { content: utf16(`\uFEFF${validMeeting}`, "LE"), expected: [] },
  "UTF-16 BE with a mark": { content: utf16(`\uFEFF${validMeeting}`, "BE"), expected: [] },
  "UTF-16 LE without a mark": { content: utf16(validMeeting, "LE"), expected: [] },
  "UTF-16 BE without a mark": { content: utf16(validMeeting, "BE"), expected: [] },
  "UTF-16 with half a character at its end": {
    content: utf16(`\uFEFF${validMeeting}`, "LE").subarray(0, -1),
    expected: [],
    error: "is not text encoded as UTF-16",
  },
  "UTF-8 with a mark": { content: `\uFEFF${validMeeting}`, expected: [] },
  CRLF: { content: validMeeting.replaceAll("\n", "\r\n"), expected: [] },
  "lone CR": {
    content: validMeeting.replaceAll("\n", "\r"),
    expected: [
      "1:9: error: The lines end with a lone CR, as on old Macs: save the file with LF or CRLF. [yaml-syntax]",
    ],
  },
  "NUL characters": {
    content: inMeeting("  - title: x\0y\n    themes: none\n  - title: \0\n  - title: z\n"),
    expected: [`5:13: ${binaryMessage}`],
  },
  "nothing but NUL": { content: "\0".repeat(512), expected: [`1:1: ${binaryMessage}`] },
  "tabs as indentation": {
    content: validMeeting.replaceAll("  ", "\t"),
    expected: [`2:1: ${tabMessage}`],
  },
};

const depths: Readonly<Record<string, BadInput>> = {
  "10,000 brackets that open": {
    content: inMeeting(`  - title: ${"[".repeat(10_000)}\n`),
    expected: [`5:310: ${tooDeepMessage}`],
  },
  "10,000 brackets that open and close": {
    content: inMeeting(`  - title: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`),
    expected: [`5:310: ${tooDeepMessage}`],
  },
  "10,000 brackets in a separate file": { content: "[".repeat(10_000), expected: [foreignFileMessage()] },
  "10,000 dashes": {
    content: inMeeting(`  - title: x\n    themes:\n      ${"- ".repeat(10_000)}\n`),
    expected: [`7:602: ${tooDeepMessage}`],
  },
  "60 brackets": {
    content: inMeeting(`  - title: x\n    themes: none\n    notes: ${"[".repeat(60)}${"]".repeat(60)}\n`),
    expected: ["7:62: error: Nested more than 50 levels deep. [too-complex]"],
  },
  "10,000 maps": {
    content: inMeeting(`  - title: x\n    notes:\n${nestedMaps(10_000, 6)}`),
    expected: [`304:305: ${tooDeepMessage}`],
  },
  "an alias bomb at the root": {
    content: billionLaughs(10, (name) => `${name}: &${name} `),
    expected: [foreignFileMessage()],
  },
  "an alias bomb in an item": {
    content: inMeeting(
      `  - title: x\n    themes: none\n    notes:\n${billionLaughs(10, (name) => `      ${name}: &${name} `)}`,
    ),
    expected: [`13:16: ${aliasBombMessage}`],
  },
  "an alias that contains itself": {
    content: inMeeting("  - &x\n    title: *x\n    themes: none\n").replace(
      "title: M",
      "title: M\n  place: &p [*p]",
    ),
    expected: [
      "3:14: error: The alias `*p` contains itself. [too-complex]",
      "7:12: error: The alias `*x` contains itself. [too-complex]",
    ],
  },
  "an alias without an anchor": {
    content: inMeeting("  - title: x\n    themes: *gone\n"),
    expected: [
      "6:13: error: Unknown alias: there is no anchor `&gone` before it. Quote it if it is text. [yaml-syntax]",
    ],
  },
};

const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
const keys = Object.fromEntries(
  names.flatMap((name): readonly [string, BadInput][] => [
    [
      `${name} at the root`,
      {
        content: `${validMeeting}${name}: {a: 1}\n`,
        expected: [`7:1: error: \`${name}\` is not a key of the file. ${rootKeysMessage}`],
      },
    ],
    [
      `${name} in an item`,
      {
        content: inMeeting(`  - title: x\n    themes: none\n    ${name}: {title: 1}\n`),
        expected: [`7:5: error: \`${name}\` is not a key of a contribution. ${itemKeysMessage}`],
      },
    ],
    [
      `${name} as a theme`,
      {
        content: inMeeting(`  - title: x\n    themes: [${name}]\n`),
        expected: [`6:14: error: Unknown theme: \`${name}\`. [unknown-theme]`],
      },
    ],
  ]),
);

const shapes: Readonly<Record<string, BadInput>> = {
  "a manifest of Kubernetes": {
    content:
      "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n  template:\n    spec:\n      containers:\n        - name: x\n",
    expected: [foreignFileMessage()],
  },
  "two manifests": {
    content: "---\nkind: Service\n---\nkind: Deployment\n",
    expected: [foreignFileMessage("2:1")],
  },
  "a template of Helm": { content: "kind: {{ .Values.kind }}\nname: [\n", expected: [foreignFileMessage()] },
  "a JSON array": { content: '[{"a": 1}, {"b": [2]}]\n', expected: [foreignFileMessage()] },
  "a JSON object": { content: '{"name": "x", "version": "1"}\n', expected: [foreignFileMessage("1:2")] },
  "a list": { content: "# agenda\n- title: x\n", expected: [foreignFileMessage("2:1")] },
  "a number": { content: "42\n", expected: [foreignFileMessage()] },
  prose: { content: "Dear all,\nthe notes are below.\n", expected: [foreignFileMessage()] },
  "prose with colons": {
    content: "Dear all,\n\nfind them below: they are short.\nSecond: nothing.\n",
    expected: [foreignFileMessage("3:1")],
  },
  "several documents": {
    content: `${inMeeting("  - title: x\n    themes: [securty]\n")}---\n${validMeeting}`,
    expected: [
      "6:14: error: Unknown theme: `securty`. Did you mean `security`? [unknown-theme]",
      "7:1: error: Second YAML document: a file must hold one meeting only. [yaml-syntax]",
    ],
  },
  "a flow collection at the root": {
    content:
      '{\n  "meeting": {"title": "M", "date": "2019-12-10"},\n  "contributions": [\n    {"title": "x", "themes": ["securty"]}\n  ]\n}\n',
    expected: ["4:31: error: Unknown theme: `securty`. Did you mean `security`? [unknown-theme]"],
  },
  "anchors shared across items": {
    content: inMeeting(
      "  - title: x\n    themes: &t [security]\n  - title: y\n    themes: *t\n  - title: z\n    themes: [*t, securty]\n",
    ),
    expected: [
      "10:14: error: An entry of `themes` must be text. [wrong-type]",
      "10:18: error: Unknown theme: `securty`. Did you mean `security`? [unknown-theme]",
    ],
  },
  "2,000 items that share an anchor": {
    content: inMeeting(
      `  - title: x\n    themes: &t [security]\n${Array.from({ length: 2000 }, (_, index) => `  - title: Talk ${index}\n    themes: *t\n`).join("")}`,
    ),
    expected: [],
  },
};

const megabytes = 10 * 1024 * 1024;

/** Valid talks, each with `size` characters of notes. */
function talks(count: number, size: number): string {
  const line =
    "      A line of notes about Rucio, as long as lines of notes are; and then some more of it.\n";
  const notes = line.repeat(size / line.length);
  const talk = (_: unknown, index: number): string =>
    `  - title: Talk ${index}\n    themes: none\n    notes: |\n${notes}`;
  return Array.from({ length: count }, talk).join("");
}

const sizes: Readonly<Record<string, BadInput>> = {
  "10 MB of notes": { content: inMeeting(talks(50, megabytes / 50)), expected: [] },
  "a line of 10 MB": {
    content: inMeeting(`  - title: ${"word ".repeat(megabytes / 5)}\n    themes: none\n`),
    expected: [],
  },
  "a word of 10 MB": { content: "x".repeat(megabytes), expected: [foreignFileMessage()] },
  "a theme of 10 MB": {
    content: inMeeting(`  - title: x\n    themes: [${"x".repeat(megabytes)}]\n`),
    expected: [`6:14: error: Unknown theme: \`${"x".repeat(59)}…\`. [unknown-theme]`],
  },
};

export const badInputs: readonly (readonly [name: string, input: BadInput])[] = Object.entries({
  ...encodings,
  ...depths,
  ...keys,
  ...shapes,
  ...sizes,
});
