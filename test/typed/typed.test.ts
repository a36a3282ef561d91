/** Every row of `test/data/typed`: findings, the preferred fix, the text after it and the notes. */
import { describe, expect, it } from "vitest";
import { renderNotes } from "../../server/src/core/notes/formats";
import { codeActions } from "../../server/src/features/codeActions/codeActions";
import { editsOf, textAfterAction } from "../support/editorRequests";
import { readMeeting, viewOf } from "../support/meeting";
import { fileOf, type Row, tables } from "./rows";

describe.each(Object.entries(tables()))("%s", (_, rows) => {
  describe.each(["LF", "CRLF"])("with %s", (lineEnd) => {
    it.each(rows.map((row) => [row.name, row] as const))("%s", (__, row) => {
      const toFile = (part: string) => withLineEnds(fileOf(row.place, part), lineEnd);
      const text = toFile(row.text);
      const view = viewOf(text);
      const findings = view.document.findings();
      expect(findings.map(({ code }) => code)).toEqual(row.codes);
      const actions = fixesOf(text);
      const preferred = actions.find(({ isPreferred }) => isPreferred);
      expect(preferred?.title).toBe(row.fix);
      expectFirstFinding(row, text, actions);
      const taken = actions.find(({ title }) => title === (row.take ?? row.fix));
      if (row.after === undefined && !taken) return expectTexts(row, text);
      const after = textAfterAction(taken, view);
      expect(after).toBe(toFile(row.after ?? ""));
      expectNotes(row, after);
    });
  });
});

function withLineEnds(text: string, lineEnd: string): string {
  return lineEnd === "CRLF" ? text.replaceAll(/(?<!\r)\n/g, "\r\n") : text;
}

/** The fixes of the first finding, in the order of the menu. */
function fixesOf(text: string) {
  const view = viewOf(text);
  const [finding] = view.document.findings();
  if (!finding) return [];
  const range = {
    start: view.positions.positionAt(finding.range.start),
    end: view.positions.positionAt(finding.range.end),
  };
  return codeActions(view, { range, only: ["quickfix"] }, {}).filter(
    (action) =>
      !action.title.startsWith("Disable ") &&
      editsOf(action).length > 0 &&
      action.diagnostics?.some(({ code, range: { start } }) => {
        return code === finding.code && view.positions.offsetAt(start) === finding.range.start;
      }),
  );
}

function expectFirstFinding(row: Row, text: string, actions: ReturnType<typeof fixesOf>): void {
  const [finding] = readMeeting(text).findings();
  if (row.at !== undefined) expect(text.slice(finding?.range.start, finding?.range.end)).toBe(row.at);
  if (row.message !== undefined) expect(finding?.message).toContain(row.message);
  if (row.fixes) expect(actions.map(({ title }) => title)).toEqual(row.fixes);
}

function expectNotes(row: Row, after: string): void {
  expect(
    readMeeting(after)
      .findings()
      .map(({ code }) => code),
  ).toEqual(row.left);
  expectTexts(row, after);
}

function expectTexts(row: Row, text: string): void {
  const notes = renderNotes(readMeeting(text), { to: "markdown", by: "agenda" });
  for (const part of row.notes) expect(notes).toContain(part);
  for (const part of row.absent) expect(notes).not.toContain(part);
}
