import type { TextEdit } from "vscode-languageserver-types";
import { format } from "../core/formatting/format";
import { toLspRange, type View } from "./shared/view";

/** The smallest edits that format the file; blocks with syntax errors are not changed. */
export function formatting(view: View): TextEdit[] {
  return format(view.document).map((edit) => ({ range: toLspRange(view, edit), newText: edit.text }));
}
