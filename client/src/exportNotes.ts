import { commands, env, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { formatNames } from "../../server/generated/formatNames";
import { errorText } from "../../server/src/host/errorText";
import { ask, nameOf, showDone, showError } from "./shared/userMessages";
import { writeAtomically } from "./writeAtomically";

interface RenderedNotes {
  readonly text: string;
  /** the file has errors, so that content may be missing */
  readonly isBroken: boolean;
}

const arrangements = [
  { label: "Theme", by: "theme" },
  { label: "Agenda", by: "agenda" },
  { label: "Community", by: "community" },
] as const;

/** Asks for a format, an arrangement and a file, and writes the notes. */
export async function exportNotes(client: LanguageClient): Promise<void> {
  const chosen = await chooseAndRender(client, "Export Anyway");
  if (!chosen) return;
  const { text, source, extension } = chosen;
  const defaultUri = defaultTarget(source, extension);
  const target = await window.showSaveDialog({ ...(defaultUri && { defaultUri }) });
  if (!target) return;
  if (target.toString() === source.toString())
    return void showError("The notes would overwrite the meeting's file; choose another name.");
  try {
    await writeAtomically(workspace.fs, target, new TextEncoder().encode(text));
    showDone(`Notes written to ${nameOf(target)}`);
  } catch (error) {
    void showError(`The notes could not be written to ${nameOf(target)}: ${errorText(error)}.`);
  }
}

/** A file next to the meeting; for an untitled meeting, a file in the workspace. */
function defaultTarget(source: Uri, extension: string): Uri | undefined {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (source.scheme === "untitled") return folder && Uri.joinPath(folder, `notes.${extension}`);
  return source.with({ path: `${source.path.replace(/(\.contributions)?\.ya?ml$/, "")}.${extension}` });
}

/** Asks for a format and an arrangement, and copies the notes to the clipboard. */
export async function copyNotes(client: LanguageClient): Promise<void> {
  const chosen = await chooseAndRender(client, "Copy Anyway");
  if (!chosen) return;
  await env.clipboard.writeText(chosen.text);
  showDone(`Notes copied as ${chosen.label}`);
}

async function chooseAndRender(
  client: LanguageClient,
  proceed: string,
): Promise<{ text: string; source: Uri; extension: string; label: string } | undefined> {
  const source = window.activeTextEditor?.document.uri;
  if (!source) return undefined;
  const format = await pick(formatNames, "Select a format");
  const arrangement = format && (format.isArranged ? await pick(arrangements, "Group by") : arrangements[0]);
  if (!format || !arrangement) return undefined;
  const rendered = await client.sendRequest<RenderedNotes | null>("wlcgNotes/render", {
    textDocument: { uri: source.toString() },
    to: format.id,
    by: arrangement.by,
  });
  if (!rendered || (rendered.isBroken && !(await confirmDespiteErrors(proceed)))) return undefined;
  return { text: rendered.text, source, extension: format.extension, label: format.label };
}

async function pick<T extends QuickPickItem>(
  items: readonly T[],
  placeHolder: string,
): Promise<T | undefined> {
  return window.showQuickPick(items, { placeHolder });
}

/** @param proceed the action that continues, `Export Anyway` */
async function confirmDespiteErrors(proceed: string): Promise<boolean> {
  const show = "Show Problems";
  const message = "The meeting has errors: the notes mark them, and content may be missing.";
  const chosen = await ask(message, proceed, show);
  if (chosen === show) await commands.executeCommand("workbench.actions.view.problems");
  return chosen === proceed;
}
