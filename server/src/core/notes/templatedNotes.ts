/** Notes in a group's own form. */
import type { MeetingDocument } from "../analysis/meetingDocument";
import { arrangedNotes, type RenderOptions } from "./formats";
import { onlyItem } from "./oneItem";
import { renderTemplate, type TemplateResult } from "./template/renderTemplate";
import type { TemplateFiles } from "./template/templateSource";
import { templateData } from "./templateData";

/** @returns the text, or the first mistake in the template, with its file, line and column */
export function templatedNotes(
  document: MeetingDocument,
  template: TemplateFiles,
  { item, ...options }: Omit<RenderOptions, "to">,
): TemplateResult {
  const [notes, arrangement] = arrangedNotes(document, options);
  return renderTemplate(
    template,
    item ? templateData(...onlyItem(item, notes)) : templateData(notes, arrangement),
  );
}
