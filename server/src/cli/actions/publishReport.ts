/** What `publish` prints for each page, and at the end. */
import { comparableLines } from "../../core/minutes/compareMinutes";
import type { MinutesTarget } from "../../core/minutes/minutesTargets";
import { messageText } from "../../core/text/displayText";
import { pageOf, pathOf } from "../../core/text/indicoAddress";
import { plural } from "../../core/text/wording";
import type { PublishOutcome } from "../../host/indico/publishAll";
import { unifiedDiff } from "./unifiedDiff";

const labels = {
  new: ["sent", "would send"],
  updated: ["updated", "would update"],
  overwritten: ["overwritten", "would overwrite"],
  unchanged: ["unchanged", "unchanged"],
  conflict: ["conflict", "conflict"],
  failed: ["failed", "failed"],
  notTried: ["not tried", "not tried"],
} as const satisfies Record<PublishOutcome["kind"], readonly [done: string, dryRun: string]>;

/** One line, with the difference below it if there is a conflict, if minutes of another user were overwritten, or if nothing is sent. */
export function outcomeLines(outcome: PublishOutcome, isDryRun: boolean): string {
  const { target, kind } = outcome;
  const label = labels[kind][isDryRun ? 1 : 0];
  const line = `${label}: ${messageText(target.title)}: ${pageText(pageOf(target.address))}\n`;
  if (outcome.kind === "failed") return `${line}  ${outcome.error.message}\n`;
  if (outcome.kind === "conflict") {
    const author = outcome.author === undefined ? "" : `, last by ${messageText(outcome.author)}`;
    const advice = outcome.isLater ? "publish again to compare with them" : "--force overwrites them";
    return `${line}  ${outcome.reason}${author}; ${advice}\n${difference(target, outcome.stored)}`;
  }
  const isShown = (isDryRun || kind === "overwritten") && "stored" in outcome;
  return isShown ? `${line}${difference(target, outcome.stored)}` : line;
}

/** From what Indico has to what would be sent. */
function difference(target: MinutesTarget, stored: string): string {
  const name = pathOf(target.address).slice(1);
  return unifiedDiff(name, comparableLines(stored), comparableLines(target.fragment)).text;
}

/** `2 sent, 1 conflict: https://…` */
export function summaryLine(outcomes: readonly PublishOutcome[], isDryRun: boolean, page: string): string {
  const counts = Object.entries(labels).flatMap(([kind, words]) => {
    const count = outcomes.filter((outcome) => outcome.kind === kind).length;
    return count === 0 ? [] : [`${count} ${words[isDryRun ? 1 : 0]}`];
  });
  return `${plural(outcomes.length, "page")} of minutes: ${counts.join(", ")}: ${pageText(page)}\n`;
}

/** UTF-16 units of an address, which people copy. */
const maxAddressLength = 2000;

function pageText(page: string): string {
  return messageText(page, maxAddressLength);
}
