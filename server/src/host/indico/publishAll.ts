import type { MinutesTarget } from "../../core/minutes/minutesTargets";
import { NetworkError } from "../network/networkError";
import type { IndicoConnection } from "./indicoConnection";
import { type PublishResult, publishMinutes } from "./publishMinutes";

/** What happened to the minutes of one page. */
export type PublishOutcome = { readonly target: MinutesTarget } & (
  | PublishResult
  | { readonly kind: "failed"; readonly error: NetworkError }
  /** after a failure that would happen again */
  | { readonly kind: "notTried" }
);

export interface PublishAllOptions {
  /** consent to replace the minutes of another user on this page */
  readonly overwrites: (target: MinutesTarget) => boolean;
  /** reads and compares only */
  readonly isDryRun: boolean;
  /** called after each page */
  readonly onOutcome?: (outcome: PublishOutcome) => void;
}

/** Publishes one page after the other, so that it is known which went through. */
export async function publishAll(
  targets: readonly MinutesTarget[],
  { overwrites, isDryRun, onOutcome }: PublishAllOptions,
  connection: IndicoConnection,
): Promise<readonly PublishOutcome[]> {
  const outcomes: PublishOutcome[] = [];
  let isStopped = false;
  for (const target of targets) {
    const outcome: PublishOutcome = isStopped
      ? { target, kind: "notTried" }
      : await outcomeOf(target, { overwrites: overwrites(target), isDryRun }, connection);
    isStopped ||= outcome.kind === "failed" && stops(outcome.error);
    outcomes.push(outcome);
    onOutcome?.(outcome);
  }
  return outcomes;
}

async function outcomeOf(
  target: MinutesTarget,
  options: { readonly overwrites: boolean; readonly isDryRun: boolean },
  connection: IndicoConnection,
): Promise<PublishOutcome> {
  try {
    return { target, ...(await publishMinutes(target, options, connection)) };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { target, kind: "failed", error };
  }
}

/** True for failures that the next page would have too. */
function stops({ kind }: NetworkError): boolean {
  return kind !== "rights" && kind !== "missing";
}
