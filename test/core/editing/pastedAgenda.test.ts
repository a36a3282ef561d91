import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { agendaOfPaste } from "../../../server/src/core/agenda/read/readPasted";
import { pastedAgenda, pastedAgendaText } from "../../../server/src/core/editing/pastedAgenda";
import { readMeeting } from "../../support/meeting";

const head = "meeting:\n  title: T\n  date: 2026-03-10\n";
const mail =
  "Agenda:\n14:00 Introduction (A. Forti)\n14:10 Kubernetes at CERN (R. Rocha)\n14:30 Coffee break\n";

function pasteInto(marked: string, text = mail, html?: string) {
  const [before = "", middle = "", after] = marked.split("<|>");
  const rest = after ?? middle;
  const end = before.length + (after === undefined ? 0 : middle.length);
  const source = after === undefined ? before + rest : before + middle + rest;
  const pasted = pastedAgenda(readMeeting(source), { start: before.length, end }, () =>
    agendaOfPaste({ text, ...(html !== undefined && { html }) }),
  );
  return pasted && { ...pasted, source };
}

/** The file with the agenda. */
function fileAfter(marked: string): string | undefined {
  const pasted = pasteInto(marked);
  if (!pasted) return undefined;
  const { place, source } = pasted;
  const { lineEnd } = readMeeting(source);
  const text = pastedAgendaText(pasted, { date: "2026-03-10", lineEnd });
  return source.slice(0, place.range.start) + text + source.slice(place.range.end);
}

function titlesAfter(marked: string): readonly string[] | undefined {
  const text = fileAfter(marked);
  if (text === undefined) return undefined;
  const { contributions } = parse(text) as { contributions: { title?: string; break?: string }[] };
  return contributions.map((entry) => entry.title ?? entry.break ?? "");
}

const pasted = ["Introduction", "Kubernetes at CERN", "Coffee break"];

describe("an agenda that is pasted", () => {
  test.each([
    ["after contributions:", `${head}contributions:<|>\n`, pasted],
    ["after contributions: and a space", `${head}contributions: <|>\n`, pasted],
    ["after contributions: at the end of the file", `${head}contributions:<|>`, pasted],
    ["below contributions:", `${head}contributions:\n<|>`, pasted],
    ["below contributions: in a column", `${head}contributions:\n    <|>\n`, pasted],
    ["after the last entry", `${head}contributions:\n  - title: One\n<|>`, ["One", ...pasted]],
    ["in the column of the dash", `${head}contributions:\n  - title: One\n  <|>\n`, ["One", ...pasted]],
    [
      "between entries",
      `${head}contributions:\n  - title: One\n<|>\n  - title: Two\n`,
      ["One", ...pasted, "Two"],
    ],
    ["above the entries", `${head}contributions:<|>\n  - title: One\n`, [...pasted, "One"]],
    ["after a dash", `${head}contributions:\n  - title: One\n  - <|>\n`, ["One", ...pasted]],
    [
      "in a list with another indentation",
      `${head}contributions:\n    - title: One\n<|>\n`,
      ["One", ...pasted],
    ],
    [
      "in a list without indentation",
      `${head}contributions:\n- title: One\n<|>\n- title: Two\n`,
      ["One", ...pasted, "Two"],
    ],
    [
      "above the next list",
      `${head}contributions:\n  - title: One\n<|>\ndiscussion:\n  - topic: x\n`,
      ["One", ...pasted],
    ],
    [
      "after notes, at the margin",
      `${head}contributions:\n  - title: One\n    notes: |\n      Words.\n<|>\n  - title: Two\n`,
      ["One", ...pasted, "Two"],
    ],
    ["below a meeting without contributions", `${head}<|>`, pasted],
  ])("%s becomes entries", (_, marked, titles) => {
    expect(titlesAfter(marked)).toEqual(titles);
  });

  test.each([
    ["an empty file", "<|>"],
    ["a file of blank lines and comments", "# yaml\n\n<|>\n"],
    ["a whole file that is selected", "<|>meeting:\n  title: T\n<|>"],
  ])("into %s becomes a meeting", (_, marked) => {
    expect(pasteInto(marked)?.place.kind).toBe("file");
  });

  test.each([
    ["in notes", `${head}contributions:\n  - title: One\n    notes: |\n      <|>\n`],
    [
      "below a line of notes",
      `${head}contributions:\n  - title: One\n    notes: |\n      Words.\n      <|>\n`,
    ],
    [
      "on a blank line in notes",
      `${head}contributions:\n  - title: One\n    notes: |\n      Words.\n<|>\n      More.\n`,
    ],
    ["after notes: |", `${head}contributions:\n  - title: One\n    notes: |<|>\n`],
    ["below notes:", `${head}contributions:\n  - title: One\n    notes:\n      <|>\n`],
    ["in a title", `${head}contributions:\n  - title: One<|>\n`],
    ["as a title", `${head}contributions:\n  - title: <|>\n`],
    ["below speakers:", `${head}contributions:\n  - title: One\n    speakers:\n      <|>\n`],
    ["after a dash of speakers", `${head}contributions:\n  - title: One\n    speakers:\n      - <|>\n`],
    ["between the keys of an entry", `${head}contributions:\n  - title: One\n<|>\n    duration: 10\n`],
    ["in the head of the meeting", "meeting:\n  title: T\n  <|>\ncontributions: []\n"],
    ["in another list", `${head}contributions: []\ndiscussion:\n  <|>\n`],
    ["in a comment", `${head}contributions: # here<|>\n`],
    ["instead of a selection", `${head}contributions:\n  - title: <|>One<|>\n`],
    ["in a file of another kind", "services:\n  web: x\n<|>"],
  ])("%s is pasted as it is", (_, marked) => {
    expect(pasteInto(marked)).toBeUndefined();
  });

  test("keeps the line ends of the file", () => {
    const marked = `${head}contributions:<|>\n`.replaceAll("\n", "\r\n");
    expect(pasteInto(marked)?.place).toMatchObject({ column: 2, lead: "\r\n" });
  });

  test("is read from the page where the clipboard has one", () => {
    const html =
      '<ul><li>14:00 <a href="https://example.org/event/1/contributions/2">Introduction</a> (A. Forti)</li><li>14:10 News</li></ul>';
    const reading = pasteInto("<|>", "14:00 Introduction (A. Forti)\n14:10 News\n", html);
    expect(reading?.agenda.entries[0]).toMatchObject({
      title: "Introduction",
      url: "https://example.org/event/1/contributions/2",
    });
  });

  test("is looked for only where it can be inserted", () => {
    const document = readMeeting(`${head}contributions:\n  - title: One\n`);
    const at = document.text.indexOf("One");
    expect(
      pastedAgenda(document, { start: at, end: at }, () => {
        throw new Error("read");
      }),
    ).toBeUndefined();
  });
});

test("other texts are pasted as they are", () => {
  for (const text of [
    "- Kubernetes at CERN\n- Storage classes\n",
    '- title: One\n  start: "14:00"\n',
    "We met at 14:00.\nAnd again at 15:00.\n",
  ])
    expect(pasteInto(`${head}contributions:<|>\n`, text)).toBeUndefined();
});
