/** Checks a row of `test/data/typed`: findings, the preferred fix, the text after it and the notes. */
import { expect } from "vitest";
import type { MeetingDocument } from "../../server/src/core/analysis/meetingDocument";
import { renderNotes } from "../../server/src/core/notes/formats";
import { codeActions } from "../../server/src/features/codeActions/codeActions";
import type { View } from "../../server/src/features/shared/view";
import { editsOf, textAfterAction } from "../support/editorRequests";
import { readMeeting, viewOf } from "../support/meeting";
import { fileOf, type Row } from "./rows";

/** Fails if the row's text has other findings, fixes or notes than the row says. */
export function expectRow(row: Row, lineEnd: "\n" | "\r\n"): void {
  const toFile = (part: string) => fileOf(row.place, part).replaceAll(/(?<!\r)\n/g, lineEnd);
  const view = viewOf(toFile(row.text));
  expect(codesOf(view.document)).toEqual(row.codes);
  const actions = fixesOf(view);
  expect(actions.find(({ isPreferred }) => isPreferred)?.title).toBe(row.fix);
  expectFirstFinding(row, view.document, actions);
  const taken = actions.find(({ title }) => title === (row.take ?? row.fix));
  if (row.after === undefined && !taken) {
    expectNotes(row, view.document);
    return;
  }
  const text = textAfterAction(taken, view);
  expect(text).toBe(toFile(row.after ?? ""));
  const after = readMeeting(text);
  expect(codesOf(after)).toEqual(row.left);
  expectNotes(row, after);
}

function codesOf(document: MeetingDocument): readonly string[] {
  return document.findings().map(({ code }) => code);
}

/** The fixes of the first finding, in the order of the menu. */
function fixesOf(view: View) {
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

function expectFirstFinding(row: Row, document: MeetingDocument, actions: ReturnType<typeof fixesOf>): void {
  const [finding] = document.findings();
  if (row.at !== undefined)
    expect(document.text.slice(finding?.range.start, finding?.range.end)).toBe(row.at);
  if (row.message !== undefined) expect(finding?.message).toContain(row.message);
  if (row.fixes) expect(actions.map(({ title }) => title)).toEqual(row.fixes);
}

function expectNotes(row: Row, document: MeetingDocument): void {
  const notes = renderNotes(document, { to: "markdown", by: "agenda" });
  for (const part of row.notes) expect(notes).toContain(part);
  for (const part of row.absent) expect(notes).not.toContain(part);
}
