/** The messages between the preview's page and the extension. */

/** The lines of a heading's item in the file. */
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
      readonly isLocked: boolean;
    }
  | { readonly type: "cursor"; readonly line: number }
  /** the first visible line of the editor has changed */
  | { readonly type: "scroll"; readonly line: number };

export type FromPage =
  /** `width` of the text in characters of the page's text size */
  | { readonly type: "ready" | "resize"; readonly width: number }
  | { readonly type: "arrange"; readonly by: string }
  | { readonly type: "goTo"; readonly line: number }
  /** the user scrolled the page; `line` belongs to its upper edge */
  | { readonly type: "scroll"; readonly line: number };

/** The state that the page keeps while it is hidden, and over a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly by: string;
  readonly isLocked: boolean;
  /** vertical scroll position in pixels */
  readonly scroll: number;
}
