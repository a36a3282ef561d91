import { expect, it } from "vitest";
import { arrangements } from "../../../server/src/core/notes/arrange/sections";
import { formats, renderNotes } from "../../../server/src/core/notes/formats";
import { repeatedText } from "../../../server/src/core/text/displayText";
import { readFixture } from "../../support/fixtureCatalogue";

const long = "long words ".repeat(2_000).trim();

/** A meeting in which each of the long texts is written once, and referred to many times. */
const meeting = `meeting: {title: ${long}, date: 2026-01-14, place: ${long}, attendees: ["${long}"]}
sessions: [{title: S, place: ${long}, start: "09:00", duration: 60}]
contributions:
  - title: ${long}
    start: "10:00"
    duration: 600
    themes: [security, storage-integration, cncf-landscape]
    decisions: [${Array.from({ length: 300 }, (_, at) => `d${at}`).join(", ")}]
    notes: |
${Array.from({ length: 300 }, (_, at) => `      Action ${at}: long words to report`).join("\n")}
${Array.from(
  { length: 200 },
  (_, at) =>
    `  - {title: t${at}, start: "1${at % 7}:${String(10 + (at % 50))}", duration: 1, ${at % 2 === 0 ? "session: S" : "place: X"}}`,
).join("\n")}
`;

it.each(formats)("the length of %s is in proportion to the file", (to) => {
  for (const by of arrangements)
    expect(renderNotes(readFixture(meeting), { to, by }).length).toBeLessThan(12 * meeting.length);
});

it.each([
  ["a short text", "a short text"],
  ["words ".repeat(20).trim(), `${"words ".repeat(13).trim()}…`],
  ["w".repeat(100), `${"w".repeat(79)}…`],
  [`a ${"w".repeat(100)}`, `a ${"w".repeat(77)}…`],
])("%s is repeated as its first words", (text, expected) => expect(repeatedText(text)).toBe(expected));

it("the origin of an action is short in all formats", () => {
  const text = `meeting: {title: T, date: 2026-01-14}\ncontributions:\n  - title: Begin ${long}\n    themes: none\n    notes: |\n      TODO ask\n      AGREED: meet\n`;
  for (const to of ["markdown", "html", "indico"] as const) {
    const notes = renderNotes(readFixture(text), { to, by: "agenda" });
    expect(notes.split(`Begin ${long}`)).toHaveLength(2);
    expect(notes.match(/Begin [a-z ]{60,75}…/g)).toHaveLength(2);
  }
});
