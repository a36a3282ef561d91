import { deepEqual, equal, match, ok } from "node:assert/strict";
import { resolve } from "node:path";
import { commands, env, type TextDocument, Uri, window, workspace } from "vscode";
import { until } from "./editor";
import { type IndicoServer, startIndico } from "./harness/indicoServer.mjs";

const name = "2026-03-10-wlcg-kubernetes-board.contributions.yaml";

/** Runs a command to its end, and gives this answer to whatever it asks. */
async function answered(command: string, answer: string): Promise<void> {
  let isDone = false;
  void Promise.resolve(commands.executeCommand(command)).finally(() => {
    isDone = true;
  });
  await until(
    async () => {
      await Promise.resolve(commands.executeCommand(answer)).catch(() => undefined);
      return isDone;
    },
    (done) => done,
    `the end of ${command}`,
  );
}

function activeDocument(): TextDocument {
  const { document } = window.activeTextEditor ?? {};
  ok(document, "there is an editor");
  return document;
}

describe("Agendas in VS Code", () => {
  let indico: IndicoServer;

  before(async () => {
    indico = await startIndico(resolve(__dirname, "../../.."));
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await indico.stop();
  });

  it("imports the event whose address is in the clipboard, with suggested themes", async () => {
    await env.clipboard.writeText(indico.address);
    await answered("wlcgNotes.importAgenda", "workbench.action.acceptSelectedQuickOpenItem");
    const document = activeDocument();
    match(document.uri.path, new RegExp(`/workspace/${name}$`));
    equal(document.isDirty, false);
    const text = document.getText();
    ok(text.includes(`  url: ${indico.address}\n`), text);
    match(text, /^ {2}- title: "Site report: DESY"$/m);
    match(text, /^ {4}themes: \[storage-integration, /m);
    deepEqual(
      new Set(indico.requests),
      new Set(["GET /export/event/1.json", "GET /export/timetable/1.json"]),
    );
  });

  it("applies an update of the agenda after it is shown, and leaves an up-to-date file as it is", async () => {
    indico.change("Site report: DESY", "Site report: DESY and KIT");
    const document = activeDocument();
    await answered("wlcgNotes.updateAgenda", "workbench.action.acceptSelectedQuickOpenItem");
    await until(
      () => document.getText(),
      (text) => text.includes('- title: "Site report: DESY and KIT"\n'),
      "the update",
    );
    const { version } = document;
    await commands.executeCommand("wlcgNotes.updateAgenda");
    equal(document.version, version);
  });

  it("keeps the old agenda if the list is closed", async () => {
    indico.change('"News"', '"News and actions"');
    const document = activeDocument();
    const { version } = document;
    await answered("wlcgNotes.updateAgenda", "workbench.action.closeQuickOpen");
    equal(document.version, version);
  });

  // the modal question stays open: it is the last test
  it("never overwrites a file", async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file("/");
    await activeDocument().save();
    const before = activeDocument().getText();
    await env.clipboard.writeText(indico.address);
    void commands.executeCommand("wlcgNotes.importAgenda");
    const count = indico.requests.length;
    await until(
      async () => {
        await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        return indico.requests.length;
      },
      (requests) => requests >= count + 2,
      "the agenda to be read",
    );
    equal(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, name))), before);
  });
});
