/** Builds Markdown for hovers and completions from escaped text; the only file that does. */
import { type MarkupContent, MarkupKind } from "vscode-languageserver-types";
import type { Link } from "../../core/catalogue/catalogue";
import { markdownCode, markdownText } from "../../core/text/displayText";
import { percentEncode } from "../../core/text/percentEncode";

/** Markdown all of whose texts are escaped. */
export class Markdown {
  readonly #source: string;

  private constructor(source: string) {
    this.#source = source;
  }

  /** A template literal whose values are escaped unless they are Markdown: ``Markdown.of`**${title}**` ``. */
  static of(parts: TemplateStringsArray, ...values: readonly (string | Markdown)[]): Markdown {
    const written = values.map((value) => (typeof value === "string" ? markdownText(value) : value.#source));
    return new Markdown(parts.map((part, at) => part + (written[at] ?? "")).join(""));
  }

  /** The text in a code span. */
  static code(text: string): Markdown {
    return new Markdown(markdownCode(text));
  }

  /** Prose that is part of this program, such as a description in its own schema. */
  static trusted(source: string): Markdown {
    return new Markdown(source);
  }

  /** A link; undefined if the address is not http or https. */
  static link({ title, url }: Link): Markdown | undefined {
    const address = webAddress(url);
    return address === undefined ? undefined : new Markdown(`[${markdownText(title)}](${address})`);
  }

  static join(parts: readonly Markdown[], separator: string): Markdown {
    const written = parts.map((part) => part.#source).filter((source) => source !== "");
    return new Markdown(written.join(separator));
  }

  toContent(): MarkupContent {
    return { kind: MarkupKind.Markdown, value: this.#source };
  }
}

/**
 * An http or https address in ASCII, with the characters escaped that could end it; undefined for others, and
 * for one with a user name.
 */
function webAddress(url: string): string | undefined {
  if (!/^https?:\/\/[^\s\\]+$/i.test(url) || !URL.canParse(url)) return undefined;
  const { href, username, password } = new URL(url);
  if (username + password !== "") return undefined;
  const written = /^[\x21-\x7e]+$/.test(url) ? url : href;
  return percentEncode(written, /[<>()[\]"'`|\\]/g);
}
