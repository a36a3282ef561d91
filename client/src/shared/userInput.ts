/** Lists and boxes that ask the user. Texts of files and of Indico in them are plain: without icons, on one line. */
import { QuickInputButtons, type QuickPick, type QuickPickItem, ThemeIcon, window } from "vscode";
import { iconlessText } from "../../../server/src/core/text/displayText";

/** UTF-16 units of a text in a list; more is not visible. */
const maxTextLength = 300;

export interface Row<T> {
  readonly value: T;
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** id of an icon before the label */
  readonly icon?: string;
  /** whether the row is selected at first, in a list of several choices */
  readonly isPicked?: boolean;
  readonly buttons?: readonly RowButton[];
}

export interface RowButton {
  readonly icon: string;
  readonly tooltip: string;
  /** The list stays open. */
  readonly run: () => unknown;
}

interface RowItem<T> extends QuickPickItem {
  readonly row: Row<T>;
}

interface ListOptions {
  readonly title: string;
  readonly placeHolder: string;
}

/** @returns the value of the chosen row; undefined if the user cancels */
export async function chooseOne<T>(rows: readonly Row<T>[], options: ListOptions): Promise<T | undefined> {
  return (await shown<T>(rows, options, false))?.[0];
}

/** @returns the values of the selected rows; undefined if the user cancels */
export async function chooseMany<T>(
  rows: readonly Row<T>[],
  options: ListOptions,
): Promise<readonly T[] | undefined> {
  return shown(rows, options, true);
}

interface TypedOptions<T> extends ListOptions {
  /** the text in the box at first */
  readonly value: string;
  /** the row for what the user types, above the others; undefined if there is none */
  readonly rowOf: (typed: string) => Row<T> | undefined;
}

/** A list with a box for a text that is not in it. @returns undefined if the user cancels */
export async function typeOrChoose<T>(
  rows: readonly Row<T>[],
  { value, rowOf, ...options }: TypedOptions<T>,
): Promise<T | undefined> {
  const list = listOf<T>(options);
  const update = (): void => {
    const typed = rowOf(list.value);
    list.items = [...(typed ? [typed] : []), ...rows].map((row) => ({ ...itemOf(row), alwaysShow: true }));
  };
  list.value = value;
  list.onDidChangeValue(update);
  update();
  return (await chosenIn(list))?.[0];
}

async function shown<T>(
  rows: readonly Row<T>[],
  options: ListOptions,
  canSelectMany: boolean,
): Promise<readonly T[] | undefined> {
  const list = listOf<T>(options);
  list.canSelectMany = canSelectMany;
  list.matchOnDescription = true;
  list.items = rows.map(itemOf);
  list.selectedItems = list.items.filter(({ row }) => row.isPicked);
  return chosenIn(list);
}

function listOf<T>({ title, placeHolder }: ListOptions): QuickPick<RowItem<T>> {
  const list = window.createQuickPick<RowItem<T>>();
  list.title = iconlessText(title, maxTextLength);
  list.placeholder = iconlessText(placeHolder, maxTextLength);
  // a button of a row may open an editor
  list.ignoreFocusOut = true;
  return list;
}

function itemOf<T>(row: Row<T>): RowItem<T> {
  const { label, description, detail, icon, buttons = [] } = row;
  return {
    row,
    label: iconlessText(label, maxTextLength),
    ...(description !== undefined && { description: iconlessText(description, maxTextLength) }),
    ...(detail !== undefined && { detail: iconlessText(detail, maxTextLength) }),
    ...(icon !== undefined && { iconPath: new ThemeIcon(icon) }),
    buttons: buttons.map((button) => ({ ...button, iconPath: new ThemeIcon(button.icon) })),
  };
}

function chosenIn<T>(list: QuickPick<RowItem<T>>): Promise<readonly T[] | undefined> {
  return new Promise((resolve) => {
    list.onDidTriggerItemButton(({ item, button }) => {
      const at = item.buttons?.indexOf(button) ?? -1;
      void item.row.buttons?.[at]?.run();
    });
    list.onDidAccept(() => {
      const selected = list.selectedItems;
      if (selected.length === 0 && !list.canSelectMany) return;
      resolve(selected.map(({ row }) => row.value));
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

export interface SecretQuestion {
  readonly title: string;
  readonly prompt: string;
  /** the problem with a text; undefined if it may be one */
  readonly problemOf: (typed: string) => string | undefined;
  /** Opens the page where the secret is made. */
  readonly openPage: () => unknown;
}

/** Asks for a text that is not shown. @returns undefined if the user cancels */
export function askSecret(question: SecretQuestion): Promise<string | undefined> {
  const box = window.createInputBox();
  box.title = iconlessText(question.title, maxTextLength);
  box.prompt = iconlessText(question.prompt, maxTextLength);
  box.password = true;
  // the user fetches it in a browser
  box.ignoreFocusOut = true;
  box.buttons = [{ iconPath: new ThemeIcon("link-external"), tooltip: "Open the Page to Create a Token" }];
  return new Promise((resolve) => {
    box.onDidTriggerButton((button) => {
      if (button !== QuickInputButtons.Back) void question.openPage();
    });
    box.onDidChangeValue(() => {
      box.validationMessage = "";
    });
    box.onDidAccept(() => {
      const problem = question.problemOf(box.value);
      if (problem !== undefined) {
        box.validationMessage = problem;
        return;
      }
      resolve(box.value.trim());
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
