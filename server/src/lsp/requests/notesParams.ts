import type { TextDocumentIdentifier } from "vscode-languageserver";

/** The params of `wlcgNotes/preview`. */
export interface PreviewParams {
  readonly textDocument: TextDocumentIdentifier;
  /** the arrangement; the first one if it is unknown */
  readonly by?: string;
}

/** The params of `wlcgNotes/render`. */
export interface RenderParams extends PreviewParams {
  /** the format; the first one if it is unknown */
  readonly to?: string;
}

/** @returns the value of `known` that the client sent, else the first one */
export function oneOf<T extends string>(known: readonly [T, ...T[]], sent: string | undefined): T {
  return known.find((name) => name === sent) ?? known[0];
}
