import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Cursor } from "../../core/cursor/cursor";

/** Where and for which file something is proposed. */
export interface Asked {
  readonly cursor: Cursor;
  readonly document: MeetingDocument;
  /** the cursor's offset in the file */
  readonly offset: number;
}

/** What an item's documentation is made of, once somebody looks at it. */
export interface CardData {
  readonly card: "reference" | "system" | "community" | "key";
  /** the reference, the name, or the path of the key joined by slashes */
  readonly name: string;
}

/** One thing that may be inserted, before it is an LSP completion item. */
export interface Proposal {
  readonly label: string;
  readonly kind: "key" | "item" | "theme" | "topic" | "name" | "date" | "system";
  /** LSP snippet syntax where `isSnippet`; lines behind the first carry their whole indentation */
  readonly text: string;
  readonly isSnippet?: true;
  /** stands right behind the label */
  readonly title?: string;
  readonly detail?: string;
  /** other words to find it by */
  readonly also?: readonly string[];
  readonly card?: CardData;
  readonly preselect?: true;
}
