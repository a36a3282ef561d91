import { type QuickPickItem, type TextDocument, type Uri, window, workspace } from "vscode";
import type { LanguageClient, Middleware } from "vscode-languageclient/node";
import { iconlessText } from "../../server/src/core/text/displayText";
import { applyEdits, type ProtocolEdit } from "./shared/applyEdits";
import { showDone, showHint, showWarning } from "./shared/userMessages";

/** The server's answer; its texts have no icons. */
interface Taggings {
  readonly version: number | null;
  /** items without themes, those without suggestions included */
  readonly untagged: number;
  readonly items: readonly TaggedItem[];
}

interface TaggedItem {
  readonly title: string;
  readonly themes: readonly string[];
  readonly matchedTerms: string;
  readonly edits: readonly ProtocolEdit[];
}

/** Shows the suggested themes of all untagged items, all selected, and adds those that stay selected. */
export async function tagAll(client: LanguageClient, file: Uri): Promise<void> {
  const document = await workspace.openTextDocument(file);
  const textDocument = { uri: document.uri.toString() };
  const taggings = await client.sendRequest<Taggings | null>("wlcgNotes/taggings", { textDocument });
  if (!taggings) return;
  if (taggings.items.length === 0) return showHint(nothingToTag(taggings.untagged));
  const chosen = await choose(taggings);
  if (chosen && chosen.length > 0) await tag(document, taggings, chosen);
}

/** The code action asks in the same way as the command, instead of an edit that tags everything. */
export const selectTaggings: NonNullable<Middleware["resolveCodeAction"]> = (action, token, next) => {
  if (action.kind?.value !== tagAllKind) return next(action, token);
  action.command = { command: "wlcgNotes.tagAll", title: action.title };
  return action;
};

const tagAllKind = "refactor.rewrite.wlcgNotes.tagAll";

function nothingToTag(untagged: number): string {
  if (untagged === 0) return "Every item has themes already.";
  return untagged === 1
    ? "1 item has no themes, and there is no suggestion for it."
    : `${untagged} items have no themes, and there is no suggestion for them.`;
}

async function choose({ items }: Taggings): Promise<readonly TaggedItem[] | undefined> {
  const rows = items.map((item) => ({
    label: iconlessText(item.title),
    description: iconlessText(item.themes.join(", ")),
    detail: iconlessText(item.matchedTerms),
    picked: true,
    item,
  }));
  const chosen = await window.showQuickPick<QuickPickItem & { item: TaggedItem }>(rows, {
    canPickMany: true,
    matchOnDescription: true,
    placeHolder: "Select the items to tag",
  });
  return chosen?.map(({ item }) => item);
}

async function tag(document: TextDocument, all: Taggings, chosen: readonly TaggedItem[]): Promise<void> {
  const edits = chosen.flatMap((item) => item.edits);
  if (await applyEdits(document, all.version, edits)) return showDone(summary(all, chosen.length));
  void showWarning("The file has changed in the meantime, so no item was tagged.");
}

/** `4 of 7 items tagged; 3 have no suggestion` */
function summary({ untagged, items }: Taggings, tagged: number): string {
  const count = `${tagged} of ${untagged} item${untagged === 1 ? "" : "s"} tagged`;
  const without = untagged - items.length;
  return without === 0 ? count : `${count}; ${without} ${without === 1 ? "has" : "have"} no suggestion`;
}
