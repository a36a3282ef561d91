import { expect, it } from "vitest";
import { formats, renderNotes } from "../../../server/src/core/notes/formats";
import { templatedNotes } from "../../../server/src/core/notes/templatedNotes";
import { readFixture } from "../../support/fixtureCatalogue";

const head = "meeting: {title: T, date: 2026-01-14}\ncontributions:\n";

function items(count: number, notes: string): string {
  const block = notes.replaceAll(/^(?=.)/gm, "      ");
  return (
    head + Array.from({ length: count }, (_, at) => `  - title: t${at}\n    notes: |\n${block}\n`).join("")
  );
}

const square = (size: number): string =>
  `${"|a".repeat(size)}|\n${"|-".repeat(size)}|\n${"|x\n".repeat(size)}`;

const meetings: readonly (readonly [name: string, text: string])[] = [
  ["tables with few cells", items(1, square(100))],
  ["a large table with few cells", items(1, square(1500))],
  ["many tables with few cells", items(20, square(200))],
  ["tables with few cells in lists", items(10, square(100).replaceAll(/^/gm, "  ").replace("  ", "- "))],
  ["small tables with full rows", items(200, `|a|b|c|d\n|-|-|-|-\n${"|1|2|3|4\n".repeat(20)}`)],
  ["a long link", items(20, `[a]: http://e.org/${"x".repeat(3000)}\n\n${"[a] ".repeat(1500)}`)],
  ["a longer link", items(1, `[a]: http://e.org/${"x".repeat(100_000)}\n\n${"[a]".repeat(30_000)}`)],
  ["a long picture", items(10, `[a]: http://e.org/${"x".repeat(3000)}\n\n${"![a] ".repeat(1000)}`)],
  ["a link with escapes", items(10, `[a]: http://e.org/${"&".repeat(3000)}\n\n${"[a] ".repeat(1000)}`)],
  ["a long title of a link", items(5, `[a]: http://e.org "${"x".repeat(3000)}"\n\n${"[a] ".repeat(1000)}`)],
  ["code", items(100, "`a` ".repeat(300))],
  ["quotes", items(20, `${">".repeat(90)} a\n\n`.repeat(20))],
  ["further lines of nested lists", items(20, `${"- ".repeat(60)}a\\\n${"b\\\n".repeat(500)}`)],
  [
    "aliases of notes",
    `${head}  - title: t\n    notes: &n "${"words ".repeat(2000)}"\n${"  - {title: x, notes: *n}\n".repeat(300)}`,
  ],
  [
    "aliases of names",
    `${head}  - title: t\n    speakers: [&n "${"words ".repeat(20)}"]\n${"  - {title: x, speakers: [*n, *n, *n], place: *n, abstract: *n}\n".repeat(300)}`,
  ],
];

const template = {
  main: { path: "mail.txt", text: "{{#items}}{{notes.text}}\n{{/items}}" },
  partials: new Map(),
};

it.each(meetings)("the notes are in proportion to a file with %s", (_, text) => {
  const document = readFixture(text);
  const limit = 20 * text.length + 350_000;
  for (const to of formats)
    expect(renderNotes(document, { to, by: "agenda" }).length, to).toBeLessThan(limit);
  const mail = templatedNotes(document, template, { by: "agenda" });
  expect("text" in mail && mail.text.length).toBeLessThan(limit);
});

it("a text that would be too long is shown as it is written", () => {
  const text = items(1, `[a]: http://e.org/${"x".repeat(100_000)}\n\n${"[a]".repeat(30_000)}`);
  const words = "This text is shown as it is written: with its links and tables it would be too long.";
  for (const to of ["html", "indico"] as const) {
    const html = renderNotes(readFixture(text), { to, by: "agenda" });
    expect(html).toContain(words);
    expect(html).toContain("[a][a][a]");
  }
  const mail = templatedNotes(readFixture(text), template, { by: "agenda" });
  expect("text" in mail && mail.text.startsWith(`(${words})\n[a]: http`)).toBe(true);
});

it.each([
  ["a link of a usual length used ten times", `${"[a] ".repeat(10)}\n\n[a]: http://e.org/${"x".repeat(300)}`],
  ["a table with full rows", `|a|b|\n|-|-|\n${"|1|2|\n".repeat(200)}`],
  [
    "a table whose rows have one of ten cells",
    `${"|a".repeat(10)}\n${"|-".repeat(10)}\n${"| CERN |\n".repeat(80)}`,
  ],
])("%s is shown as such", (_, notes) => {
  const html = renderNotes(readFixture(items(20, notes)), { to: "html", by: "agenda" });
  expect(html).not.toContain("shown as it is written");
  expect(html.match(/<a href="http/g) ?? html.match(/<tr>/g)).toHaveLength(
    20 * (notes.includes("[a]:") ? 10 : notes.includes("CERN") ? 81 : 201),
  );
});
