import { RequestType, type TextDocumentIdentifier } from "vscode-languageserver";
import { meetingFileName, meetingHeadOf } from "../../core/editing/newMeeting";
import { immediate } from "./request";

interface MeetingNameParams {
  readonly textDocument: TextDocumentIdentifier;
}

const type = new RequestType<MeetingNameParams, string | null, void>("wlcgNotes/meetingName");

/** The file name that fits the date and the title; null if the file has neither. */
export const meetingNameRequest = immediate(type, null, ({ view }) => {
  const head = meetingHeadOf(view.document);
  return head && (head.title !== "" || head.date !== undefined)
    ? meetingFileName(head.title, head.date)
    : null;
});
