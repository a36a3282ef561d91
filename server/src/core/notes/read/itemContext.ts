import type { MeetingDocument } from "../../analysis/meetingDocument";
import { type FileShorthandContext, shorthandContext } from "../../document/shorthandContext";
import type { Notes } from "./notes";
import { SessionLookup } from "./sessions";

/** What the readers of items use of the rest of the file. */
export interface ItemContext {
  readonly document: MeetingDocument;
  readonly sessions: SessionLookup;
  /** as written */
  readonly meetingDate: string | undefined;
  readonly meetingPlace: string | undefined;
  /** for the actions and decisions in notes */
  readonly shorthand: FileShorthandContext;
}

export function itemContext(
  document: MeetingDocument,
  { meeting, sessions }: Pick<Notes, "meeting" | "sessions">,
): ItemContext {
  return {
    document,
    sessions: new SessionLookup(sessions),
    meetingDate: meeting.date,
    meetingPlace: meeting.place,
    shorthand: shorthandContext(document, document.vocabulary),
  };
}
