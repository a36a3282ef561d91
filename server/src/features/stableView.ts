import type { Knowledge } from "../core/analysis/knowledge";
import { withoutTypedLine } from "../core/analysis/withoutTypedLine";
import type { View } from "./shared/view";

/**
 * The view for the preview while a line is typed: an item that this line makes unparsable is shown without
 * the line.
 */
export function stableView(view: View, knowledge: Knowledge, line: number | undefined): View {
  if (line === undefined) return view;
  const offset = view.positions.offsetAt({ line, character: 0 });
  return { ...view, document: withoutTypedLine(view.document, knowledge, view.document.lineAt(offset)) };
}
