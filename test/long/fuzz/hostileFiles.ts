/** Files that would fill a server's memory, by what they are, near the limits of the default settings. */
const maxFileLength = 9_900_000;
/** what one item may have */
const maxItemLength = 400_000;

const head = "meeting:\n  title: Meeting\n  date: 2026-01-15\n";
const start = `${head}contributions:\n`;

function repeatUpTo(length: number, unit: (index: number) => string): string {
  const parts: string[] = [];
  for (let index = 0, left = length; left > 0; index++) {
    const part = unit(index);
    parts.push(part);
    left -= part.length;
  }
  return parts.join("");
}

const line = "      The cluster was upgraded, and the nodes drained, one rack after the other.\n";
const ordinaryItem = (index: number): string =>
  `  - title: Contribution ${index} on storage\n    speakers: [A. Speaker, B. Speaker]\n    community: Tier-2\n    themes: [secutiry]\n    start: "09:30"\n    duration: 20\n    notes: |\n${line.repeat(8)}`;
const keys = Array.from({ length: 100 }, (_, at) => `    k${at}: 1\n`).join("");

/** @returns the text of each by its name; a function, since each takes megabytes */
export const hostileFiles: Readonly<Record<string, () => string>> = {
  "9.9 MB of items of some 15 lines, one finding each": () => start + repeatUpTo(maxFileLength, ordinaryItem),
  "20,000 items of two lines, one finding each": () =>
    start + "  - title: a\n    themes: [secutiry]\n".repeat(20_000),
  "20,000 items `- title: a`": () => start + "  - title: a\n".repeat(20_000),
  "9.9 MB of items `- title: a`": () => start + repeatUpTo(maxFileLength, () => "  - title: a\n"),
  "9.9 MB of items of a hundred unknown keys": () =>
    start + repeatUpTo(maxFileLength, (index) => `  - title: Contribution ${index}\n${keys}`),
  "2 MB of items of a hundred unknown keys": () =>
    start + repeatUpTo(2_000_000, (index) => `  - title: Contribution ${index}\n${keys}`),
  "9.9 MB of one letter in a title": () => `${start}  - title: ${"a".repeat(maxFileLength)}\n`,
  "9.9 MB of `a, ` in a list": () =>
    `${start}  - title: a\n    speakers: [${"a, ".repeat(maxFileLength / 3)}a]\n`,
  "9.9 MB of `- ` on one line": () => `${start}${"- ".repeat(maxFileLength / 2)}\n`,
  "9.9 MB of `-`, a line each": () => start + "-\n".repeat(maxFileLength / 2),
  "9.9 MB of comments": () => start + repeatUpTo(maxFileLength, () => "# a comment\n"),
  "0.4 MB of `a, ` in a list": () =>
    `${start}  - title: a\n    speakers: [${"a, ".repeat(maxItemLength / 3)}a]\n`,
  "0.4 MB of `1, ` in a list": () =>
    `${start}  - title: a\n    speakers: [${"1, ".repeat(maxItemLength / 10)}1]\n`,
  "0.4 MB of `*a, ` after one anchor": () =>
    `${start}  - title: &a b\n    speakers: [${"*a, ".repeat(maxItemLength / 10)}*a]\n`,
  "0.4 MB of hidden characters": () => `${start}  - title: ${"a\u202e".repeat(maxItemLength / 2)}\n`,
  "9,000 suppressions in one item": () =>
    `${start}  - title: a\n${"    # wlcg-notes-disable-line untagged-item\n".repeat(9000)}`,
  "10,000 times `contributions:`": () => head + "contributions:\n  - title: a\n".repeat(10_000),
  "100,000 times `[`": () => `${start}  - title: ${"[".repeat(100_000)}\n`,
  "3,000 keys, each in the one above": () =>
    `${start}  - title: a\n${Array.from({ length: 3000 }, (_, at) => `${" ".repeat(at + 4)}k:\n`).join("")}`,
  "aliases that expand to 9^60 values": () =>
    `${start}  - title: &a0 [x]\n    speakers:\n${Array.from({ length: 60 }, (_, at) => `      - &a${at + 1} [${`*a${at}, `.repeat(9)}]\n`).join("")}`,
  "50 MB of items": () => start + repeatUpTo(50_000_000, ordinaryItem),
};
