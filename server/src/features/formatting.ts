import type { TextEdit } from "vscode-languageserver-types";
import { format } from "../core/formatting/format";
import { toLspRange, type View } from "./shared/view";

/** The smallest edits that lay the file out; blocks with errors stay as they are. */
export function formatting(view: View): TextEdit[] {
  return format(view.document).map((edit) => ({ range: toLspRange(view, edit), newText: edit.text }));
}
