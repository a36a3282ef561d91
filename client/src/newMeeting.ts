import { SnippetString, type TextDocument, type Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { renameAfterSave } from "./meetingName";
import { meetingFolder } from "./shared/meetingFolder";
import { unusedFile } from "./shared/unusedFile";

const language = "wlcg-contributions";

interface NewMeeting {
  readonly name: string;
  readonly snippet: string;
}

/**
 * Opens a new file with the start of a meeting, and the cursor in its title. The file has a path in the folder, with the
 * day and the title in its name, so that it is saved without a dialog.
 * @param chosen the folder, or a file in it
 */
export async function newMeeting(client: LanguageClient, chosen?: Uri): Promise<void> {
  const folder = await meetingFolder(chosen);
  const archive = folder && workspace.getWorkspaceFolder(folder)?.uri;
  const { name, snippet } = await client.sendRequest<NewMeeting>("wlcgNotes/newMeeting", {
    ...(folder && { folder: folder.toString() }),
    ...(archive && { archive: archive.toString() }),
    date: today(),
  });
  const document = await newDocument(folder, name);
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippet));
  if (folder) renameAfterSave(client, document.uri);
}

async function newDocument(folder: Uri | undefined, name: string): Promise<TextDocument> {
  if (!folder) return workspace.openTextDocument({ language, content: "" });
  const file = await unusedFile(folder, name);
  return workspace.openTextDocument(file.with({ scheme: "untitled" }));
}

function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
