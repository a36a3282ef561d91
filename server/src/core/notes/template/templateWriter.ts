import Mustache from "mustache";
import type { TemplateContext } from "./templateContext";
import { escapedText, type TemplateKind, textOf, WrappedText } from "./templateValues";

/** The template writes more than is useful. */
export class TooMuchOutputError extends Error {}

/** Maximum number of tags and texts that are written: sections in sections repeat each other. */
const maxSteps = 5_000_000;
/** Maximum UTF-16 units of the result. */
const maxLength = 100_000_000;

/** Maximum number of characters before a tag that are an indentation. */
const maxIndent = 40;

type Tokens = Parameters<Mustache.Writer["renderTokens"]>[0];
type Partials = Parameters<Mustache.Writer["renderTokens"]>[2];
type Token = Parameters<Mustache.Writer["escapedValue"]>[0];

/** Writes one template; the library's own cache, escape and limits are not used. */
export class TemplateWriter extends Mustache.Writer {
  readonly #kind: TemplateKind;
  #steps = 0;
  #length = 0;
  /** the template of the tags that are written */
  #template = "";

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
    const outer = this.#template;
    this.#template = template ?? "";
    const text = super.renderTokens(tokens, context, partials, template);
    this.#template = outer;
    return text;
  }

  override escapedValue(token: Token, context: TemplateContext): string {
    return this.#written(token, context, (value) => escapedText(value, this.#kind));
  }

  override unescapedValue(token: Token, context: TemplateContext): string {
    return this.#written(token, context, textOf);
  }

  override rawValue(token: Token): string {
    return this.#counted(token[1] ?? "");
  }

  #written(token: Token, context: TemplateContext, write: (value: unknown) => string): string {
    const value = context.lookup(token[1] ?? "");
    return this.#counted(
      value instanceof WrappedText ? value.below(this.#indentOf(Number(token[2]))) : write(value),
    );
  }

  /** Spaces as wide as those before a tag, and as the mark of a list: the further lines of its text are below the first. */
  #indentOf(offset: number): string {
    const before = this.#template.slice(Math.max(0, offset - maxIndent - 1), offset);
    const start = before.slice(before.lastIndexOf("\n") + 1);
    return start.length <= maxIndent && /^ *(?:[-*+] +)?$/.test(start) ? " ".repeat(start.length) : "";
  }

  #counted(text: string): string {
    this.#length += text.length;
    if (this.#length > maxLength) throw new TooMuchOutputError();
    return text;
  }
}
