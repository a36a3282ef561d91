/** Small meetings with the findings expected in them. */
import { expect } from "vitest";
import { parseDocument } from "yaml";
import type { Code } from "../../server/src/core/findings/codes";
import { applyEdits } from "../../server/src/core/text/range";
import { readFixture } from "./fixtureCatalogue";

const head = "meeting:\n  title: M\n  date: 2019-12-10\ncontributions:\n";

/** A valid file around the lines of `contributions`. */
export function inMeeting(items: string): string {
  return head + items;
}

/** The lines of a template without the indentation they share; the first and the last line are empty. */
export function lines(strings: TemplateStringsArray, ...values: readonly unknown[]): string {
  const text = strings.reduce((before, part, at) => `${before}${String(values[at - 1])}${part}`);
  const all = text.split("\n").slice(1, -1);
  const indents = all.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return all.map((line) => `${line.slice(indent)}\n`).join("");
}

/** A valid file with these lines below `contributions`. */
export function items(strings: TemplateStringsArray, ...values: readonly unknown[]): string {
  return inMeeting(lines(strings, ...values).replaceAll(/(?<=^|\n)(?=[^\n])/g, "  "));
}

/**
 * Compares the findings with the marks in the text: a line `^^^ code: message` is about the columns of the line above
 * it, `^^^ note: message` about the other place of a finding. The marks are not part of the file.
 */
export function expectFindings(marked: string): void {
  const { text, expected } = withoutMarks(marked);
  const found = readFixture(text)
    .findings()
    .flatMap(({ range, code, message, related }) => [
      { range, said: `${code}: ${message}` },
      ...(related ? [{ range: related.range, said: `note: ${related.message}` }] : []),
    ])
    .map(({ range, said }) => {
      const line = text.slice(0, range.start).split("\n").length;
      return `${line}: ${text.slice(range.start, range.end)} = ${said}`;
    });
  expect([...found].sort()).toEqual([...expected].sort());
}

function withoutMarks(marked: string): { readonly text: string; readonly expected: readonly string[] } {
  const textLines: string[] = [];
  const expected: string[] = [];
  for (const line of marked.split("\n")) {
    const [, lead = "", carets = "", said] = /^(\s*)(\^+) ([a-z-]+: .*)$/.exec(line) ?? [];
    if (said === undefined) {
      textLines.push(line);
      continue;
    }
    const above = textLines.at(-1) ?? "";
    expected.push(`${textLines.length}: ${above.slice(lead.length, lead.length + carets.length)} = ${said}`);
  }
  return { text: textLines.join("\n"), expected };
}

/** Compares the titles of the fixes of the first finding with this code, and the file after each, with those expected. */
export function expectFixes(marked: string, code: Code, expected: Readonly<Record<string, string>>): void {
  const before = withoutMarks(marked).text;
  const finding = readFixture(before)
    .findings()
    .find((candidate) => candidate.code === code);
  if (!finding) throw new Error(`the text has no ${code}`);
  const fixes = (finding.fixes?.() ?? []).map(({ title, edits }) => [title, applyEdits(before, edits)]);
  expect(fixes).toEqual(Object.entries(expected));
  for (const [, after = ""] of fixes) expect(parseDocument(after, { uniqueKeys: false }).errors).toEqual([]);
}
