/** What an agenda knows about lists whose entries were removed. */
import type { Agenda, CompleteList } from "../agenda";
import { attachmentPage, eventKey, linkKeys, pageKey } from "./addresses";

export interface SourceLists {
  /** true for a list that the source has in full: an empty one has no entries */
  readonly isComplete: (list: CompleteList) => boolean;
  /** true for the address of a file of the event that the source no longer has */
  readonly isRemovedFile: (url: string) => boolean;
}

export function sourceLists(agenda: Agenda): SourceLists {
  const { meeting, entries, isPartial } = agenda;
  const complete = new Set(agenda.completeLists);
  const contributions = entries.flatMap((entry) => (entry.kind === "contribution" ? [entry] : []));
  const owners = contributions.flatMap((entry) => [entry, ...entry.parts]);
  const links = [...meeting.links, ...owners.flatMap((owner) => owner.links)];
  const known = new Set(links.flatMap(({ url }) => linkKeys(url)));
  const pages = new Set(owners.flatMap(({ url }) => (url === undefined ? [] : [pageKey(url)])));
  const event = meeting.url === undefined ? undefined : eventKey(meeting.url);
  const hasSessions = agenda.sessions.some(({ isComplete }) => isComplete);
  const isKnownPage = (page: string): boolean => {
    if (isPartial) return pages.has(page);
    if (/\/sessions?\/\d+$/.test(page)) return hasSessions;
    return complete.has("parts") || !/\/(?:subcontributions|contribution\/\d+)\/\d+$/.test(page);
  };
  return {
    isComplete: (list) => complete.has(list),
    isRemovedFile: (url) => {
      const page = complete.has("links") && event !== undefined ? attachmentPage(url) : undefined;
      if (page === undefined || eventKey(url) !== event) return false;
      return isKnownPage(page) && !linkKeys(url).some((key) => known.has(key));
    },
  };
}
