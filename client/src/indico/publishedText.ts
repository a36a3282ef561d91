/** The texts about what is published, and what was. */
import type { MinutesTarget, Outcome } from "./protocol";

/** What would be done with the minutes of a page, as the description of its row. */
export const plannedTexts: Readonly<Record<Outcome, string>> = {
  new: "new",
  updated: "replaces what was published before",
  overwritten: "overwrites other minutes in Indico",
  unchanged: "unchanged",
  conflict: "other minutes in Indico",
  failed: "cannot be read",
  unpublished: "has no page in Indico",
};

const doneTexts: Readonly<Record<Outcome, string>> = {
  new: "new",
  updated: "updated",
  overwritten: "overwritten",
  unchanged: "unchanged",
  conflict: "not published, since Indico has other minutes",
  failed: "failed",
  unpublished: "without a page in Indico",
};

/** Titles in a message; the others are counted. */
const maxTitles = 3;

/** `2 new, 1 unchanged` */
export function countedOutcomes(
  targets: readonly MinutesTarget[],
  texts: Readonly<Record<Outcome, string>> = doneTexts,
): string {
  const counts = new Map<Outcome, number>();
  for (const { outcome } of targets) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${texts[outcome]}`).join(", ");
}

/** `“Tokens”: no right to edit; “Ceph” and 2 more: …` */
export function failureTexts(targets: readonly MinutesTarget[]): string {
  const texts = targets.slice(0, maxTitles).map(({ title, outcome, message }) => {
    const reason = message === undefined ? doneTexts[outcome] : message.trim().replace(/\.$/, "");
    return `“${title}”: ${reason}`;
  });
  const others = targets.length - texts.length;
  return `${texts.join("; ")}${others > 0 ? `; and ${others} more` : ""}`;
}

export function wasPublished({ outcome }: MinutesTarget): boolean {
  return outcome === "new" || outcome === "updated" || outcome === "overwritten";
}

/** True if the minutes were to be published, and are not. */
export function hasFailed({ outcome }: MinutesTarget): boolean {
  return outcome === "failed" || outcome === "conflict";
}
