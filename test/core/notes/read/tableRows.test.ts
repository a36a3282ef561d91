import { describe, expect, it } from "vitest";
import { renderNotes } from "../../../../server/src/core/notes/formats";
import { withWholeRows } from "../../../../server/src/core/notes/read/tableRows";
import { readMeeting } from "../../../support/meeting";

const head = "| a | b |\n|---|---|";

describe("a row of a table", () => {
  it.each([
    ["has its further cells in the last one", `${head}\n| 1 | 2 | 3 | 4 |`, `${head}\n| 1 | 2 \\| 3 \\| 4 |`],
    ["may lack the outer bars", "a | b\n--|--\n1 | 2 | 3", "a | b\n--|--\n1 | 2 \\| 3"],
    ["may be in a quote", "> a | b\n> --|--\n> 1 | 2 | 3", "> a | b\n> --|--\n> 1 | 2 \\| 3"],
    ["may be in a list", "- a | b\n  --|--\n  1 | 2 | 3", "- a | b\n  --|--\n  1 | 2 \\| 3"],
    ["keeps a bar in code", `${head}\n| x | \`yes|no\` |`, `${head}\n| x | \`yes\\|no\` |`],
    ["keeps a bar in the code of its header", "| a | `b|c` |\n|---|---|", "| a | `b\\|c` |\n|---|---|"],
    ["of one column", "| a |\n|---|\n| 1 | 2 |", "| a |\n|---|\n| 1 \\| 2 |"],
  ])("%s", (_, notes, expected) => {
    expect(withWholeRows(notes)).toBe(expected);
    expect(withWholeRows(expected)).toBe(expected);
  });

  it.each([
    ["with fewer cells", `${head}\n| 1 |`],
    ["with further cells that are empty", `${head}\n| 1 | 2 | | |`],
    ["with an escaped bar", `${head}\n| 1 | 2 \\| 3 |`],
    ["with a backtick that is not closed", `${head}\n| \` | 2 |`],
    ["in code", `\`\`\`\n${head}\n| 1 | \`2|3\` | 4 |\n\`\`\``],
    ["without a table", "a | b\n1 | 2 | 3"],
  ])("%s is unchanged", (_, notes) => expect(withWholeRows(notes)).toBe(notes));

  it("takes linear time", () => {
    const start = performance.now();
    for (const part of ["|", "| ", "`|", "\\|", "a|", `${head}\n\n`])
      withWholeRows(`${head}\n${part.repeat(20_000 / part.length)}x`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe("all formats have all cells", () => {
  const document = readMeeting(`meeting:
  title: T
  date: 2026-01-14
contributions:
  - title: One
    themes: none
    notes: |
      site | answer | why
      --|--|--
      UW | ? | \`yes|no\` | later
`);

  it.each([
    ["html", /<code[^>]*>yes\|no<\/code> \| later<\/td>/],
    ["indico", /<code>yes\|no<\/code> \| later<\/td>/],
    ["markdown", /UW \| \? \| `yes\\\|no` \\\| later/],
  ] as const)("%s", (to, expected) => expect(renderNotes(document, { to, by: "agenda" })).toMatch(expected));
});
