import { deepEqual, equal, match, ok } from "node:assert/strict";
import {
  ConfigurationTarget,
  commands,
  env,
  extensions,
  languages,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  codeOf,
  completionsAt,
  extensionId,
  findings,
  hoverAt,
  nameOf,
  openText,
  placeOf,
  quickFixesAt,
  readOnlyFiles,
  serverProcess,
  symbolsOf,
  until,
} from "./editor";
import { typeThrough } from "./kills";

const head = "meeting:\n  title: Kubernetes pre-GDB\n  date: 2019-12-10\ncontributions:\n";
const untagged = `${head}  - title: Rook and Ceph on Kubernetes\n    speakers: [A. Speaker]\n`;

function withFinding(editor: TextEditor, finding: string): Promise<readonly string[]> {
  return until(
    () => findings(editor),
    (all) => all.includes(finding),
    finding,
  );
}

async function withoutFindings(editor: TextEditor): Promise<void> {
  await until(
    () => findings(editor),
    (all) => all.length === 0,
    "the findings to go",
  );
}

/** Kills the server; returns whether another one started. */
async function crash(): Promise<boolean> {
  const before = await until(serverProcess, (pid) => pid !== undefined, "a server");
  if (before === undefined) return false;
  process.kill(before, "SIGKILL");
  try {
    await until(serverProcess, (pid) => pid !== undefined && pid !== before, "another server", 3000);
    return true;
  } catch {
    return false;
  }
}

describe("WLCG k8s Notes in VS Code", () => {
  afterEach(async () => {
    await commands.executeCommand("workbench.action.files.revert");
    await commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("sleeps until a contributions file is opened", async () => {
    const extension = extensions.getExtension(extensionId);
    ok(extension, "the extension is installed");
    match(extension.extensionPath, /[\\/]extensions[\\/]wlcg-k8s-notes\.wlcg-k8s-notes-/, "from its package");
    await openText("other.yaml", "a: 1\n");
    equal(extension.isActive, false);
    const start = performance.now();
    await extension.activate();
    console.log(`│ activated in ${Math.round(performance.now() - start)} ms`);
  });

  it("takes *.contributions.yaml and .yml from the YAML language", async () => {
    for (const name of ["a.contributions.yaml", "a.contributions.yml"]) {
      equal((await openText(name, untagged)).document.languageId, "wlcg-contributions");
    }
    equal((await openText("other.yaml", "a: 1\n")).document.languageId, "yaml");
  });

  it("shows findings", async () => {
    await withFinding(await openText("findings.contributions.yaml", untagged), "5: untagged-item");
  });

  it("links a finding's code to its section of the page of rules", async () => {
    const editor = await openText("link.contributions.yaml", untagged);
    await withFinding(editor, "5: untagged-item");
    const [target] = languages
      .getDiagnostics(editor.document.uri)
      .flatMap(({ code }) => (typeof code === "object" ? [code.target] : []));
    ok(target, "there is a link");
    const page = await workspace.openTextDocument(target.with({ fragment: "" }));
    match(target.fragment, /^L\d+$/);
    equal(page.lineAt(Number(target.fragment.slice(1)) - 1).text, "## untagged-item");
  });

  it("completes a theme and inserts it", async () => {
    const editor = await openText(
      "complete.contributions.yaml",
      `${head}  - title: Tokens\n    themes: [secu<|>]\n`,
    );
    const { items } = await until(
      async () => completionsAt(editor),
      (list) => list.items.some((item) => nameOf(item) === "security"),
      "the theme in the list",
    );
    equal(items.filter((item) => nameOf(item) === "security").length, 1);
    await until(
      async () => {
        await commands.executeCommand("editor.action.triggerSuggest");
        await new Promise((resolve) => setTimeout(resolve, 500));
        await commands.executeCommand("acceptSelectedSuggestion");
        return editor.document.lineAt(5).text;
      },
      (line) => line !== "    themes: [secu]",
      "the insertion",
    );
    equal(editor.document.lineAt(5).text, "    themes: [security]");
  });

  it("shows a hover for a theme", async () => {
    const editor = await openText(
      "hover.contributions.yaml",
      `${head}  - title: Tokens\n    themes: [security, storage-integration]\n`,
    );
    const hover = await until(
      () => hoverAt(editor, placeOf(editor, "security", 2)),
      (text) => text !== "",
      "a hover",
    );
    match(hover, /Security/);
    ok(!hover.includes("Storage integration"), "of that theme alone");
  });

  it("tags an untagged item with a quick fix", async () => {
    const editor = await openText("fix.contributions.yaml", untagged);
    await withFinding(editor, "5: untagged-item");
    const at = languages
      .getDiagnostics(editor.document.uri)
      .find((finding) => codeOf(finding) === "untagged-item");
    ok(at);
    const fixes = await quickFixesAt(editor, at.range.start);
    const fix = fixes.find(({ title }) => title.startsWith("Tag with"));
    ok(fix?.edit, `a fix with an edit among ${fixes.map(({ title }) => title).join(", ")}`);
    ok(await workspace.applyEdit(fix.edit));
    match(editor.document.getText(), /^ {4}themes: \[[a-z/-]+\]$/m);
    await withoutFindings(editor);
  });

  it("suppresses a finding with a quick fix", async () => {
    const editor = await openText("suppress.contributions.yaml", untagged);
    await withFinding(editor, "5: untagged-item");
    const fixes = await quickFixesAt(editor, placeOf(editor, "Rook"));
    const suppress = fixes.find(({ title }) => title === "Disable untagged-item for this line");
    ok(suppress?.edit, `among ${fixes.map(({ title }) => title).join(", ")}`);
    ok(await workspace.applyEdit(suppress.edit));
    equal(editor.document.lineAt(4).text, "  # wlcg-notes-disable-next-line untagged-item");
    await withoutFindings(editor);
  });

  it("fixes on save all that is safe to fix", async () => {
    const editor = await openText(
      "fix-all.contributions.yaml",
      `${head}  - title: Tokens\n    themes: [security, security, Storage integration]\n`,
    );
    await withFinding(editor, "6: duplicate-theme");
    const settings = workspace.getConfiguration("editor");
    const onSave = { "source.fixAll.wlcgNotes": "explicit" };
    await settings.update("codeActionsOnSave", onSave, ConfigurationTarget.Workspace);
    // the window learns of the setting a little later than the extension host
    await until(
      async () => {
        await editor.edit((edit) => edit.insert(editor.document.positionAt(0), "# saved\n"));
        const isSaved = await editor.document.save();
        return isSaved ? editor.document.getText() : "not saved, since an edit of the fixes came between";
      },
      (text) => text.endsWith("\n    themes: [security, storage-integration]\n"),
      "the fixes",
    );
    await settings.update("codeActionsOnSave", undefined, ConfigurationTarget.Workspace);
  });

  it("formats a file, and preserves its comments and line ends", async () => {
    const untidy = `${head}  -   title:   Tokens # of last week\n      themes: [security]\n`;
    const editor = await openText("format.contributions.yaml", untidy.replaceAll("\n", "\r\n"));
    await withoutFindings(editor);
    await commands.executeCommand("editor.action.formatDocument");
    const tidy = `${head}  - title: Tokens # of last week\n    themes: [security]\n`;
    equal(editor.document.getText(), tidy.replaceAll("\n", "\r\n"));
  });

  it("outlines the meeting and its items with their themes", async () => {
    const editor = await openText(
      "outline.contributions.yaml",
      `${untagged}  - title: Tokens\n    themes: [security]\n`,
    );
    const [meeting, contributions] = await until(
      () => symbolsOf(editor),
      (symbols) => symbols.length === 2,
      "the outline",
    );
    equal(meeting?.name, "Kubernetes pre-GDB");
    deepEqual(
      contributions?.children.map(({ name, detail }) => `${name} (${detail})`),
      ["Rook and Ceph on Kubernetes (no theme)", "Tokens (security)"],
    );
  });

  it("knows what a word is", async () => {
    const editor = await openText(
      "words.contributions.yaml",
      `${head}  - title: Über Größe.\n    themes: [storage-integration/csi]\n`,
    );
    const wordAt = (text: string): string =>
      editor.document.getText(editor.document.getWordRangeAtPosition(placeOf(editor, text, 2)));
    equal(wordAt("Größe"), "Größe");
    equal(wordAt("storage"), "storage-integration/csi");
  });

  it("checks the other items when one is broken", async () => {
    const broken = `${untagged}  - title: "half a title\n    themes: [sec\n  - title: Valid\n    themes: [securty]\n`;
    const editor = await openText("broken.contributions.yaml", broken);
    const all = await withFinding(editor, "10: unknown-theme");
    ok(all.includes("5: untagged-item"));
    equal(all.filter((finding) => finding.endsWith("yaml-syntax")).length, 1);
    match(await hoverAt(editor, placeOf(editor, "securty", 2)), /Security/);
  });

  it("brings a killed server back, the text untouched", async () => {
    const editor = await openText("killed.contributions.yaml", untagged);
    await withFinding(editor, "5: untagged-item");
    await editor.edit((edit) =>
      edit.insert(editor.document.positionAt(untagged.length), "  - title: Typed, not saved\n"),
    );
    await withFinding(editor, "7: untagged-item");
    const before = serverProcess();
    ok(before, "there is a server");
    const text = editor.document.getText();
    process.kill(before, "SIGKILL");
    const after = await until(serverProcess, (pid) => pid !== undefined && pid !== before, "a new server");
    ok(after);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), "# still here\n"));
    await withFinding(editor, "8: untagged-item");
    equal(editor.document.getText(), `# still here\n${text}`);
  });

  it("loses no letter when the server is killed at random during typing", async function () {
    const kills = Number(process.env.WLCG_NOTES_KILLS ?? 6);
    this.timeout(30_000 + kills * 10_000);
    const head = "meeting:\n  title: T\n  date: 2019-12-10\ncontributions:\n";
    const { delays, stops } = await typeThrough(head, kills, 7);
    const sorted = [...delays].sort((a, b) => a - b);
    const [median, max] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    const late = delays.filter((delay) => delay > 2000).length;
    console.log(
      `│      ${kills} kills: back by itself ${delays.length} times, median ${median} ms, at most ${max} ms, ${late} above 2 s; left stopped ${stops} times`,
    );
    equal(delays.length + stops, kills);
    ok(stops <= Math.ceil(kills / 5), `left stopped ${stops} times`);
  });

  it("leaves a server stopped that crashes again and again, and starts it on demand", async () => {
    const editor = await openText("crashes.contributions.yaml", untagged);
    await withFinding(editor, "5: untagged-item");
    for (let crashes = 1; await crash(); crashes++) ok(crashes < 6, "it gives up");
    await until(
      async () => {
        await commands.executeCommand("notifications.focusToasts");
        await commands.executeCommand("notification.acceptPrimaryAction");
        return serverProcess();
      },
      (pid) => pid !== undefined,
      "a server after Restart",
    );
    await commands.executeCommand("workbench.action.focusActiveEditorGroup");
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), "# still here\n"));
    await withFinding(editor, "6: untagged-item");
    equal(editor.document.getText(), `# still here\n${untagged}`);
  });

  it("follows the settings as they change", async () => {
    const editor = await openText("settings.contributions.yaml", untagged);
    await withFinding(editor, "5: untagged-item");
    const settings = workspace.getConfiguration("wlcgNotes", editor.document.uri);
    await settings.update("rules", { "untagged-item": "off" }, ConfigurationTarget.Workspace);
    await withoutFindings(editor);
    await settings.update("rules", undefined, ConfigurationTarget.Workspace);
    await withFinding(editor, "5: untagged-item");
  });

  it("shows no findings in a file that cannot be edited, but hovers", async () => {
    const text = new TextEncoder().encode(`${untagged}    themes: [security, nonsense]\n`);
    const files = readOnlyFiles(text);
    workspace.registerFileSystemProvider("old", files, { isReadonly: true });
    const document = await workspace.openTextDocument(Uri.parse("old:/old.contributions.yaml"));
    const editor = await window.showTextDocument(document);
    equal(document.languageId, "wlcg-contributions");
    await until(
      () => hoverAt(editor, placeOf(editor, "security", 2)),
      (hover) => /Security/.test(hover),
      "a hover",
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    deepEqual(findings(editor), []);
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await openText("other.contributions.yaml", untagged);
  });

  it("leaves to the user's settings when to format and to wrap lines", async () => {
    const { document } = await openText("settings.contributions.yaml", untagged);
    const settings = workspace.getConfiguration("editor");
    const inFile = () => workspace.getConfiguration("editor", document);
    for (const [name, value] of [
      ["formatOnSave", true],
      ["wordWrap", "bounded"],
    ] as const) {
      await settings.update(name, value, ConfigurationTarget.Global);
      equal(inFile().get(name), value);
      await settings.update(name, undefined, ConfigurationTarget.Global);
    }
  });

  it("moves an item with its cursor, and undoes it in one step", async () => {
    const before = `${untagged}\n  - title: Next\n`;
    const editor = await openText("move.contributions.yaml", before.replace("Rook", "<|>Rook"));
    await commands.executeCommand("wlcgNotes.moveItemDown");
    const moved = `${head}  - title: Next\n\n${untagged.slice(head.length)}`;
    equal(editor.document.getText(), moved);
    equal(editor.document.offsetAt(editor.selection.active), moved.indexOf("Rook"));
    await commands.executeCommand("undo");
    equal(editor.document.getText(), before);
  });

  it("starts new meeting notes", async () => {
    await commands.executeCommand("wlcgNotes.newMeeting");
    const { document } = window.activeTextEditor ?? {};
    equal(document?.languageId, "wlcg-contributions");
    match(document?.uri.path ?? "", /\/workspace\/\d{4}-\d{2}-\d{2}-[a-z-]+\.contributions\.yaml$/);
    match(document?.getText() ?? "", /^meeting:\n {2}title: .+\n {2}date: \d{4}-\d{2}-\d{2}\n/);
  });

  it("opens one page of notes, which follows the active editor until it is locked", async () => {
    await openText("notes.contributions.yaml", untagged);
    const pages = (): readonly string[] =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs.map(({ label }) => label))
        .filter((label) => label.startsWith("Notes"));
    const shows = (...expected: readonly string[]) =>
      until(pages, (labels) => labels.join() === expected.join(), expected.join());
    await commands.executeCommand("wlcgNotes.preview");
    await shows("Notes: Kubernetes pre-GDB");
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await commands.executeCommand("wlcgNotes.preview");
    equal(pages().length, 1);
    await openText("other.contributions.yaml", untagged.replace("Kubernetes pre-GDB", "Other"));
    await shows("Notes: Other");
    await commands.executeCommand("workbench.action.focusSecondEditorGroup");
    await until(
      async () => {
        await commands.executeCommand("wlcgNotes.lockPreview");
        return pages();
      },
      ([label]) => label === "Notes (locked): Other",
      "the locked page",
    );
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await openText("notes.contributions.yaml", untagged);
    await commands.executeCommand("wlcgNotes.preview");
    await shows("Notes (locked): Other", "Notes: Kubernetes pre-GDB");
    await commands.executeCommand("workbench.action.focusFirstEditorGroup");
    await commands.executeCommand("workbench.action.closeEditorsInOtherGroups");
    await until(pages, (labels) => labels.length === 0, "the page to close");
  });

  it("copies the notes as Markdown", async () => {
    await openText("copied.contributions.yaml", untagged);
    await env.clipboard.writeText("before");
    const copying = Promise.resolve(commands.executeCommand("wlcgNotes.copy"));
    let isDone = false;
    void copying.then(() => {
      isDone = true;
    });
    await until(
      async () => {
        await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        return isDone;
      },
      (done) => done,
      "the notes to be copied",
    );
    match(await env.clipboard.readText(), /^# Kubernetes pre-GDB\n/);
  });
});
