import { codeActionRequest } from "./codeAction";
import { codeActionResolveRequest } from "./codeActionResolve";
import { collectRequest } from "./collect";
import { completionRequest } from "./completion";
import { completionResolveRequest } from "./completionResolve";
import { documentDiagnosticRequest } from "./documentDiagnostic";
import { documentLinkRequest } from "./documentLink";
import { documentSymbolRequest } from "./documentSymbol";
import { executeCommandRequest } from "./executeCommand";
import { foldingRangeRequest } from "./foldingRange";
import { formattingRequest } from "./formatting";
import { hoverRequest } from "./hover";
import { meetingNameRequest } from "./meetingName";
import { moveItemRequest } from "./moveItem";
import { newMeetingRequest } from "./newMeeting";
import { pastedTextRequest } from "./pastedText";
import { previewRequest } from "./preview";
import { renderRequest } from "./render";
import type { Request } from "./request";
import { selectionRangeRequest } from "./selectionRange";
import { taggingsRequest } from "./taggings";

/** Every request that the server answers. A new request needs a file, a line here, its capability in `../capabilities.ts`, and a test. */
export const requests: readonly Request[] = [
  codeActionRequest,
  codeActionResolveRequest,
  collectRequest,
  completionRequest,
  completionResolveRequest,
  documentDiagnosticRequest,
  documentLinkRequest,
  documentSymbolRequest,
  executeCommandRequest,
  foldingRangeRequest,
  formattingRequest,
  hoverRequest,
  meetingNameRequest,
  moveItemRequest,
  newMeetingRequest,
  pastedTextRequest,
  previewRequest,
  renderRequest,
  selectionRangeRequest,
  taggingsRequest,
];
