import { env, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { formatNames } from "../../server/generated/formatNames";
import { errorText } from "../../server/src/host/errorText";
import { confirm, nameOf, showDone, showError } from "./shared/userMessages";
import { writeAtomically } from "./writeAtomically";

interface RenderedNotes {
  readonly text: string;
  /** the file has errors, so the notes may lack something */
  readonly isBroken: boolean;
}

const arrangements = [
  { label: "By theme", by: "theme" },
  { label: "By agenda", by: "agenda" },
  { label: "By community", by: "community" },
] as const;

/** Asks for a format and an order, and writes the notes where one likes. */
export async function exportNotes(client: LanguageClient): Promise<void> {
  const chosen = await chooseAndRender(client);
  if (!chosen) return;
  const { text, source, extension } = chosen;
  const defaultUri = defaultTarget(source, extension);
  const target = await window.showSaveDialog({ ...(defaultUri && { defaultUri }) });
  if (!target) return;
  if (target.toString() === source.toString())
    return void showError("The notes would replace the meeting's own file; choose another name.");
  try {
    await writeAtomically(workspace.fs, target, new TextEncoder().encode(text));
    showDone(`Notes written to ${nameOf(target)}`);
  } catch (error) {
    void showError(`The notes could not be written to ${nameOf(target)}: ${errorText(error)}.`);
  }
}

/** A file beside the meeting's; of a meeting without a file yet, one in the workspace. */
function defaultTarget(source: Uri, extension: string): Uri | undefined {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (source.scheme === "untitled") return folder && Uri.joinPath(folder, `notes.${extension}`);
  return source.with({ path: `${source.path.replace(/(\.contributions)?\.ya?ml$/, "")}.${extension}` });
}

/** Asks for a format and an order, and puts the notes on the clipboard. */
export async function copyNotes(client: LanguageClient): Promise<void> {
  const chosen = await chooseAndRender(client);
  if (!chosen) return;
  await env.clipboard.writeText(chosen.text);
  showDone(`Notes copied as ${chosen.label}`);
}

async function chooseAndRender(
  client: LanguageClient,
): Promise<{ text: string; source: Uri; extension: string; label: string } | undefined> {
  const source = window.activeTextEditor?.document.uri;
  if (!source) return undefined;
  const format = await pick(formatNames, "The notes as …");
  const arrangement =
    format && (format.isArranged ? await pick(arrangements, "Arranged …") : arrangements[0]);
  if (!format || !arrangement) return undefined;
  const rendered = await client.sendRequest<RenderedNotes | null>("wlcgNotes/render", {
    textDocument: { uri: source.toString() },
    to: format.id,
    by: arrangement.by,
  });
  if (!rendered || (rendered.isBroken && !(await confirmDespiteErrors()))) return undefined;
  return { text: rendered.text, source, extension: format.extension, label: format.label };
}

async function pick<T extends QuickPickItem>(
  items: readonly T[],
  placeHolder: string,
): Promise<T | undefined> {
  return window.showQuickPick(items, { placeHolder });
}

async function confirmDespiteErrors(): Promise<boolean> {
  const exportAnyway = "Go on";
  const message = "The meeting has errors; the notes mark what cannot be read, and may lack something.";
  return confirm(message, exportAnyway);
}
