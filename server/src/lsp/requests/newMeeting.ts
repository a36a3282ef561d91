import { RequestType } from "vscode-languageserver";
import { type NewMeeting, newMeeting } from "../../core/editing/newMeeting";
import { isCalendarDate } from "../../core/time/calendarDate";
import { lastMeeting } from "../../host/lastMeeting";
import { type RequestContext, request } from "./request";

interface NewMeetingParams {
  /** URI of the folder for the new file */
  readonly folder?: string;
  /** URI of the folder that is searched for the last meeting if `folder` has none */
  readonly archive?: string;
  /** ISO 8601; by default today */
  readonly date?: string;
}

const type = new RequestType<NewMeetingParams, NewMeeting, void>("wlcgNotes/newMeeting");

export const newMeetingRequest = request(type, async (context, params) => {
  const { folder, archive, date } = params ?? {};
  const last = (await lastIn(context, folder)) ?? (await lastIn(context, archive));
  const isDate = typeof date === "string" && isCalendarDate(date);
  return newMeeting(last, isDate ? date : context.host.today());
});

async function lastIn({ host, workspace }: RequestContext, folder: unknown) {
  if (typeof folder !== "string") return undefined;
  return lastMeeting(host.meetings(folder), workspace.knowledge);
}
