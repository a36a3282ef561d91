import type { Knowledge } from "../../core/analysis/knowledge";
import { MeetingDocument } from "../../core/analysis/meetingDocument";
import { fixText } from "../../core/fixes/fixAll";
import { tagText } from "../../core/fixes/tagAll";
import { plural } from "../../core/text/wording";
import type { EditableFile } from "../files/inputFiles";
import { type EditedFile, type EditRequest, editFiles, notUtf8 } from "./editFiles";

interface FixRequest extends EditRequest {
  /** tags untagged items that have confident suggestions */
  readonly tag?: boolean;
}

/** Applies the safe fixes. @returns the exit code of `editFiles` */
export function fix(request: FixRequest): Promise<number> {
  const { tag = false } = request;
  return editFiles(request, {
    name: "fix",
    done: "fixed",
    edit: (file, knowledge) => fixedFile(file, knowledge, tag),
  });
}

function fixedFile(
  { document, encode }: EditableFile,
  knowledge: Knowledge,
  tag: boolean,
): EditedFile | undefined {
  const fixed = fixText(document.text, knowledge);
  const tagged = tag ? tagText(fixed.text, knowledge) : { text: fixed.text, count: 0 };
  const { text } = tagged;
  const count = fixed.count + tagged.count;
  if (count === 0) return undefined;
  if (!encode) throw new Error(notUtf8);
  const findings = MeetingDocument.read(text, knowledge).findings().length;
  // what `check` still reports
  const remark = findings === 0 ? "" : `; ${plural(findings, "finding")} left`;
  return { count, remark, bytes: encode(text) };
}
