import type { Knowledge } from "../core/analysis/knowledge";
import { MeetingDocument } from "../core/analysis/meetingDocument";
import { type MeetingHead, meetingHeadOf } from "../core/editing/newMeeting";
import type { MeetingFile } from "./host";
import { TimeSlice } from "./timeSlice";

/** maximum number of files that are read */
const maxFiles = 100;

/**
 * The head of the meeting with the latest date.
 * @param meetings by path, the last one first
 */
export async function lastMeeting(
  meetings: AsyncIterable<MeetingFile>,
  knowledge: Knowledge,
): Promise<MeetingHead | undefined> {
  let last: MeetingHead | undefined;
  let filesLeft = maxFiles;
  const slice = new TimeSlice();
  for await (const { read } of meetings) {
    if (filesLeft-- <= 0) break;
    const text = await read();
    const head = text === undefined ? undefined : meetingHeadOf(MeetingDocument.open(text, knowledge));
    if (head && (!last || (head.date ?? "") > (last.date ?? ""))) last = head;
    if (slice.isOver()) await slice.yieldToEventLoop();
  }
  return last;
}
