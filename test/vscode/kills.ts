// A typing session in which the server is killed at random, again and again.
import { equal, ok } from "node:assert/strict";
import { commands, type TextEditor } from "vscode";
import { findings, openText, serverProcess, until } from "./editor";

export interface Toll {
  /** milliseconds from each kill to the finding of what was typed around it */
  readonly delays: readonly number[];
  /** kills after which the server was left stopped until a request started it */
  readonly stops: number;
}

/** Types `kills` items after the text, and kills a server at a letter of each; the text must equal the typed text. */
export async function typeThrough(text: string, kills: number, seed: number): Promise<Toll> {
  const editor = await openText("typed.contributions.yaml", text);
  const delays: number[] = [];
  let stops = 0;
  let expected = text;
  for (let kill = 1; kill <= kills; kill++) {
    const item = `  - title: Typed ${kill}\n`;
    const at = (kill * seed) % item.length;
    const killed = await typeItem(editor, item, at);
    expected += item;
    equal(editor.document.getText(), expected);
    if (!(await isBack(killed.pid))) {
      stops++;
      await commands.executeCommand("wlcgNotes.restartServer");
    } else {
      await untilFound(editor, expected.split("\n").length - 1);
      delays.push(Date.now() - killed.at);
    }
    await untilFound(editor, expected.split("\n").length - 1);
  }
  equal(editor.document.getText(), expected);
  return { delays, stops };
}

async function typeItem(
  editor: TextEditor,
  item: string,
  killAt: number,
): Promise<{ pid: number; at: number }> {
  const pid = await until(serverProcess, (found) => found !== undefined, "a server");
  ok(pid !== undefined);
  let at = 0;
  for (const [index, letter] of [...item].entries()) {
    if (index === killAt) {
      process.kill(pid, "SIGKILL");
      at = Date.now();
    }
    const end = editor.document.positionAt(editor.document.getText().length);
    ok(await editor.edit((edit) => edit.insert(end, letter)));
  }
  return { pid, at };
}

/** Whether another server came of its own accord. */
async function isBack(pid: number): Promise<boolean> {
  const isOther = (found: number | undefined) => found !== undefined && found !== pid;
  return until(serverProcess, isOther, "another server", 3000).then(
    () => true,
    () => false,
  );
}

/** @param line 1-based, of an item without themes */
async function untilFound(editor: TextEditor, line: number): Promise<void> {
  const finding = `${line}: untagged-item`;
  await until(
    () => findings(editor),
    (all) => all.includes(finding),
    finding,
  );
}
