/** What the extension says to people: the only file that shows messages. Names of files in them are text, never links. */
import { type Uri, type WebviewPanel, window, workspace } from "vscode";
import { labelText, notificationText, statusText } from "../../../server/src/core/text/displayText";

/** Milliseconds that a message stays in the status bar. */
const statusMilliseconds = 4000;
/** UTF-16 units of a tab's title. */
const maxTitleLength = 100;

/** @returns the action that was taken, where one was */
export async function showError<T extends string>(
  message: string,
  ...actions: readonly T[]
): Promise<T | undefined> {
  return window.showErrorMessage<T>(notificationText(message), ...actions);
}

/** @returns the action that was taken, where one was */
export async function showWarning<T extends string>(
  message: string,
  ...actions: readonly T[]
): Promise<T | undefined> {
  return window.showWarningMessage<T>(notificationText(message), ...actions);
}

/** A question that has to be answered first. @returns true where the action was taken */
export async function confirm(message: string, action: string): Promise<boolean> {
  return (await window.showWarningMessage(notificationText(message), { modal: true }, action)) === action;
}

/** A word in the status bar that something was done. */
export function showDone(message: string): void {
  window.setStatusBarMessage(`$(check) ${statusText(message)}`, statusMilliseconds);
}

/** The title of a panel's tab. */
export function setTitle(panel: WebviewPanel, title: string): void {
  panel.title = labelText(title, maxTitleLength);
}

/** A file's name as messages have it: within the workspace, else the name alone. */
export function nameOf(file: Uri): string {
  const isInside = workspace.getWorkspaceFolder(file) !== undefined;
  return isInside ? workspace.asRelativePath(file) : (file.path.split("/").at(-1) ?? "");
}
