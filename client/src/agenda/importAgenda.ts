import { type TextDocument, Uri, WorkspaceEdit, window, workspace } from "vscode";
import { type IndicoRequests, isRefusal } from "../indico/indicoRequests";
import type { ImportedAgenda } from "../indico/protocol";
import { meetingFolder } from "../shared/meetingFolder";
import { exists, unusedFile } from "../shared/unusedFile";
import { chooseOne } from "../shared/userInput";
import { ask, nameOf, showDone, showError, showInformation } from "../shared/userMessages";
import { chooseSource, withAccess } from "./chooseSource";
import { updateAgenda } from "./updateAgenda";

const title = "Import Agenda";

/**
 * Makes the file of a meeting from its agenda and opens it. A file of that name is updated, if the user wants, and never
 * overwritten.
 * @param chosen the folder, or a file in it
 */
export async function importAgenda(indico: IndicoRequests, chosen?: Uri): Promise<void> {
  const folder = await meetingFolder(chosen);
  const source = await chooseSource(title);
  if (!source) return;
  const agenda = await indico.send<ImportedAgenda>({
    method: "wlcgNotes/importAgenda",
    progress: "Reading the agenda",
    params: (access) => ({ source: withAccess(source, access), tags: false }),
  });
  if (!agenda) return;
  if (isRefusal(agenda)) return void showError(agenda.problem);
  const target = folder && (await targetFor(folder, agenda.name));
  if (target === "cancelled") return;
  if (target && "existing" in target) return updateAgenda(indico, target.existing, source);
  const text = await chooseText(agenda);
  if (text !== undefined) await open(agenda, text, target?.file);
}

/** The new file; the existing one of that name, if it is to be updated. */
async function targetFor(
  folder: Uri,
  name: string,
): Promise<{ readonly file: Uri } | { readonly existing: Uri } | "cancelled"> {
  const file = Uri.joinPath(folder, name);
  if (!(await exists(file))) return { file: await unusedFile(folder, name) };
  const [update, other] = ["Update Its Agenda", "Import Under Another Name"] as const;
  const chosen = await ask(`${nameOf(file)} exists already. It is not overwritten.`, update, other);
  if (chosen === update) return { existing: file };
  return chosen === other ? { file: await unusedFile(folder, name) } : "cancelled";
}

/** @returns the text with suggested themes or without; undefined if the user cancels */
async function chooseText(agenda: ImportedAgenda): Promise<string | undefined> {
  const { text, taggedText, suggested, contributions } = agenda;
  if (suggested === 0 || taggedText === undefined) return text;
  const count = `${suggested} of ${contributions} contribution${contributions === 1 ? "" : "s"}`;
  return chooseOne(
    [
      { value: taggedText, label: "Fill In Suggested Themes", description: `for ${count}`, icon: "tag" },
      { value: text, label: "Leave Themes Empty", icon: "circle-slash" },
    ],
    { title, placeHolder: "Select whether the suggested themes are filled in" },
  );
}

/** @param file to be created; undefined if there is no folder: the text is not saved then */
async function open(agenda: ImportedAgenda, text: string, file: Uri | undefined): Promise<void> {
  const document = file
    ? await created(file, text)
    : await workspace.openTextDocument({ language: "wlcg-contributions", content: text });
  if (!document) return;
  await window.showTextDocument(document, { preview: false });
  const { contributions, remarks } = agenda;
  const count = `${contributions} contribution${contributions === 1 ? "" : "s"} imported`;
  if (remarks.length === 0) showDone(count);
  else void showInformation(`${count}. ${remarks.join(" ")}`);
}

/** @returns undefined with a message to the user if the file cannot be written, or exists by now */
async function created(file: Uri, text: string): Promise<TextDocument | undefined> {
  const edit = new WorkspaceEdit();
  edit.createFile(file, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (await workspace.applyEdit(edit)) return workspace.openTextDocument(file);
  void showError(`${nameOf(file)} could not be created.`);
  return undefined;
}
