import { openPage } from "../shared/openPage";
import { chooseMany, type Row, type RowButton } from "../shared/userInput";
import type { MinutesDocuments } from "./minutesDocuments";
import type { MinutesTarget, Outcome } from "./protocol";
import { countedOutcomes, plannedTexts } from "./publishedText";

/** What can be published; the others of a meeting are counted in the title. */
const publishable: readonly Outcome[] = ["new", "updated", "overwritten", "conflict"];

/**
 * Shows what would be published, with what is safe selected: minutes that were edited in Indico are not.
 * @param isUnsaved whether the text in the editor is newer than the file
 * @returns the selected targets; undefined if the user cancels
 */
export async function choosePages(
  targets: readonly MinutesTarget[],
  isUnsaved: boolean,
  documents: MinutesDocuments,
): Promise<readonly MinutesTarget[] | undefined> {
  const offered = targets.filter(({ outcome }) => publishable.includes(outcome));
  const others = countedOutcomes(
    targets.filter((target) => !offered.includes(target)),
    plannedTexts,
  );
  return chooseMany(
    offered.map((target) => rowOf(target, documents)),
    {
      title: `Publish Notes to ${hostOf(offered)}${others && ` (not listed: ${others})`}`,
      placeHolder: `Select the minutes to publish${isUnsaved ? ", from the unsaved text in the editor" : ""}`,
    },
  );
}

export function canBePublished({ outcome }: MinutesTarget): boolean {
  return publishable.includes(outcome);
}

function hostOf([first]: readonly MinutesTarget[]): string {
  return first && URL.canParse(first.page) ? new URL(first.page).host : "Indico";
}

function rowOf(target: MinutesTarget, documents: MinutesDocuments): Row<MinutesTarget> {
  const { title, page, outcome, message, theirs, ours } = target;
  const buttons: RowButton[] = [
    { icon: "link-external", tooltip: "Open in Indico", run: () => openPage(page) },
  ];
  if (theirs !== undefined && ours !== undefined)
    buttons.unshift({
      icon: "diff",
      tooltip: "Show the Difference",
      run: () => documents.compare(title, theirs, ours),
    });
  return {
    value: target,
    label: title,
    description: plannedTexts[outcome],
    ...(message !== undefined && { detail: message }),
    isPicked: outcome === "new" || outcome === "updated",
    buttons,
  };
}
