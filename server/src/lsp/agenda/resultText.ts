/** One message for a person about the result of a command. */
import { plural } from "../../core/text/wording";
import type { AgendaUpdate } from "../../features/agendaUpdate";
import type { Comparison } from "./compareAgenda";
import type { PublishedNotes, PublishedPage } from "./publishNotes";

export function updatedText({ changes, remarks }: AgendaUpdate): string {
  const first =
    changes.length === 0
      ? "The agenda has no changes."
      : `The agenda has ${plural(changes.length, "change")}.`;
  return [first, ...remarks].join(" ");
}

export function comparedText({ differences, remarks }: Comparison): string {
  const first =
    differences === 0
      ? "The file does not differ from the agenda."
      : `The file has ${plural(differences, "difference")} from the agenda.`;
  return [first, ...remarks].join(" ");
}

const words: Readonly<Record<PublishedPage["outcome"], readonly [done: string, dryRun: string]>> = {
  new: ["sent", "would be sent"],
  updated: ["updated", "would be updated"],
  overwritten: ["overwritten", "would be overwritten"],
  unchanged: ["unchanged", "unchanged"],
  conflict: ["in conflict", "in conflict"],
  failed: ["failed", "failed"],
  unpublished: ["not published", "not published"],
};

/** The counts, and the first reason for a page that was not published. */
export function publishedText({ targets, page }: PublishedNotes, isDryRun: boolean): string {
  if (targets.length === 0) return "No contribution has notes that can be published.";
  const counts = Object.entries(words).flatMap(([outcome, [done, dryRun]]) => {
    const count = targets.filter((target) => target.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${isDryRun ? dryRun : done}`];
  });
  const reason = targets.find(({ message }) => message !== undefined);
  const explained = reason ? ` “${reason.title}”: ${reason.message}` : "";
  return `Minutes at ${page}: ${counts.join(", ")}.${explained}`;
}
