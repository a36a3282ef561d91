/** What publishing would do to the minutes that Indico has. */

import type { MinutesTarget } from "./minutesTargets";
import { comparable, type Digest, readMark, withMark } from "./publicationMark";

export type MinutesComparison =
  /** there are no minutes yet */
  | { readonly kind: "new" }
  /** an earlier version, published from this meeting and not edited since */
  | Earlier
  | { readonly kind: "equal" }
  | Conflict;

interface Earlier {
  readonly kind: "earlier";
  /** the minutes that Indico has, without the mark */
  readonly stored: string;
}

/** Minutes of another user, or edited ones. */
export interface Conflict {
  readonly kind: "conflict";
  /** a clause about them, for a person */
  readonly reason: string;
  /** the minutes that Indico has, without the mark */
  readonly stored: string;
}

const reasons = {
  none: "Indico has minutes that were written or edited there",
  edited: "another user edited the minutes in Indico after they were published",
  replaced: "the minutes in Indico were published from this meeting, but most of their words would go",
  other: "the minutes in Indico were published from another meeting, or before its title or date was changed",
} as const;

/** @param stored the source of the minutes that Indico has */
export function compareMinutes(
  target: MinutesTarget,
  stored: string | undefined,
  digest: Digest,
): MinutesComparison {
  if (stored === undefined || comparable(stored) === "") return { kind: "new" };
  const { content, origin } = readMark(stored, target.publication, digest);
  if (content === comparable(target.fragment)) return { kind: "equal" };
  if (origin !== "own") return { kind: "conflict", reason: reasons[origin], stored: content };
  return losesMostWords(content, comparable(target.fragment))
    ? { kind: "conflict", reason: reasons.replaced, stored: content }
    : { kind: "earlier", stored: content };
}

/** The share of words, and their number, above both of which an update is shown before it is made. */
const [maxLostShare, maxLostWords] = [0.4, 50];

/**
 * True if an update would remove much of what is published: two people may each have a file of one meeting, and the one that
 * publishes later must not remove the notes of the other unseen.
 */
function losesMostWords(published: string, next: string): boolean {
  const remaining = new Map<string, number>();
  for (const word of wordsOf(next)) remaining.set(word, (remaining.get(word) ?? 0) + 1);
  const words = wordsOf(published);
  const lost = words.filter((word) => {
    const count = remaining.get(word) ?? 0;
    if (count > 0) remaining.set(word, count - 1);
    return count === 0;
  });
  return lost.length > maxLostWords && lost.length > maxLostShare * words.length;
}

/** The words between the tags. */
function wordsOf(html: string): readonly string[] {
  return html.replaceAll(/<[^<>]*>/g, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The text that is sent to Indico. */
export function minutesText({ fragment, publication }: MinutesTarget, digest: Digest): string {
  return withMark(fragment, publication, digest);
}

/** HTML with a line for each block, so that a comparison by lines shows what differs. */
export function comparableLines(html: string): string {
  const blocks =
    /(<\/(?:p|div|h[1-6]|ul|ol|li|dl|dd|dt|table|thead|tbody|tr|td|th|pre|blockquote)>|<br ?\/?>)(?!\n|$)/g;
  return `${comparable(html).replaceAll(blocks, "$1\n")}\n`;
}
