/** Where Enter continues below the line. `▮` is the cursor. */
import { expect, it, vi } from "vitest";
import { isEndOfValue } from "../../client/src/closingMarks";

vi.mock("vscode", () => ({}));

function isEnd(marked: string): boolean {
  const [before = "", after = ""] = marked.split("▮");
  return isEndOfValue(before, after);
}

it.each([
  'start: "10:00▮"',
  '    start: "▮"',
  "  - title: 'Rook▮'",
  "    speakers: [A. Forti, B. Two▮]",
  '    speakers: ["A. Forti▮"]  ',
  '    speakers: ["A. Forti"▮]',
])("after the closing marks: %s", (line) => {
  expect(isEnd(line)).toBe(true);
});

it.each([
  "    themes: [▮]",
  "    themes: [security, ▮]",
  "    speakers: [A. Forti▮, B. Two]",
  "    speakers: [A. Forti]▮",
  "    title: Rook (bare▮)",
  "      see [the page▮]",
  '      he said: "no▮"',
  '    title: Rook "▮"',
  "    notes: |▮",
])("as everywhere else: %s", (line) => {
  expect(isEnd(line)).toBe(false);
});
