import Mustache from "mustache";
import type { TemplateContext } from "./templateContext";
import { escapedText, type TemplateKind, textOf } from "./templateValues";

/** The template writes more than is useful. */
export class TooMuchOutputError extends Error {}

/** Maximum number of tags and texts that are written: sections in sections repeat each other. */
const maxSteps = 5_000_000;
/** Maximum UTF-16 units of the result. */
const maxLength = 100_000_000;

type Tokens = Parameters<Mustache.Writer["renderTokens"]>[0];
type Partials = Parameters<Mustache.Writer["renderTokens"]>[2];
type Token = Parameters<Mustache.Writer["escapedValue"]>[0];

/** Writes one template; the library's own cache, escape and limits are not used. */
export class TemplateWriter extends Mustache.Writer {
  readonly #kind: TemplateKind;
  #steps = 0;
  #length = 0;

  constructor(kind: TemplateKind) {
    super();
    this.#kind = kind;
  }

  override renderTokens(
    tokens: Tokens,
    context: TemplateContext,
    partials?: Partials,
    template?: string,
  ): string {
    this.#steps += tokens.length + 1;
    if (this.#steps > maxSteps) throw new TooMuchOutputError();
    return super.renderTokens(tokens, context, partials, template);
  }

  override escapedValue(token: Token, context: TemplateContext): string {
    return this.#counted(escapedText(context.lookup(token[1] ?? ""), this.#kind));
  }

  override unescapedValue(token: Token, context: TemplateContext): string {
    return this.#counted(textOf(context.lookup(token[1] ?? "")));
  }

  override rawValue(token: Token): string {
    return this.#counted(token[1] ?? "");
  }

  #counted(text: string): string {
    this.#length += text.length;
    if (this.#length > maxLength) throw new TooMuchOutputError();
    return text;
  }
}
