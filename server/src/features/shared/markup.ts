/** Builds Markdown for hovers and completions from escaped text; nothing else builds any. */
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

  /** A template of this program, in which strings are text: ``Markdown.of`**${title}**` ``. */
  static of(parts: TemplateStringsArray, ...values: readonly (string | Markdown)[]): Markdown {
    const written = values.map((value) => (typeof value === "string" ? markdownText(value) : value.#source));
    return new Markdown(parts.map((part, at) => part + (written[at] ?? "")).join(""));
  }

  /** Text as code. */
  static code(text: string): Markdown {
    return new Markdown(markdownCode(text));
  }

  /** Prose that is part of this program, such as a description in its own schema. */
  static trusted(source: string): Markdown {
    return new Markdown(source);
  }

  /** A link to the web; nothing where the address is not one of the web. */
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

/** An http or https address in ASCII without what could end it; nothing for all else, such as one with a user's name. */
function webAddress(url: string): string | undefined {
  if (!/^https?:\/\/[^\s\\]+$/i.test(url) || !URL.canParse(url)) return undefined;
  const { href, username, password } = new URL(url);
  if (username + password !== "") return undefined;
  const written = /^[\x21-\x7e]+$/.test(url) ? url : href;
  return percentEncode(written, /[<>()[\]"'`|\\]/g);
}
