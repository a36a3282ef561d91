/** A line that is a link with words for it: `Minutes of the last meeting: https://…`. */

import { readLink } from "../../text/linkText";
import type { AgendaLink } from "../agenda";

/** Maximum UTF-16 units of the words. */
const maxWords = 80;

/** @returns undefined for an address alone, and for sentences with an address in them */
export function namedLink(line: string): AgendaLink | undefined {
  if (!line.includes("://")) return undefined;
  const link = readLink(line);
  if (!link || link.title === "" || link.title.length > maxWords || /[.!?]\s|[.!?,]$/.test(link.title))
    return undefined;
  const isNamed = /^\[[^\]]+\]\(/.test(line) || /^[^:/]{2,80}?\s?(?::|[-–—]|\(|<)\s?<?https?:/.test(line);
  return isNamed
    ? { title: link.title.replace(/(?<![\s:<([])[\s:<([]{1,4}$/, ""), url: withoutLastMarks(link.url) }
    : undefined;
}

function withoutLastMarks(url: string): string {
  return url.replace(/(?<![.,;!?])[.,;!?]{1,3}$/, "");
}

/** True for the name of a document of the meeting or of one before it, wherever its line is. */
export function isMeetingDocument(title: string): boolean {
  return /^(?:the )?(?:(?:previous|last|draft|live|shared) )?(?:minutes|notes|agenda|action (?:list|items)|protokoll|compte[- ]rendu|verbale|acta|procès-verbal)(?!\p{L})/iu.test(
    title,
  );
}
