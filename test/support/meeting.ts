/** Small texts with marks, as documents. `<|>` is the cursor. */
import { TextDocument } from "vscode-languageserver-textdocument";
import { builtInCatalogue } from "../../server/generated/catalogue";
import { type Knowledge, MeetingDocument } from "../../server/src/core/document";
import { Suggester } from "../../server/src/core/suggest";
import { Vocabulary } from "../../server/src/core/vocabulary";
import type { View } from "../../server/src/features/view";

const vocabulary = new Vocabulary(builtInCatalogue);

/** The built-in catalogue on a day that never changes. */
export const knowledge: Knowledge = { vocabulary, suggester: new Suggester(vocabulary), today: "2026-01-15" };

export function read(text: string, previous?: MeetingDocument): MeetingDocument {
  return MeetingDocument.read(text, knowledge, previous);
}

export function viewOf(text: string): View {
  const uri = "file:///meeting.contributions.yaml";
  return { uri, document: read(text), positions: TextDocument.create(uri, "wlcg-contributions", 1, text) };
}

/** A view of the text without its `<|>`, and where that stood, as an offset. */
export function withCursor(marked: string): { view: View; offset: number } {
  const offset = marked.indexOf("<|>");
  if (offset < 0) throw new Error("The text has no <|>.");
  return { view: viewOf(marked.replace("<|>", "")), offset };
}
