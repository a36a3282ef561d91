import { type TextDocument, type Uri, workspace } from "vscode";
import { openPage } from "../shared/openPage";
import { chooseOne } from "../shared/userInput";
import { ask, showError, showInformation, showWarning } from "../shared/userMessages";
import { canBePublished, choosePages } from "./choosePages";
import { type IndicoRequests, isRefusal } from "./indicoRequests";
import type { MinutesDocuments } from "./minutesDocuments";
import type { MinutesTarget, Publication, Refusal } from "./protocol";
import { countedOutcomes, failureTexts, hasFailed, plannedTexts, wasPublished } from "./publishedText";

export interface PublishParts {
  readonly indico: IndicoRequests;
  readonly documents: MinutesDocuments;
}

/** What the user consents to. */
interface Consent {
  readonly pages: readonly string[];
  /** those of them that have other minutes in Indico, with these minutes: others are not overwritten */
  readonly overwrite: readonly { readonly page: string; readonly theirs: string }[];
}

const scopes = [
  { value: false, label: "The Whole Meeting", detail: "as minutes of the event", icon: "notebook" },
  {
    value: true,
    label: "Each Contribution",
    detail: "its notes as minutes of its own page, where it has an address in Indico",
    icon: "list-unordered",
  },
] as const;

/** Publishes the text in the editor as minutes in Indico, after the user has seen what would be written. */
export async function publishNotes(parts: PublishParts, file: Uri): Promise<void> {
  const document = await workspace.openTextDocument(file);
  const options = { title: "Publish Notes to Indico", placeHolder: "Select what to publish" };
  const items = await chooseOne<boolean>(scopes, options);
  if (items === undefined) return;
  const { version } = document;
  const plan = await publication(parts, document, items);
  if (!plan) return;
  if (isRefusal(plan)) return void showError(plan.problem);
  const consent = await consentTo(plan.targets, document, parts);
  if (!consent) return;
  if (document.version !== version)
    return void showWarning("The file has changed in the meantime, so nothing was published.");
  const result = await publication(parts, document, items, consent);
  if (!result) return void showWarning("Publishing was cancelled; nothing was published.");
  if (isRefusal(result)) return void showError(result.problem);
  await showResult(result);
}

/** @param consent undefined for a dry run, which writes nothing */
async function publication(
  { indico }: PublishParts,
  document: TextDocument,
  items: boolean,
  consent?: Consent,
): Promise<Publication | Refusal | undefined> {
  return indico.send<Publication>({
    method: "wlcgNotes/publishNotes",
    progress: consent ? "Publishing the notes" : "Comparing the notes with Indico",
    params: (access) => ({
      textDocument: { uri: document.uri.toString() },
      items,
      dryRun: consent === undefined,
      overwrite: [],
      ...consent,
      ...access,
    }),
  });
}

async function consentTo(
  targets: readonly MinutesTarget[],
  document: TextDocument,
  { documents }: PublishParts,
): Promise<Consent | undefined> {
  if (!targets.some(canBePublished)) return void showNothing(targets);
  const chosen = await choosePages(targets, document.isDirty, documents);
  if (!chosen || chosen.length === 0) return undefined;
  const conflicts = chosen.filter(({ outcome }) => outcome === "conflict" || outcome === "overwritten");
  if (conflicts.length > 0 && !(await mayOverwrite(conflicts))) return undefined;
  return {
    pages: chosen.map(({ page }) => page),
    overwrite: conflicts.map(({ page, theirs = "" }) => ({ page, theirs })),
  };
}

function showNothing(targets: readonly MinutesTarget[]): void {
  const failures = targets.filter(hasFailed);
  if (failures.length > 0) void showError(`Nothing can be published: ${failureTexts(failures)}.`);
  else if (targets.some(({ outcome }) => outcome === "unchanged"))
    void showInformation(`Indico has these minutes already: ${countedOutcomes(targets, plannedTexts)}.`);
  else void showInformation("There are no notes that can be published.");
}

async function mayOverwrite([first, ...others]: readonly MinutesTarget[]): Promise<boolean> {
  const overwrite = "Overwrite";
  const titles = `“${first?.title}”${others.length === 0 ? "" : ` and ${others.length} more`}`;
  const message = `Indico has other minutes of ${titles}. They are lost if they are overwritten.`;
  return (await ask(message, overwrite)) === overwrite;
}

async function showResult({ targets, page }: Publication): Promise<void> {
  const failures = targets.filter(hasFailed);
  const published = targets.filter(wasPublished);
  const open = "Open in Indico";
  const chosen =
    failures.length === 0
      ? await showInformation(`Notes published: ${countedOutcomes(targets)}.`, open)
      : await showError(
          `${failureTexts(failures)}. ${published.length === 0 ? "Nothing was published" : `Published: ${countedOutcomes(published)}`}.`,
          open,
        );
  // that of the only contribution
  if (chosen === open) await openPage(targets.length === 1 ? (targets[0]?.page ?? page) : page);
}
