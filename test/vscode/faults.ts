// Files and settings that change outside the editor.
import { equal } from "node:assert/strict";
import { chmod, rename, rm, writeFile } from "node:fs/promises";
import {
  ConfigurationTarget,
  commands,
  languages,
  Position,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { codeOf, openText, serverProcess, until } from "./editor";

const head = "meeting:\n  title: Kubernetes pre-GDB\n  date: 2019-12-10\ncontributions:\n";
const untagged = `${head}  - title: Rook and Ceph on Kubernetes\n`;

function uriOf(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error("The suite wants a folder open.");
  return Uri.joinPath(folder, name);
}

/** Waits until just these findings, as `line: code`, are shown of the file. */
async function untilFound(name: string, expected: string): Promise<void> {
  const found = () =>
    languages
      .getDiagnostics(uriOf(name))
      .map((finding) => `${finding.range.start.line + 1}: ${codeOf(finding)}`)
      .join(", ");
  await until(found, (all) => all === expected, `"${expected}" in ${name}`);
}

async function type(text: string, line: number, character = 0): Promise<void> {
  await window.activeTextEditor?.edit((edit) => edit.insert(new Position(line, character), text));
}

async function renameInEditor(from: string, to: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.renameFile(uriOf(from), uriOf(to));
  equal(await workspace.applyEdit(edit), true);
}

describe("In VS Code, outside the editor", () => {
  let server: number | undefined;

  before(async () => {
    await openText("first.contributions.yaml", untagged);
    await untilFound("first.contributions.yaml", "5: untagged-item");
    server = serverProcess();
  });

  afterEach(async () => {
    await commands.executeCommand("workbench.action.files.revert");
    await commands.executeCommand("workbench.action.closeAllEditors");
    equal(serverProcess(), server, "the server lived on");
  });

  it("a file is deleted or moved: its findings stay with its editor, and go with it", async () => {
    await openText("old.contributions.yaml", untagged);
    await untilFound("old.contributions.yaml", "5: untagged-item");
    await rename(uriOf("old.contributions.yaml").fsPath, uriOf("new.contributions.yaml").fsPath);
    await type("# typed\n", 0);
    await untilFound("old.contributions.yaml", "6: untagged-item");
    await window.showTextDocument(uriOf("new.contributions.yaml"));
    await untilFound("new.contributions.yaml", "5: untagged-item");
    await rm(uriOf("new.contributions.yaml").fsPath);
    await type("# typed\n", 0);
    await untilFound("new.contributions.yaml", "6: untagged-item");
    for (const name of ["new.contributions.yaml", "old.contributions.yaml"]) {
      await window.showTextDocument(await workspace.openTextDocument(uriOf(name)));
      await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await untilFound(name, "");
    }
  });

  it("a file that was typed into becomes read-only: it is read on, and nothing typed is lost", async () => {
    const editor = await openText("kept.contributions.yaml", untagged);
    await type("# typed\n", 0);
    await chmod(uriOf("kept.contributions.yaml").fsPath, 0o444);
    await type("# too\n", 0);
    await untilFound("kept.contributions.yaml", "7: untagged-item");
    equal(editor.document.getText(), `# too\n# typed\n${untagged}`);
    await chmod(uriOf("kept.contributions.yaml").fsPath, 0o644);
  });

  it("a file is renamed in the editor: findings and notes go with it", async () => {
    await openText("one.contributions.yaml", untagged);
    await commands.executeCommand("wlcgNotes.preview");
    const title = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).join();
    await until(title, (labels) => labels.includes("Notes: Kubernetes pre-GDB"), "the notes");
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await type("# typed, not saved\n", 0);
    await untilFound("one.contributions.yaml", "6: untagged-item");
    await renameInEditor("one.contributions.yaml", "two.contributions.yaml");
    await untilFound("one.contributions.yaml", "");
    await untilFound("two.contributions.yaml", "6: untagged-item");
    await window.showTextDocument(uriOf("two.contributions.yaml"), { viewColumn: 1 });
    await type("Second ", 2, 9);
    await until(title, (labels) => labels.includes("Notes: Second Kubernetes"), "the notes of the new name");
    await renameInEditor("two.contributions.yaml", "no-meeting.yaml");
    await untilFound("two.contributions.yaml", "");
    await untilFound("no-meeting.yaml", "");
  });

  it("the settings file is incomplete: the last complete one stays in use, and the user is led to the file", async () => {
    const name = "settings.contributions.yaml";
    const tagged = "  - title: Tokens\n    themes: [security, security]\n";
    await openText(name, `${untagged}${tagged}`);
    await untilFound(name, "5: untagged-item, 7: duplicate-theme");
    const settings = workspace.getConfiguration("wlcgNotes");
    await settings.update("rules", { "untagged-item": "off" }, ConfigurationTarget.Workspace);
    await untilFound(name, "7: duplicate-theme");
    const writeSettings = async (text: string, rules: string): Promise<void> => {
      await writeFile(uriOf(".vscode/settings.json").fsPath, text);
      const known = () => JSON.stringify(workspace.getConfiguration("wlcgNotes").get("rules"));
      await until(known, (now) => now === rules, `VS Code to know ${rules}`);
    };
    await writeSettings('{"wlcgNotes.rules": ', "{}");
    await until(
      async () => {
        await commands.executeCommand("notifications.focusToasts");
        await commands.executeCommand("notification.acceptPrimaryAction");
        return window.activeTextEditor?.document.uri.path ?? "";
      },
      (path) => path.endsWith("/.vscode/settings.json"),
      "the settings' file",
    );
    await window.showTextDocument(uriOf(name));
    await untilFound(name, "7: duplicate-theme");
    await writeSettings('{"wlcgNotes.rules": {"untagged-item": "of"}}', '{"untagged-item":"of"}');
    await type("# typed\n", 0);
    await untilFound(name, "8: duplicate-theme");
    await writeSettings('{"wlcgNotes.rules": {"untagged-item": "hint"}}', '{"untagged-item":"hint"}');
    await untilFound(name, "6: untagged-item, 8: duplicate-theme");
    await rm(uriOf(".vscode/settings.json").fsPath);
  });
});
