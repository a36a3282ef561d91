/** One thing that may be inserted, before it is an LSP completion item. */
export interface Proposal {
  readonly label: string;
  readonly kind: "key" | "item" | "theme" | "topic" | "name" | "system";
  /** what is inserted where there is no snippet */
  readonly text: string;
  /** LSP snippet syntax, with absolute indentation behind each `\n` */
  readonly snippet?: string;
  readonly detail?: string;
  readonly documentation?: string;
  /** other words to find it by */
  readonly also?: readonly string[];
  readonly card?: { readonly card: "reference" | "system" | "community"; readonly name: string };
  readonly preselect?: boolean;
}
