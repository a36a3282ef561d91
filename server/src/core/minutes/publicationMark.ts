/**
 * The comment at the end of published minutes, by which a later publication recognises them. Indico stores it and does
 * not show it. It has a digest of the minutes: when a user edits them, the comment no longer fits.
 */

/** @returns a digest as hexadecimal digits, at least 32, such as SHA-256 */
export type Digest = (text: string) => string;

/** Where minutes come from, and where they are for. */
export interface Publication {
  /** ISO 8601, as written; empty if there is none */
  readonly date: string;
  /** path of the page below the installation: `/event/1/contributions/2` */
  readonly path: string;
}

/** Stored minutes without their mark. */
export interface MarkedMinutes {
  readonly content: string;
  /**
   * `none`: they have no mark; `edited`: the content is not what was published; `other`: it is, but from another meeting
   * or for another page; `own`: it is, from this meeting
   */
  readonly origin: "none" | "edited" | "other" | "own";
}

const digits = 32;
const pattern = /\n?<!-- wlcg-notes 1 ([0-9a-f]{32}) ([0-9a-f]{32}) -->$/;

/** The minutes with their mark, without a line feed at the end, which Indico would remove. */
export function withMark(content: string, publication: Publication, digest: Digest): string {
  const text = comparable(content);
  return `${text}\n<!-- wlcg-notes 1 ${originDigest(publication, digest)} ${contentDigest(text, digest)} -->`;
}

export function readMark(stored: string, publication: Publication, digest: Digest): MarkedMinutes {
  const text = comparable(stored);
  const [mark, origin, ofContent] = pattern.exec(text) ?? [];
  if (mark === undefined) return { content: text, origin: "none" };
  const content = comparable(text.slice(0, -mark.length));
  if (ofContent !== contentDigest(content, digest)) return { content, origin: "edited" };
  return { content, origin: origin === originDigest(publication, digest) ? "own" : "other" };
}

/** The same for two texts that differ in line ends, and in blanks around them. */
export function comparable(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").trim();
}

function originDigest({ date, path }: Publication, digest: Digest): string {
  return digest([date, path].join("\n")).slice(0, digits);
}

function contentDigest(content: string, digest: Digest): string {
  return digest(content).slice(0, digits);
}
