import type { MeetingDocument } from "../../analysis/meetingDocument";
import { Item } from "../../document/item";
import { isMeetingHead, partialText, partialTitle } from "../../document/partialItem";
import { shiftRange } from "../../text/range";
import { clockOf } from "../../time/timeZone";
import { withoutComments } from "./htmlComments";
import type { LineLookup } from "./lineLookup";
import { type MeetingHead, type MeetingStatus, meetingStatuses } from "./notes";
import { placeOf } from "./placeOf";
import { publishedMarkdown } from "./publishedMarkdown";
import { withUnknownKeys, withUnknownRootKeys } from "./unknownKeys";
import { unparsableBlocks } from "./unparsable";

/** The meeting head, or what can be recovered from one that does not parse. */
export function readHead(document: MeetingDocument, lines: LineLookup): MeetingHead {
  const head = document.head();
  if (!head) return partialHead(document);
  return {
    ...head.withUnit((unit) => headValues(new Item(unit), document)),
    ...lines.lineRangeOf(shiftRange(head.summary.range, head.start)),
  };
}

function headValues(head: Item, document: MeetingDocument): MeetingHead {
  const { title, url, links } = head;
  const [series, place, timezone] = [head.text("series"), placeOf(head), head.text("timezone")];
  const [status, nextMeeting] = [statusOf(head.text("status")), head.text("nextMeeting")];
  const prose = withUnknownKeys(withoutComments(head.prose("context")), head.unknownKeys);
  const context = publishedMarkdown(withUnknownRootKeys(prose, document));
  return {
    title,
    ...datesOf(head.text("date"), head.text("endDate")),
    ...(series !== undefined && { series }),
    chairs: head.persons("chairs"),
    minuteTakers: head.persons("minuteTakers"),
    attendees: head.persons("attendees"),
    apologies: head.persons("apologies"),
    ...(status && { status }),
    ...(place !== undefined && { place }),
    ...(timezone !== undefined && {
      timezone: { name: timezone, isKnown: clockOf(timezone) !== undefined },
    }),
    ...(url !== undefined && { url }),
    links,
    ...(nextMeeting !== undefined && { nextMeeting }),
    ...(context !== undefined && { context }),
  };
}

function statusOf(text: string | undefined): MeetingStatus | undefined {
  return meetingStatuses.find((status) => status === text?.toLowerCase());
}

function datesOf(
  date: string | undefined,
  endDate: string | undefined,
): Pick<MeetingHead, "date" | "endDate"> {
  return { ...(date !== undefined && { date }), ...(endDate !== undefined && { endDate }) };
}

/** The title and date that can be recovered from a meeting head that does not parse. */
function partialHead(document: MeetingDocument): MeetingHead {
  const unparsable = unparsableBlocks(document).find(({ block }) => isMeetingHead(block.text));
  const text = unparsable?.block.text ?? "";
  return {
    title: partialTitle(text, "meeting"),
    ...datesOf(partialText(text, "meeting", "date"), partialText(text, "meeting", "endDate")),
    chairs: [],
    minuteTakers: [],
    attendees: [],
    apologies: [],
    links: [],
  };
}
