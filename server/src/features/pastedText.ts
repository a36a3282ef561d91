import type { Range as LspRange } from "vscode-languageserver-types";
import { pastedText as textToInsert } from "../core/editing/pastedText";
import { fromLspRange, type View } from "./shared/view";

/** @returns the text to insert instead of a pasted one, indented for notes and lists; null to paste it as it is */
export function pastedText(view: View, range: LspRange, text: string): string | null {
  return textToInsert(view.document, fromLspRange(view, range), text) ?? null;
}
