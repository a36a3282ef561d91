import { expect } from "vitest";
import { read } from "./meeting";

const head = "meeting:\n  title: M\n  date: 2019-12-10\ncontributions:\n";

/** A sound file around the lines of `contributions`. */
export function inMeeting(items: string): string {
  return head + items;
}

/**
 * Holds the findings against marks in the text: a line `# ^^^ code: message` speaks of the columns
 * above its carets; the `#` may be left out. The marks are not part of what is read.
 */
export function expectFindings(marked: string): void {
  const lines = marked.split("\n");
  const kept: string[] = [];
  const expected: string[] = [];
  for (const line of lines) {
    const mark = /^(\s*#?\s*)(\^+) ([a-z-]+: .*)$/.exec(line);
    if (!mark) {
      kept.push(line);
      continue;
    }
    const above = kept.at(-1) ?? "";
    const start = (mark[1] ?? "").length;
    const end = start + (mark[2] ?? "").length;
    expected.push(`${kept.length}: ${above.slice(start, end)} = ${mark[3]}`);
  }
  const text = kept.join("\n");
  const document = read(text);
  const found = document.findings().map(({ range, code, message }) => {
    const line = text.slice(0, range.start).split("\n").length;
    return `${line}: ${text.slice(range.start, range.end)} = ${code}: ${message}`;
  });
  expect([...found].sort()).toEqual([...expected].sort());
}
