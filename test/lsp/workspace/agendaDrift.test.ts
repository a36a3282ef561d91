import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Agenda } from "../../../server/src/core/agenda/agenda";
import { driftOf } from "../../../server/src/core/agenda/update/drift";
import { toDiagnostic } from "../../../server/src/features/diagnostics/diagnostics";
import { AgendaDrift } from "../../../server/src/lsp/workspace/agendaDrift";
import type { Change } from "../../../server/src/lsp/workspace/typedAfter";
import { Workspace } from "../../../server/src/lsp/workspace/workspace";
import { agendaOf, talk } from "../../support/agenda";
import { knowledge } from "../../support/meeting";

const uri = "file:///meeting.contributions.yaml";
const text = `meeting:
  title: Meeting
  date: 2027-03-09
  url: https://indico.cern.ch/event/123/
contributions:
  - title: Rucio
    themes: none
    start: "14:00"
  - title: Harbor
    themes: none
    start: "15:00"
`;
const agenda: Agenda = agendaOf([
  talk("Rucio", { start: 14 * 60 + 20 }),
  talk("Harbor", { start: 15 * 60 }),
  talk("New", { start: 16 * 60 }),
]);

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

function desk() {
  const workspace = new Workspace(knowledge.today);
  const reported: string[] = [];
  const drift = new AgendaDrift(
    async (file) => workspace.view(file),
    (file) => reported.push(file),
    (error) => {
      throw error;
    },
  );
  workspace.open(uri, 1, text);
  const view = () => {
    const found = workspace.view(uri);
    if (!found) throw new Error("The file is not open.");
    return found;
  };
  let version = 1;
  const edit = (...changes: readonly Change[]): void => {
    workspace.change(uri, ++version, changes);
    drift.changed(uri, changes);
  };
  /** what a new comparison would report */
  const fresh = () =>
    driftOf(view().document, agenda).findings.map((finding) => toDiagnostic(finding, view(), {}));
  return { drift, reported, view, edit, fresh };
}

const at = (line: number, character: number, endCharacter = character) => ({
  start: { line, character },
  end: { line, character: endCharacter },
});

describe("a file that is compared with its agenda", () => {
  it("has the same differences after edits and a pause as in a new comparison", async () => {
    const { drift, reported, view, edit, fresh } = desk();
    drift.compare(view(), agenda);
    expect(drift.diagnostics(uri)).toEqual(fresh());
    const edits: readonly Change[] = [
      { range: at(7, 15, 17), text: "20" },
      { range: at(8, 0), text: "  - title: Other\n    themes: none\n\n" },
      { range: at(0, 0), text: "# a comment\n" },
      { range: at(1, 0), text: "x" },
      { range: at(1, 0, 1), text: "" },
      { text: text.replace("Harbor", "Harbour") },
    ];
    for (const change of edits) {
      edit(change);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(reported).toEqual([]);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(reported).toEqual([uri]);
    expect(drift.diagnostics(uri)).toEqual(fresh());
    expect(drift.driftIn(view())?.findings.length).toBe(fresh().length);
  });

  it("has them at their lines at once, and no comparison runs while the user types", async () => {
    const { drift, reported, view, edit } = desk();
    drift.compare(view(), agenda);
    const [first] = drift.diagnostics(uri);
    edit({ range: at(5, 0), text: "# one\n# two\n" });
    expect(drift.diagnostics(uri)[0]?.range.start.line).toBe((first?.range.start.line ?? 0) + 2);
    for (let key = 0; key < 50; key++) {
      edit({ range: at(6, 5 + key), text: "x" });
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(reported).toEqual([]);
  });

  it("has its fixes in the current version", () => {
    const { drift, view, edit } = desk();
    drift.compare(view(), agenda);
    edit({ range: at(0, 0), text: "# a comment\n" });
    const [finding] = drift.driftIn(view())?.findings ?? [];
    const [fix] = finding?.fixes?.() ?? [];
    const [change] = fix?.edits ?? [];
    expect(change && view().document.slice(change.start, change.end)).toContain("14:00");
  });

  it("has none after its agenda was forgotten, also not later", async () => {
    const { drift, reported, view, edit } = desk();
    drift.compare(view(), agenda);
    edit({ range: at(0, 0), text: "# a comment\n" });
    expect(drift.forget(uri)).toBe(true);
    await vi.advanceTimersByTimeAsync(100_000);
    expect([reported, drift.diagnostics(uri), drift.driftIn(view())]).toEqual([[], [], undefined]);
    expect(drift.forget(uri)).toBe(false);
  });
});

it("a file that is not compared has no timer", () => {
  const { drift, edit } = desk();
  edit({ range: at(0, 0), text: "# a comment\n" });
  expect(vi.getTimerCount()).toBe(0);
  expect(drift.diagnostics(uri)).toEqual([]);
});
