import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Cursor } from "../../core/cursor/cursor";

/** The position and file of a completion request. */
export interface CompletionContext {
  readonly cursor: Cursor;
  readonly document: MeetingDocument;
  /** the cursor's offset in the file */
  readonly offset: number;
}

/** The data from which `resolveCompletion` builds an item's documentation. */
export interface DocumentationData {
  readonly card: "reference" | "system" | "community" | "key";
  /** the reference, the name, or the path of the key joined by slashes */
  readonly name: string;
}

/** A text that may be inserted, before it becomes an LSP completion item. */
export interface Proposal {
  readonly label: string;
  readonly kind: "key" | "item" | "theme" | "topic" | "name" | "date" | "system";
  /** LSP snippet syntax if `isSnippet`; lines after the first have their full indentation */
  readonly text: string;
  readonly isSnippet?: true;
  /** shown right after the label */
  readonly title?: string;
  readonly detail?: string;
  /** all words that clients compare with the typed text, the best match first; the label if undefined */
  readonly matchWords?: readonly string[];
  readonly documentation?: DocumentationData;
  readonly preselect?: true;
  /** replaces the whole flow list around the cursor, which has no other entries: its brackets are removed */
  readonly replacesList?: true;
  /** an entry of the list around the cursor that is removed in the same step */
  readonly removes?: string;
}

/**
 * @returns `matchWords` for a value that people also type in full: without its last character, so that clients remove the
 *   proposal once the value is complete. Enter then starts a new line, and never replaces the value.
 */
export function matchUntilComplete(value: string): readonly string[] {
  return [value.slice(0, -1)];
}
