/** Files nobody should have to open, and what is said of them: `line:column: severity: message [code]`. */
import { inMeeting } from "./findings";

export interface BadInput {
  readonly content: string | Buffer;
  readonly says: readonly string[];
  /** the lines on standard error, where it cannot be read at all */
  readonly refused?: string;
}

const sound = inMeeting("  - title: x\n    themes: none\n");

const empty = "1:1: error: Empty file: it must have the keys `meeting` and `contributions`. [missing-key]";
const binary =
  "error: The file contains NUL characters: it is binary, or its encoding is not UTF-8. [yaml-syntax]";
const deep = "error: Nested more than 300 levels deep. [too-complex]";
const bomb = "error: The aliases expand to too many values: write the values out. [too-complex]";
const tab = "error: Tabs are not allowed as indentation: use spaces. [yaml-syntax]";
const fileTakes = "Expected one of `meeting`, `contributions`, `surveys`, `discussion`. [unknown-key]";
const itemTakes =
  "Expected one of `title`, `speakers`, `community`, `themes`, `start`, `duration`, `url`, `notes`, `actions`. [unknown-key]";

function foreign(place = "1:1"): string {
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
function laughs(lines: number, start: (name: string) => string): string {
  const line = (_: unknown, index: number): string =>
    `${start(`l${index}`)}[${Array(9)
      .fill(index === 0 ? "ha" : `*l${index - 1}`)
      .join(", ")}]\n`;
  return Array.from({ length: lines }, line).join("");
}

const encodings: Readonly<Record<string, BadInput>> = {
  "an empty file": { content: "", says: [empty] },
  "blank lines": { content: " \n\n\t\n", says: [empty] },
  "only comments": { content: "# one\n\n  # two\n", says: [empty] },
  "a picture": {
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    says: [],
    refused: "is not text encoded as UTF-8",
  },
  "Latin-1": {
    content: Buffer.from(`# café\n${sound}`, "latin1"),
    says: [],
    refused: "is not text encoded as UTF-8",
  },
  "UTF-16 LE with a mark": { content: utf16(`\uFEFF${sound}`, "LE"), says: [] },
  "UTF-16 BE with a mark": { content: utf16(`\uFEFF${sound}`, "BE"), says: [] },
  "UTF-16 LE without a mark": { content: utf16(sound, "LE"), says: [] },
  "UTF-16 BE without a mark": { content: utf16(sound, "BE"), says: [] },
  "UTF-16 with half a character at its end": {
    content: utf16(`\uFEFF${sound}`, "LE").subarray(0, -1),
    says: [],
    refused: "is not text encoded as UTF-16",
  },
  "UTF-8 with a mark": { content: `\uFEFF${sound}`, says: [] },
  CRLF: { content: sound.replaceAll("\n", "\r\n"), says: [] },
  "lone CR": {
    content: sound.replaceAll("\n", "\r"),
    says: [
      "1:9: error: The lines end with a lone CR, as on old Macs: save the file with LF or CRLF. [yaml-syntax]",
    ],
  },
  "NUL characters": {
    content: inMeeting("  - title: x\0y\n    themes: none\n  - title: \0\n  - title: z\n"),
    says: [`5:13: ${binary}`],
  },
  "nothing but NUL": { content: "\0".repeat(512), says: [`1:1: ${binary}`] },
  "tabs as indentation": {
    content: sound.replaceAll("  ", "\t"),
    says: [`2:2: ${tab}`, `5:2: ${tab}`],
  },
};

const depths: Readonly<Record<string, BadInput>> = {
  "10,000 brackets that open": {
    content: inMeeting(`  - title: ${"[".repeat(10_000)}\n`),
    says: [`5:310: ${deep}`],
  },
  "10,000 brackets that open and close": {
    content: inMeeting(`  - title: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`),
    says: [`5:310: ${deep}`],
  },
  "10,000 brackets in a file of their own": { content: "[".repeat(10_000), says: [foreign()] },
  "10,000 dashes": {
    content: inMeeting(`  - title: x\n    themes:\n      ${"- ".repeat(10_000)}\n`),
    says: [`7:602: ${deep}`],
  },
  "60 brackets": {
    content: inMeeting(`  - title: x\n    themes: none\n    notes: ${"[".repeat(60)}${"]".repeat(60)}\n`),
    says: ["7:62: error: Nested more than 50 levels deep. [too-complex]"],
  },
  "10,000 maps": {
    content: inMeeting(`  - title: x\n    notes:\n${nestedMaps(10_000, 6)}`),
    says: [`304:305: ${deep}`],
  },
  "an alias bomb at the root": { content: laughs(10, (name) => `${name}: &${name} `), says: [foreign()] },
  "an alias bomb in an item": {
    content: inMeeting(
      `  - title: x\n    themes: none\n    notes:\n${laughs(10, (name) => `      ${name}: &${name} `)}`,
    ),
    says: [`13:16: ${bomb}`],
  },
  "an alias that contains itself": {
    content: inMeeting("  - &x\n    title: *x\n    themes: none\n").replace(
      "title: M",
      "title: M\n  place: &p [*p]",
    ),
    says: [
      "3:14: error: The alias `*p` contains itself. [too-complex]",
      "7:12: error: The alias `*x` contains itself. [too-complex]",
    ],
  },
  "an alias without an anchor": {
    content: inMeeting("  - title: x\n    themes: *gone\n"),
    says: ["6:13: error: Unknown alias: there is no anchor `&gone` before it. [yaml-syntax]"],
  },
};

const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
const keys = Object.fromEntries(
  names.flatMap((name): readonly [string, BadInput][] => [
    [
      `${name} at the root`,
      {
        content: `${sound}${name}: {a: 1}\n`,
        says: [`7:1: error: \`${name}\` is not a key of the file. ${fileTakes}`],
      },
    ],
    [
      `${name} in an item`,
      {
        content: inMeeting(`  - title: x\n    themes: none\n    ${name}: {title: 1}\n`),
        says: [`7:5: error: \`${name}\` is not a key of a contribution. ${itemTakes}`],
      },
    ],
    [
      `${name} as a theme`,
      {
        content: inMeeting(`  - title: x\n    themes: [${name}]\n`),
        says: [`6:14: error: Unknown theme: \`${name}\`. [unknown-theme]`],
      },
    ],
  ]),
);

const shapes: Readonly<Record<string, BadInput>> = {
  "a manifest of Kubernetes": {
    content:
      "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n  template:\n    spec:\n      containers:\n        - name: x\n",
    says: [foreign()],
  },
  "two manifests": { content: "---\nkind: Service\n---\nkind: Deployment\n", says: [foreign("2:1")] },
  "a template of Helm": { content: "kind: {{ .Values.kind }}\nname: [\n", says: [foreign()] },
  "a JSON array": { content: '[{"a": 1}, {"b": [2]}]\n', says: [foreign()] },
  "a JSON object": { content: '{"name": "x", "version": "1"}\n', says: [foreign("1:2")] },
  "a list": { content: "# agenda\n- title: x\n", says: [foreign("2:1")] },
  "a number": { content: "42\n", says: [foreign()] },
  prose: { content: "Dear all,\nthe notes are below.\n", says: [foreign()] },
  "prose with colons": {
    content: "Dear all,\n\nfind them below: they are short.\nSecond: nothing.\n",
    says: [foreign("3:1")],
  },
  "several documents": {
    content: `${inMeeting("  - title: x\n    themes: [securty]\n")}---\n${sound}`,
    says: [
      "6:14: error: Unknown theme: `securty`. Did you mean `security`? [unknown-theme]",
      "7:1: error: Second YAML document: a file must hold one meeting only. [yaml-syntax]",
    ],
  },
  "a flow collection at the root": {
    content:
      '{\n  "meeting": {"title": "M", "date": "2019-12-10"},\n  "contributions": [\n    {"title": "x", "themes": ["securty"]}\n  ]\n}\n',
    says: ["4:31: error: Unknown theme: `securty`. Did you mean `security`? [unknown-theme]"],
  },
  "anchors shared across items": {
    content: inMeeting(
      "  - title: x\n    themes: &t [security]\n  - title: y\n    themes: *t\n  - title: z\n    themes: [*t, securty]\n",
    ),
    says: [
      "10:14: error: An entry of `themes` must be text. [wrong-type]",
      "10:18: error: Unknown theme: `securty`. Did you mean `security`? [unknown-theme]",
    ],
  },
  "2,000 items that share an anchor": {
    content: inMeeting(
      `  - title: x\n    themes: &t [security]\n${Array.from({ length: 2000 }, (_, index) => `  - title: Talk ${index}\n    themes: *t\n`).join("")}`,
    ),
    says: [],
  },
};

const megabytes = 10 * 1024 * 1024;

/** Sound talks, each with `size` characters of notes. */
function talks(count: number, size: number): string {
  const line =
    "      A line of notes about Rucio, as long as lines of notes are; and then some more of it.\n";
  const notes = line.repeat(size / line.length);
  const talk = (_: unknown, index: number): string =>
    `  - title: Talk ${index}\n    themes: none\n    notes: |\n${notes}`;
  return Array.from({ length: count }, talk).join("");
}

const sizes: Readonly<Record<string, BadInput>> = {
  "10 MB of notes": { content: inMeeting(talks(50, megabytes / 50)), says: [] },
  "a line of 10 MB": {
    content: inMeeting(`  - title: ${"word ".repeat(megabytes / 5)}\n    themes: none\n`),
    says: [],
  },
  "a word of 10 MB": { content: "x".repeat(megabytes), says: [foreign()] },
  "a theme of 10 MB": {
    content: inMeeting(`  - title: x\n    themes: [${"x".repeat(megabytes)}]\n`),
    says: [`6:14: error: Unknown theme: \`${"x".repeat(59)}…\`. [unknown-theme]`],
  },
};

export const badInputs: readonly (readonly [name: string, input: BadInput])[] = Object.entries({
  ...encodings,
  ...depths,
  ...keys,
  ...shapes,
  ...sizes,
});
