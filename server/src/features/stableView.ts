import type { Knowledge } from "../core/analysis/knowledge";
import { whileTyping } from "../core/analysis/withoutTypedLine";
import type { View } from "./shared/view";

/** What is worth showing while a line is typed: an item that this line makes unreadable stays as it would be without. */
export function calmView(view: View, knowledge: Knowledge, line: number | undefined): View {
  if (line === undefined) return view;
  const at = view.positions.offsetAt({ line, character: 0 });
  return { ...view, document: whileTyping(view.document, knowledge, view.document.lineAt(at)) };
}
