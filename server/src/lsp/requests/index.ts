import { agendaChangesRequest } from "./agendaChanges";
import { codeActionRequest } from "./codeAction";
import { codeActionResolveRequest } from "./codeActionResolve";
import { collectRequest } from "./collect";
import { compareAgendaRequest } from "./compareAgenda";
import { completionRequest } from "./completion";
import { completionResolveRequest } from "./completionResolve";
import { documentDiagnosticRequest } from "./documentDiagnostic";
import { documentLinkRequest } from "./documentLink";
import { documentSymbolRequest } from "./documentSymbol";
import { eventAddressRequest } from "./eventAddress";
import { executeCommandRequest } from "./executeCommand";
import { foldingRangeRequest } from "./foldingRange";
import { forgetAgendaRequest } from "./forgetAgenda";
import { formattingRequest } from "./formatting";
import { hoverRequest } from "./hover";
import { importAgendaRequest } from "./importAgenda";
import { meetingNameRequest } from "./meetingName";
import { moveItemRequest } from "./moveItem";
import { newMeetingRequest } from "./newMeeting";
import { pastedAgendaRequest } from "./pastedAgenda";
import { pastedTextRequest } from "./pastedText";
import { previewRequest } from "./preview";
import { publishNotesRequest } from "./publishNotes";
import { renderRequest } from "./render";
import type { Request } from "./request";
import { selectionRangeRequest } from "./selectionRange";
import { taggingsRequest } from "./taggings";

/** Every request that the server answers. A new request needs a file, a line here, its capability in `../capabilities.ts`, and a test. */
export const requests: readonly Request[] = [
  agendaChangesRequest,
  codeActionRequest,
  codeActionResolveRequest,
  collectRequest,
  compareAgendaRequest,
  completionRequest,
  completionResolveRequest,
  documentDiagnosticRequest,
  documentLinkRequest,
  documentSymbolRequest,
  eventAddressRequest,
  executeCommandRequest,
  foldingRangeRequest,
  forgetAgendaRequest,
  formattingRequest,
  hoverRequest,
  importAgendaRequest,
  meetingNameRequest,
  moveItemRequest,
  newMeetingRequest,
  pastedAgendaRequest,
  pastedTextRequest,
  previewRequest,
  publishNotesRequest,
  renderRequest,
  selectionRangeRequest,
  taggingsRequest,
];
