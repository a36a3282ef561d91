/** Shows messages to the user: the only file that does. File names in them are text, never links. */
import {
  type CancellationToken,
  ProgressLocation,
  type Uri,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { labelText, notificationText, statusText } from "../../../server/src/core/text/displayText";

/** Milliseconds that a message stays in the status bar. */
const statusMilliseconds = 4000;
/** UTF-16 units of a tab's title. */
const maxTitleLength = 100;

/** Begins each message, so that it is clear where it comes from. */
const extensionName = "WLCG k8s Notes";

/** @returns the action that the user selected; undefined if none */
export async function showError<T extends string>(
  message: string,
  ...actions: readonly T[]
): Promise<T | undefined> {
  return window.showErrorMessage<T>(notificationText(`${extensionName}: ${message}`), ...actions);
}

/** @returns the action that the user selected; undefined if none */
export async function showWarning<T extends string>(
  message: string,
  ...actions: readonly T[]
): Promise<T | undefined> {
  return window.showWarningMessage<T>(notificationText(`${extensionName}: ${message}`), ...actions);
}

/** @returns the action that the user selected; undefined if none */
export async function showInformation<T extends string>(
  message: string,
  ...actions: readonly T[]
): Promise<T | undefined> {
  return window.showInformationMessage<T>(notificationText(`${extensionName}: ${message}`), ...actions);
}

/** Shows a notification with a button to cancel while the task runs. */
export async function showProgress<T>(
  title: string,
  task: (cancellation: CancellationToken) => Promise<T>,
): Promise<T> {
  const options = {
    location: ProgressLocation.Notification,
    title: notificationText(`${extensionName}: ${title}`),
    cancellable: true,
  };
  return window.withProgress(options, (_, cancellation) => task(cancellation));
}

/** Asks in a modal dialog. @returns the action that the user selected; undefined if none */
export async function ask<T extends string>(
  message: string,
  ...actions: readonly T[]
): Promise<T | undefined> {
  return window.showWarningMessage<T>(
    notificationText(`${extensionName}: ${message}`),
    { modal: true },
    ...actions,
  );
}

/** Shows a success message in the status bar. */
export function showDone(message: string): void {
  window.setStatusBarMessage(`$(check) ${statusText(message)}`, statusMilliseconds);
}

/** Shows in the status bar why a command does nothing. */
export function showHint(message: string): void {
  window.setStatusBarMessage(`$(info) ${statusText(message)}`, statusMilliseconds);
}

/** Sets the title of a panel's tab. */
export function setTitle(panel: WebviewPanel, title: string): void {
  panel.title = labelText(title, maxTitleLength);
}

/** The name of a file for messages: its path in the workspace, or only the name if it is outside. */
export function nameOf(file: Uri): string {
  const isInside = workspace.getWorkspaceFolder(file) !== undefined;
  return isInside ? workspace.asRelativePath(file) : (file.path.split("/").at(-1) ?? "");
}
