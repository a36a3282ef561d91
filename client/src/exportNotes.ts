import { env, type Memento, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { formatNames } from "../../server/generated/formatNames";
import { errorText } from "../../server/src/host/errorText";
import { isMeetingFile, isMeetingName, isSameFile } from "../../server/src/host/meetingTarget";
import { type ExportChoice, type ExportMemory, rememberedExport, withExport } from "./exportMemory";
import { confirmDespiteErrors, type NotesForm, renderNotes } from "./renderNotes";
import { ask, nameOf, showDone, showError } from "./shared/userMessages";
import { writeAtomically } from "./writeAtomically";

const memoryKey = "wlcgNotes.exports";

const templateKey = "wlcgNotes.template";

const arrangements = [
  { label: "Theme", id: "theme" },
  { label: "Agenda", id: "agenda" },
  { label: "Community", id: "community" },
] as const;

type FormatName = (typeof formatNames)[number] | typeof templateFormat;

/** A group's own form; not offered in Restricted Mode. */
const templateFormat = {
  id: "template",
  label: "From a Template…",
  description: "your group's own form, a Mustache file",
  isArranged: true,
} as const;

/** What the user chose, without the target. */
interface ChosenForm extends NotesForm {
  readonly label: string;
  readonly extension: string;
}

/** Exports notes and remembers how: format, arrangement and place, for each file. */
export class Exporter {
  readonly #client: LanguageClient;
  readonly #state: Memento;

  /** @param state of the workspace */
  constructor(client: LanguageClient, state: Memento) {
    this.#client = client;
    this.#state = state;
  }

  /** Asks for a format, an arrangement and a place, and writes the notes. */
  async export(file: Uri): Promise<void> {
    const last = this.#last(file);
    const form = await this.#chooseForm(last);
    if (!form) return;
    const text = await this.#confirmed(file, form, "Export Anyway");
    if (text === undefined) return;
    const isSameFormat = last !== undefined && last.to === form.to && last.template === form.template;
    const defaultUri = isSameFormat ? Uri.parse(last.target) : defaultTarget(file, form.extension);
    const target = await window.showSaveDialog({ ...(defaultUri && { defaultUri }) });
    if (target) await this.#write(file, text, { ...form, target: target.toString() });
  }

  /** Repeats the last export without a question; asks if this is the first time. */
  async exportAgain(file: Uri): Promise<void> {
    const last = this.#last(file);
    if (!last) return this.export(file);
    const target = Uri.parse(last.target);
    if (!last.isOwn && !(await mayReplace(target))) return;
    const text = await this.#confirmed(file, last, "Export Anyway");
    if (text !== undefined) await this.#write(file, text, last);
  }

  /**
   * Writes the notes of a file that was exported before, if it has no errors.
   * @returns what the status bar may say; undefined if there was nothing to do, or an error was shown
   */
  async exportSaved(
    file: Uri,
  ): Promise<{ readonly isWritten: boolean; readonly message: string } | undefined> {
    const last = this.#last(file);
    if (!last?.isOwn) return undefined;
    const rendered = await renderNotes(this.#client, file, last);
    if (!rendered) return undefined;
    if (rendered.isBroken)
      return { isWritten: false, message: `${nameOf(file)} has errors, so its notes are not exported` };
    const target = Uri.parse(last.target);
    const isWritten = await writeNotes(file, rendered.text, target);
    return isWritten ? { isWritten, message: `Notes written to ${nameOf(target)} on save` } : undefined;
  }

  /** Asks for a format and an arrangement, and copies the notes to the clipboard. */
  async copy(file: Uri): Promise<void> {
    const form = await this.#chooseForm(this.#last(file));
    const text = form && (await this.#confirmed(file, form, "Copy Anyway"));
    if (text === undefined) return;
    await env.clipboard.writeText(text);
    showDone(`Notes copied as ${form?.label}`);
  }

  /** The file has another name: its last export is remembered under that. */
  async fileMoved(from: Uri, to: Uri): Promise<void> {
    const choice = this.#memory()[from.toString()];
    if (choice) await this.#remember(to, choice);
  }

  #memory(): ExportMemory {
    return this.#state.get<ExportMemory>(memoryKey, {});
  }

  #last(file: Uri): ReturnType<typeof rememberedExport> {
    return rememberedExport(this.#memory(), file.toString());
  }

  async #remember(file: Uri, { to, by, target, template }: ExportChoice): Promise<void> {
    const choice = { to, by, target, ...(template !== undefined && { template }) };
    await this.#state.update(memoryKey, withExport(this.#memory(), file.toString(), choice));
  }

  /** Asks for a format or a template, and an arrangement; undefined if the user cancels. */
  async #chooseForm(last: ExportChoice | undefined): Promise<ChosenForm | undefined> {
    const format = await chooseFormat(last?.to);
    if (!format) return undefined;
    const template = format.id === "template" ? await this.#chooseTemplate(last?.template) : undefined;
    const details = format.id === "template" ? template && templateDetails(template) : format;
    if (!details) return undefined;
    const by = await chooseArrangement(format, last?.by);
    if (by === undefined) return undefined;
    const { label, extension } = details;
    return { to: format.id, by, label, extension, ...(template && { template: template.toString() }) };
  }

  /** @param last address of the last template of this file; otherwise the last one of the workspace is offered */
  async #chooseTemplate(last = this.#state.get<string>(templateKey)): Promise<Uri | undefined> {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const defaultUri = last === undefined ? folder : Uri.parse(last);
    const [template] =
      (await window.showOpenDialog({
        title: "Select a Template",
        openLabel: "Use Template",
        ...(defaultUri && { defaultUri }),
      })) ?? [];
    if (template) await this.#state.update(templateKey, template.toString());
    return template;
  }

  /** The notes; undefined if they have errors and the user does not want them. */
  async #confirmed(file: Uri, choice: NotesForm, proceed: string): Promise<string | undefined> {
    const rendered = await renderNotes(this.#client, file, choice);
    if (!rendered || (rendered.isBroken && !(await confirmDespiteErrors(proceed)))) return undefined;
    return rendered.text;
  }

  async #write(file: Uri, text: string, choice: ExportChoice): Promise<void> {
    const target = Uri.parse(choice.target);
    if (!(await writeNotes(file, text, target))) return;
    await this.#remember(file, choice);
    showDone(`Notes written to ${nameOf(target)}`);
  }
}

/** @returns false with a message to the user if the file cannot be written */
async function writeNotes(source: Uri, text: string, target: Uri): Promise<boolean> {
  if (await isOfMeeting(target, source)) {
    void showError("The notes would overwrite the file of a meeting; choose another name.");
    return false;
  }
  try {
    await writeAtomically(workspace.fs, target, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    void showError(`The notes could not be written to ${nameOf(target)}: ${errorText(error)}.`);
    return false;
  }
}

/** True for the source of the notes, and for the file of any meeting. */
async function isOfMeeting(target: Uri, source: Uri): Promise<boolean> {
  if (target.toString() === source.toString() || isMeetingName(target.path)) return true;
  if (target.scheme !== "file") return false;
  if (source.scheme === "file" && (await isSameFile(target.fsPath, source.fsPath))) return true;
  return isMeetingFile(target.fsPath);
}

/** Asks before a file is replaced that these notes were not written to before. */
async function mayReplace(target: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(target);
  } catch {
    return true;
  }
  const replace = "Replace";
  return (await ask(`${nameOf(target)} exists already.`, replace)) === replace;
}

/** A file next to the meeting; for an untitled meeting, a file in the workspace. */
function defaultTarget(source: Uri, extension: string): Uri | undefined {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (source.scheme === "untitled") return folder && Uri.joinPath(folder, `notes.${extension}`);
  return source.with({ path: `${source.path.replace(/(\.contributions)?\.ya?ml$/, "")}.${extension}` });
}

/** The extension of `website.md.mustache` is `md`. */
function templateDetails(template: Uri): Pick<ChosenForm, "label" | "extension"> {
  const [, extension = "txt"] = /\.([^./]+)$/.exec(template.path.replace(/\.mustache$/i, "")) ?? [];
  return { label: nameOf(template), extension };
}

async function chooseFormat(last: string | undefined): Promise<FormatName | undefined> {
  const formats = [...formatNames, ...(workspace.isTrusted ? [templateFormat] : [])];
  return await pick(formats, last, "Select a format");
}

/** @returns the arrangement; undefined if the user cancels */
async function chooseArrangement(format: FormatName, last: string | undefined): Promise<string | undefined> {
  if (!format.isArranged) return arrangements[0].id;
  const chosen = await pick(arrangements, last, "Group by");
  return chosen?.id;
}

/** @param last id of the last choice, which comes first */
async function pick<T extends QuickPickItem & { readonly id: string }>(
  items: readonly T[],
  last: string | undefined,
  placeHolder: string,
): Promise<T | undefined> {
  const isLast = ({ id }: T): boolean => id === last;
  const ordered = [...items.filter(isLast), ...items.filter((item) => !isLast(item))];
  return window.showQuickPick(ordered, { placeHolder });
}
