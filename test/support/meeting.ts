/** Small texts with marks, as documents. `<|>` is the cursor. */
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "vscode-languageserver-types";
import { builtInCatalogue } from "../../server/generated/catalogue";
import type { Knowledge } from "../../server/src/core/analysis/knowledge";
import { MeetingDocument } from "../../server/src/core/analysis/meetingDocument";
import { Positions } from "../../server/src/features/shared/positions";
import type { View } from "../../server/src/features/shared/view";
import { createKnowledge } from "../../server/src/host/builtInKnowledge";

/** The built-in catalogue on a day that never changes. */
export const knowledge: Knowledge = createKnowledge(builtInCatalogue, "2026-01-15");

export function readMeeting(text: string, previous?: MeetingDocument): MeetingDocument {
  return MeetingDocument.read(text, knowledge, previous);
}

export function viewOf(meeting: string | MeetingDocument): View {
  const uri = "file:///meeting.contributions.yaml";
  const document = typeof meeting === "string" ? readMeeting(meeting) : meeting;
  return { uri, document, positions: new Positions(1, document) };
}

/** The text once a client has applied the edits. */
export function applyTextEdits({ uri, document }: View, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, "wlcg-contributions", 1, document.text), [
    ...edits,
  ]);
}

/** A view of the text without its `<|>`, and its offset. */
export function withCursor(marked: string): { view: View; offset: number } {
  const offset = marked.indexOf("<|>");
  if (offset < 0) throw new Error("The text has no <|>.");
  return { view: viewOf(marked.replace("<|>", "")), offset };
}
