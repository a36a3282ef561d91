import { env, type Uri, window, workspace } from "vscode";
import type { Access, Source } from "../indico/protocol";
import { decodeText } from "../shared/decodeText";
import { type Row, typeOrChoose } from "../shared/userInput";

const fileTypes = { Agenda: ["json", "ics", "html", "htm", "txt", "eml", "md"], "All Files": ["*"] };

type Choice = "file" | Source;

/**
 * Asks what an agenda is read from: an address, which is that in the clipboard at first, a file or the clipboard.
 * @returns undefined if the user cancels
 */
export async function chooseSource(title: string): Promise<Source | undefined> {
  const clipboard = (await env.clipboard.readText()).trim();
  const isAddress = isAddressOfEvent(clipboard);
  const choice = await typeOrChoose<Choice>(
    [fileRow, ...(clipboard === "" || isAddress ? [] : [clipboardRow(clipboard)])],
    {
      title,
      placeHolder: "Enter the address of an Indico event",
      value: isAddress ? clipboard : "",
      rowOf: addressRow,
    },
  );
  return choice === "file" ? chooseFile() : choice;
}

/** The source with the means to reach it, for a request. */
export function withAccess(source: Source, access: Access): object {
  return "address" in source ? { ...source, ...access } : source;
}

/** Proposes an address only; the server reads it. */
function isAddressOfEvent(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && /\/(?:event|e|export)\/|confId=/.test(text);
}

function addressRow(typed: string): Row<Choice> | undefined {
  const address = typed.trim();
  return address === ""
    ? undefined
    : { value: { address }, label: address, description: "from Indico", icon: "globe" };
}

const fileRow: Row<Choice> = {
  value: "file",
  label: "From a File…",
  description: "an export of Indico, a calendar (.ics), a saved page or a mail",
  icon: "file",
};

function clipboardRow(text: string): Row<Choice> {
  return { value: { text }, label: "From the Clipboard", description: text.slice(0, 300), icon: "clippy" };
}

async function chooseFile(): Promise<Source | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: "Select an Agenda",
      openLabel: "Use Agenda",
      filters: fileTypes,
    })) ?? [];
  return file && sourceOf(file);
}

/** The server reads a file of the disk itself. */
async function sourceOf(file: Uri): Promise<Source> {
  if (file.scheme === "file") return { uri: file.toString() };
  const text = decodeText(await workspace.fs.readFile(file));
  return { text, name: file.path.split("/").at(-1) ?? "" };
}
