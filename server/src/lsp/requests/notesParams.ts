import type { TextDocumentIdentifier } from "vscode-languageserver";

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
}

/** @returns the choice that the client sent; the first one if it is unknown */
export function parseChoice<T extends string>(choices: readonly [T, ...T[]], sent: string | undefined): T {
  return choices.find((name) => name === sent) ?? choices[0];
}
