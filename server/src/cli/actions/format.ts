import { format as formatDocument } from "../../core/formatting/format";
import { applyEdits } from "../../core/text/range";
import type { EditableFile } from "../files/inputFiles";
import { type EditedFile, type EditRequest, editFiles, notUtf8 } from "./editFiles";

/** Formats files as the editors do. @returns the exit code of `editFiles` */
export function format(request: EditRequest): Promise<number> {
  return editFiles(request, { name: "format", done: "formatted", edit: formattedFile });
}

/** Blocks with syntax errors are not changed. */
function formattedFile({ document, encode }: EditableFile): EditedFile | undefined {
  const edits = formatDocument(document);
  if (edits.length === 0) return undefined;
  if (!encode) throw new Error(notUtf8);
  return { count: edits.length, bytes: encode(applyEdits(document.text, edits)) };
}
