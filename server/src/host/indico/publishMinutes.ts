import { createHash } from "node:crypto";
import {
  type Authorship,
  type Conflict,
  compareMinutes,
  minutesText,
} from "../../core/minutes/compareMinutes";
import type { MinutesTarget } from "../../core/minutes/minutesTargets";
import { comparable, type Digest } from "../../core/minutes/publicationMark";
import { NetworkError, type NetworkErrorKind } from "../network/networkError";
import type { IndicoConnection } from "./indicoConnection";
import { readMinutes, type StoredMinutes, writeMinutes } from "./minutes";

/** What was done, or would be done in a dry run. */
export type PublishResult =
  /** there were no minutes */
  | { readonly kind: "new" }
  /** an earlier version of the same minutes was replaced */
  | { readonly kind: "updated"; readonly stored: string }
  /** minutes of another user were replaced, with consent */
  | { readonly kind: "overwritten"; readonly stored: string }
  | { readonly kind: "unchanged" }
  | PublishConflict;

/** Nothing was written. */
interface PublishConflict extends Conflict {
  /** who wrote what Indico has, if it names them */
  readonly author?: string;
  /** true if it was written after the minutes were read, so that no consent covers it */
  readonly isLater?: true;
}

export interface PublishOptions {
  /** consent to replace the minutes of another user, which are these */
  readonly overwrites: (stored: string) => boolean;
  /** reads and compares only */
  readonly isDryRun: boolean;
  /** @returns the name of the person who publishes; undefined if Indico does not name them */
  readonly person: () => Promise<string | undefined>;
}

const digest: Digest = (text) => createHash("sha256").update(text).digest("hex");

/**
 * Reads the minutes that a page has, compares, and writes.
 * @throws NetworkError
 */
export async function publishMinutes(
  target: MinutesTarget,
  options: PublishOptions,
  connection: IndicoConnection,
): Promise<PublishResult> {
  const stored = await readMinutes(target.address, connection);
  const compare = (authorship: Authorship) => compareMinutes(target, stored?.source, digest, authorship);
  const assumed = compare("same");
  const comparison = assumed.kind === "earlier" ? compare(await authorshipOf(stored, options)) : assumed;
  if (comparison.kind === "equal") return { kind: "unchanged" };
  if (comparison.kind === "conflict" && !options.overwrites(comparison.stored))
    return { ...comparison, ...authorOf(stored) };
  if (!options.isDryRun) {
    const text = minutesText(target, digest);
    const { conflict } = await writeMinutes(target.address, text, stored?.revision, connection).catch(
      withUncertainty,
    );
    if (conflict && comparable(conflict.source) === comparable(text)) return { kind: "unchanged" };
    if (conflict) return changedMeanwhile(conflict);
  }
  if (comparison.kind === "new") return { kind: "new" };
  const { stored: replaced } = comparison;
  return { kind: comparison.kind === "earlier" ? "updated" : "overwritten", stored: replaced };
}

async function authorshipOf(
  stored: StoredMinutes | undefined,
  { person }: PublishOptions,
): Promise<Authorship> {
  const name = stored?.author === undefined ? undefined : await person();
  if (name === undefined) return "unknown";
  return name === stored?.author ? "same" : "other";
}

/** Failures after which the minutes may be stored: no complete answer, or none of those that Indico gives. */
const uncertainKinds: ReadonlySet<NetworkErrorKind> = new Set(["unreachable", "interrupted", "answer"]);

/** A request that was cut off may have arrived. Publishing again finds the minutes equal, or sends them. */
function withUncertainty(error: unknown): never {
  if (!(error instanceof NetworkError) || !uncertainKinds.has(error.kind)) throw error;
  throw new NetworkError(
    error.kind,
    `${error.message}; the minutes may have arrived: publish again to make sure`,
  );
}

/** Consent was given for what was read before, not for this. */
function changedMeanwhile(stored: StoredMinutes): PublishConflict {
  return {
    kind: "conflict",
    reason: "another user wrote minutes in Indico at the same time",
    stored: stored.source,
    isLater: true,
    ...authorOf(stored),
  };
}

function authorOf(stored: StoredMinutes | undefined): { readonly author?: string } {
  return stored?.author === undefined ? {} : { author: stored.author };
}
