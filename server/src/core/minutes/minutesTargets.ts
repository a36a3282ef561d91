/** What a file publishes: the whole meeting under its event, or the notes of each contribution under its own page. */
import type { MeetingDocument } from "../analysis/meetingDocument";
import { titleOf, untitled } from "../notes/arrange/notesText";
import type { SectionName } from "../notes/arrange/sectionNames";
import type { ArrangeBy } from "../notes/arrange/sections";
import { renderNotes } from "../notes/formats";
import { itemFragment } from "../notes/oneItem";
import type { MeetingHead, Notes, NotesItem, Part } from "../notes/read/notes";
import { notesOf } from "../notes/read/notesOf";
import { type IndicoAddress, isSameEvent, pageOf, pathOf, readIndicoAddress } from "../text/indicoAddress";
import type { Publication } from "./publicationMark";

/** Minutes of one page of Indico. */
export interface MinutesTarget {
  /** of the meeting, the contribution or the part */
  readonly title: string;
  readonly address: IndicoAddress;
  /** HTML without a mark */
  readonly fragment: string;
  readonly publication: Publication;
}

/** An item with notes that cannot be published. */
export interface UnpublishedItem {
  readonly title: string;
  /** a clause about the item */
  readonly reason: string;
}

export interface ItemTargets {
  readonly targets: readonly MinutesTarget[];
  readonly unpublished: readonly UnpublishedItem[];
}

interface WholeOptions {
  readonly by: ArrangeBy;
  readonly sections?: readonly SectionName[] | undefined;
}

/** The notes of the whole meeting, as `render --to indico` writes them. */
export function meetingTarget(
  document: MeetingDocument,
  address: IndicoAddress,
  options: WholeOptions,
): MinutesTarget {
  const { meeting } = notesOf(document);
  const fragment = renderNotes(document, { to: "indico", ...options });
  return {
    title: meeting.title || untitled,
    address,
    fragment,
    publication: publicationOf(meeting, address),
  };
}

/**
 * Every contribution that has notes, decisions or actions, and each part that has notes and a separate address. A
 * contribution's minutes are without the parts that have one.
 */
export function itemTargets(document: MeetingDocument, event: IndicoAddress): ItemTargets {
  const notes = notesOf(document);
  const found = notes.items
    .filter(({ kind }) => kind === "contributions")
    .flatMap((item) => unitsOf(item, event))
    .map((unit) => ({ ...unit, reading: ownAddress(unit, event) }));
  const pages = new Map<string, number>();
  for (const { reading } of found)
    if ("address" in reading)
      pages.set(pageOf(reading.address), (pages.get(pageOf(reading.address)) ?? 0) + 1);
  const targets: MinutesTarget[] = [];
  const unpublished: UnpublishedItem[] = [];
  for (const { item, reading } of found) {
    const title = titleOf(item);
    if ("reason" in reading) unpublished.push({ title, reason: reading.reason });
    else if ((pages.get(pageOf(reading.address)) ?? 0) > 1)
      unpublished.push({ title, reason: "has the same address as another item" });
    else targets.push(targetOf(item, reading.address, notes));
  }
  return { targets, unpublished };
}

function targetOf(item: NotesItem, address: IndicoAddress, notes: Notes): MinutesTarget {
  const publication = publicationOf(notes.meeting, address);
  return { title: titleOf(item), address, fragment: itemFragment(item, notes), publication };
}

function publicationOf({ date = "" }: MeetingHead, address: IndicoAddress): Publication {
  return { date, path: pathOf(address) };
}

/** A contribution, or a part as if it were one. */
interface Unit {
  readonly item: NotesItem;
  readonly isPart: boolean;
}

function unitsOf(item: NotesItem, event: IndicoAddress): readonly Unit[] {
  const isSeparate = (part: Part): boolean =>
    part.notes !== undefined && "address" in ownAddress({ item: itemOf(part, item), isPart: true }, event);
  const own = { ...item, parts: item.parts.filter((part) => !isSeparate(part)) };
  return [
    ...(hasMinutes(own) ? [{ item: own, isPart: false }] : []),
    ...item.parts.filter(isSeparate).map((part) => ({ item: itemOf(part, item), isPart: true })),
  ];
}

function hasMinutes({ notes, decisions, actions, parts, isBroken }: NotesItem): boolean {
  const hasText = notes !== undefined || parts.some((part) => part.notes !== undefined);
  return !isBroken && (hasText || decisions.length > 0 || actions.length > 0);
}

function itemOf(part: Part, { kind, key, line, endLine, inNotes }: NotesItem): NotesItem {
  return {
    ...part,
    kind,
    key,
    line,
    endLine,
    inNotes,
    themes: [],
    tagged: "none",
    parts: [],
    decisions: [],
    actions: [],
    isBroken: false,
    problems: [],
  };
}

/** The page of a contribution or of a part; a token must not be sent to a page elsewhere. */
function ownAddress(
  { item: { url }, isPart }: Unit,
  event: IndicoAddress,
): { readonly address: IndicoAddress } | { readonly reason: string } {
  const place = isPart ? "sub-contribution" : "contribution";
  if (url === undefined) return { reason: `has no url; it must be the address of the ${place} in Indico` };
  const reading = readIndicoAddress(url);
  const address = "address" in reading ? reading.address : undefined;
  if (!address || !isSameEvent(address, event))
    return { reason: "has a url that is not a page of this event" };
  const hasPlace = isPart ? address.subContribution !== undefined : address.contribution !== undefined;
  if (!hasPlace || (!isPart && address.subContribution !== undefined))
    return { reason: `has a url that is not that of a ${place}` };
  return { address };
}
