/** A template, or a part of one, as text. */

export interface TemplateSource {
  /** its file, for messages */
  readonly path: string;
  readonly text: string;
}

/** A template with the partials that it refers to. */
export interface TemplateFiles {
  readonly main: TemplateSource;
  /** by name */
  readonly partials: ReadonlyMap<string, TemplateSource>;
}

/** Maximum UTF-16 units of a template: the parser makes a token of each character. */
export const maxTemplateLength = 1_000_000;

/** A mistake in a template, with its place; never leaves this folder. */
export class TemplateError extends Error {
  /** @param offset in the template */
  constructor({ path, text }: TemplateSource, offset: number, problem: string) {
    const before = text.slice(0, offset).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    super(`${path}: line ${before.length}, column ${column}: ${problem}`);
  }
}
