/** What the preview's page and the extension say to each other. */
export interface HeadingLines {
  /** a heading's id in the page */
  readonly id: string;
  /** 0-based */
  readonly line: number;
  readonly endLine: number;
}

export type ToPage =
  | {
      readonly type: "show";
      readonly uri: string;
      readonly html: string;
      readonly places: readonly HeadingLines[];
      readonly by: string;
    }
  | { readonly type: "cursor"; readonly line: number };

export type FromPage =
  | { readonly type: "ready" }
  | { readonly type: "arrange"; readonly by: string }
  | { readonly type: "goTo"; readonly line: number };

/** What the page comes back with after it was hidden, or the window reloaded. */
export interface PageState {
  readonly uri: string;
  readonly by: string;
  /** how far it was scrolled, in pixels */
  readonly scroll: number;
}
