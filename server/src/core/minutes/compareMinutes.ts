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
  otherPerson: "another user published the minutes in Indico from a file of this meeting",
  replaced: "the minutes in Indico were published from this meeting, but most of their words would go",
  other: "the minutes in Indico were published from another meeting, or before its date was changed",
} as const;

/**
 * Whether the person who publishes also wrote the minutes that Indico has. Before version 3.3.2 it does not say who did; a token
 * may not let its owner be read.
 */
export type Authorship = "same" | "other" | "unknown";

/**
 * @param stored the source of the minutes that Indico has
 * @param authorship of minutes that were published from this meeting
 */
export function compareMinutes(
  target: MinutesTarget,
  stored: string | undefined,
  digest: Digest,
  authorship: Authorship,
): MinutesComparison {
  if (stored === undefined || isBlankHtml(stored)) return { kind: "new" };
  const { content, origin } = readMark(stored, target.publication, digest);
  if (content === comparable(target.fragment)) return { kind: "equal" };
  if (origin !== "own") return { kind: "conflict", reason: reasons[origin], stored: content };
  if (authorship === "other") return { kind: "conflict", reason: reasons.otherPerson, stored: content };
  return losesMostWords(content, comparable(target.fragment), maxLostWords[authorship])
    ? { kind: "conflict", reason: reasons.replaced, stored: content }
    : { kind: "earlier", stored: content };
}

/** A clause for a person, about a meeting without any part to publish. */
export const nothingToPublish = "the notes are empty, or have none of the sections that are chosen";

/** True for minutes without a visible character, such as `<p>&nbsp;</p>`, which an editor leaves of emptied ones. */
export function isBlankHtml(html: string): boolean {
  return !/<(?:img|hr|iframe|video|svg)\b/i.test(html) && /^(?:\s|&nbsp;|&#160;)*$/i.test(textOf(html));
}

/** An update that removes a larger share and a larger number of words is shown before it is made. */
const maxLostShare = 0.4;
const maxLostWords = { same: 50, unknown: 10 } as const;

/**
 * True if an update would remove much of what is published: two people may each have a file of one meeting, and the one that
 * publishes later must not remove the notes of the other unseen.
 */
function losesMostWords(published: string, next: string, maxLost: number): boolean {
  const remaining = new Map<string, number>();
  for (const word of wordsOf(next)) remaining.set(word, (remaining.get(word) ?? 0) + 1);
  const words = wordsOf(published);
  const lost = words.filter((word) => {
    const count = remaining.get(word) ?? 0;
    if (count > 0) remaining.set(word, count - 1);
    return count === 0;
  });
  return lost.length > maxLost && lost.length > maxLostShare * words.length;
}

/** The words between the tags. */
function wordsOf(html: string): readonly string[] {
  return textOf(html).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function textOf(html: string): string {
  return html.replaceAll(/<[^<>]*>/g, " ");
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
