import type { MinutesTarget } from "../../core/minutes/minutesTargets";
import { NetworkError } from "../network/networkError";
import type { IndicoConnection } from "./indicoConnection";
import { type PublishOptions, type PublishResult, publishMinutes } from "./publishMinutes";
import { tokenOwner } from "./tokenOwner";

/** What happened to the minutes of one page. */
export type PublishOutcome = { readonly target: MinutesTarget } & (
  | PublishResult
  | { readonly kind: "failed"; readonly error: NetworkError }
  /** after a failure that would happen again */
  | { readonly kind: "notTried" }
);

export interface PublishAllOptions {
  /** consent to replace the minutes of another user on this page, which are these */
  readonly overwrites: (target: MinutesTarget, stored: string) => boolean;
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
  let name: Promise<string | undefined> | undefined;
  const base = targets[0]?.address.base;
  const person = (): Promise<string | undefined> =>
    (name ??= base === undefined ? Promise.resolve(undefined) : tokenOwner(base, connection));
  let isStopped = false;
  for (const target of targets) {
    const outcome: PublishOutcome = isStopped
      ? { target, kind: "notTried" }
      : await outcomeOf(
          target,
          { overwrites: (stored) => overwrites(target, stored), isDryRun, person },
          connection,
        );
    isStopped ||= outcome.kind === "failed" && stops(outcome.error);
    outcomes.push(outcome);
    onOutcome?.(outcome);
  }
  return outcomes;
}

async function outcomeOf(
  target: MinutesTarget,
  options: PublishOptions,
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
