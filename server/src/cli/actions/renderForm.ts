/** The form of the notes that the arguments of `render` ask for. */
import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { type SectionName, sectionNames } from "../../core/notes/arrange/sectionNames";
import { arrangements } from "../../core/notes/arrange/sections";
import { chosenItem } from "../../core/notes/chosenItem";
import { formats, type RenderOptions, renderNotes } from "../../core/notes/formats";
import type { NotesItem } from "../../core/notes/read/notes";
import { notesOf } from "../../core/notes/read/notesOf";
import type { TemplateFiles } from "../../core/notes/template/templateSource";
import { templatedNotes } from "../../core/notes/templatedNotes";
import { parseChoice, UsageError } from "../output/output";

export interface FormRequest {
  readonly to?: string;
  readonly by?: string;
  /** names of sections, separated by commas */
  readonly sections?: string;
  /** number, url or title of the only contribution or part */
  readonly item?: string;
  /** path of a template */
  readonly template?: string;
}

interface Form extends Omit<RenderOptions, "item"> {
  /** as in the request */
  readonly choice: string | undefined;
}

/** @throws UsageError if a value is unknown, or two options exclude each other */
export function formOf({ to: requested, by, sections, item: choice, template }: FormRequest): Form {
  if (template !== undefined && requested !== undefined)
    throw new UsageError("--to and --template exclude each other");
  const to = parseChoice("format", formats, requested);
  if (choice !== undefined && to === "ics") throw new UsageError("--item does not apply to --to ics");
  if (choice !== undefined && sections !== undefined)
    throw new UsageError("--item and --sections exclude each other");
  if (sections !== undefined && (to === "ics" || to === "json"))
    throw new UsageError(`--sections does not apply to --to ${to}`);
  return {
    to,
    by: parseChoice("grouping", arrangements, by),
    choice,
    ...(sections !== undefined && { sections: sectionsIn(sections) }),
  };
}

/** `agenda, actions` */
function sectionsIn(list: string): readonly SectionName[] {
  const names = list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0) throw new UsageError("--sections must name a section");
  return names.map((name) => parseChoice("section", sectionNames, name));
}

/** @throws UsageError if there is no such contribution or part, or the template has a mistake */
export function rendered(
  document: MeetingDocument,
  { choice, template, ...options }: Form & { readonly template: TemplateFiles | undefined },
): string {
  const item = choice === undefined ? undefined : itemOf(document, choice);
  if (!template) return renderNotes(document, { ...options, item });
  const result = templatedNotes(document, template, { ...options, item });
  if ("problem" in result) throw new UsageError(result.problem);
  return result.text;
}

function itemOf(document: MeetingDocument, choice: string): NotesItem {
  const chosen = chosenItem(notesOf(document), choice);
  if ("problem" in chosen) throw new UsageError(`--item: ${chosen.problem}`);
  return chosen.item;
}
