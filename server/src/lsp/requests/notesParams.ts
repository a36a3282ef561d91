import type { TextDocumentIdentifier } from "vscode-languageserver";
import type { SectionName } from "../../core/notes/arrange/sectionNames";
import type { Settings } from "../settings/settings";

interface NotesParams {
  readonly textDocument: TextDocumentIdentifier;
  /** the arrangement; the first one if it is unknown */
  readonly by?: string;
}

/** The params of `wlcgNotes/preview`. */
export interface PreviewParams extends NotesParams {
  /** width of the page's text in characters */
  readonly width?: number;
}

/** The params of `wlcgNotes/render`. */
export interface RenderParams extends NotesParams {
  /** the format; the first one if it is unknown */
  readonly to?: string;
  /** URI of a template, instead of a format */
  readonly template?: string;
}

/** @returns the choice that the client sent; the first one if it is unknown */
export function parseChoice<T extends string>(choices: readonly [T, ...T[]], sent: string | undefined): T {
  return choices.find((name) => name === sent) ?? choices[0];
}

/** The parts of the notes that the user chose; undefined for those that have content. */
export function chosenSections({ sections }: Settings): readonly SectionName[] | undefined {
  return sections.length > 0 ? sections : undefined;
}
