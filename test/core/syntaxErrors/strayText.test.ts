import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { EditGuard } from "../../../server/src/core/editGuard/editGuard";
import { applyEdits } from "../../../server/src/core/text/range";
import { inMeeting } from "../../support/findings";
import { readMeeting } from "../../support/meeting";

const first = "  - title: x\n    themes: none\n";

/** The finding for the words at the margin, and them and the lines below after each of its fixes. */
function findingFor(words: string) {
  const above = inMeeting(first);
  const document = readMeeting(above + words);
  const [found, ...more] = document.findings().filter(({ code }) => code === "yaml-syntax");
  if (!found) throw new Error(`No finding for ${words}`);
  expect(more).toEqual([]);
  const fixes = new EditGuard(document).fixesOf(found).map(({ title, edits }) => {
    const after = applyEdits(document.text, edits);
    expect(parseDocument(after).errors).toEqual([]);
    return [title, after.slice(above.length)];
  });
  return { at: document.text.slice(found.range.start, found.range.end), message: found.message, fixes };
}

describe("words at the margin between keys", () => {
  it("are a key without its colon where the file has such a key", () => {
    const items = "  - question: y\n    answers: []\n";
    expect(findingFor(`surveys\n${items}`)).toEqual({
      at: "surveys",
      message: "Expected `:` after `surveys`.",
      fixes: [
        ["Write `surveys:`", `surveys:\n${items}`],
        ["Make it a comment", `# surveys\n${items}`],
      ],
    });
  });

  it("are notes or a comment where it has none, and the items below stay items", () => {
    const item = "  - title: y\n    themes: none\n";
    expect(findingFor(`Coffee\n${item}`).fixes).toEqual([["Make it a comment", `# Coffee\n${item}`]]);
    expect(findingFor(`Words of a chair\n\n  and more\n${item}`)).toEqual({
      at: "Words of a chair",
      message: "Expected a key: these lines are not part of any key.",
      fixes: [
        ["Make these 2 lines the notes", `    notes: |\n      Words of a chair\n\n        and more\n${item}`],
        ["Make it a comment", `# Words of a chair\n\n#   and more\n${item}`],
      ],
    });
  });

  it("are a comment after the byte order mark of a file that begins with them", () => {
    const document = readMeeting(`\uFEFFsome words\n${inMeeting(first)}`);
    const [found] = document.findings().filter(({ code }) => code === "yaml-syntax");
    const [fix] = found ? new EditGuard(document).fixesOf(found) : [];
    expect(fix && applyEdits(document.text, fix.edits)).toBe(`\uFEFF# some words\n${inMeeting(first)}`);
  });

  it("are a list that belongs to no key", () => {
    const document = readMeeting("meeting:\n- x\ncontributions:\n- title: y\n  themes: none\n");
    const [found] = document.findings().filter(({ range }) => range.start === 9);
    expect(found?.code).toBe("wrong-type");
    expect(found?.message).toContain("Unexpected list");
    expect(found && new EditGuard(document).fixesOf(found)).toEqual([]);
  });
});
