/** The values that a template can show, and how each is written. */
import { jsonText } from "../../text/displayText";
import { percentEncode } from "../../text/percentEncode";
import { joinedNames } from "../../text/personName";
import { escapeXml } from "../../text/xml";
import { escapeMarkdown } from "../markdown/escapeMarkdown";
import { plainMarkdown } from "./plainMarkdown";
import { wrapText } from "./wrapText";

/** What a template writes: it decides how `{{name}}` escapes. */
export type TemplateKind = "markdown" | "html" | "plain";

/** Writes a user's Markdown. */
export interface MarkdownWriters {
  /** Markdown that does not affect the text around it; headings are below the third level */
  readonly markdown: (source: string) => string;
  /** HTML with the tags that Indico shows */
  readonly html: (source: string) => string;
}

/** A text that a person writes as Markdown, such as notes. */
export class MarkdownText {
  readonly #writers: MarkdownWriters;
  readonly #written = new Map<keyof MarkdownWriters, string>();

  constructor(
    readonly source: string,
    writers: MarkdownWriters,
  ) {
    this.#writers = writers;
  }

  as(kind: keyof MarkdownWriters): string {
    const written = this.#written.get(kind) ?? this.#writers[kind](this.source);
    this.#written.set(kind, written);
    return written;
  }
}

/** An http or https address. */
export class Address {
  constructor(readonly url: string) {}
}

/** A text that is written as it is; computed when it is shown. */
export class ReadyText {
  readonly #write: () => string;
  #text: string | undefined;

  constructor(write: () => string) {
    this.#write = write;
  }

  get text(): string {
    this.#text ??= this.#write();
    return this.#text;
  }
}

/** A text that is wrapped where it is shown. */
export class WrappedText {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  get text(): string {
    return this.below("");
  }

  /** @param indent before the further lines */
  below(indent: string): string {
    return wrapText(textOf(this.#value), indent);
  }
}

/** A value that a website's generator reads as a template of Liquid; that writes the text as it is. */
export class LiquidText {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  /** @param write the text of the value */
  written(write: (value: unknown) => string): string {
    // no `{%` is inside the quotes: some versions of Liquid would read it as a tag there
    return write(this.#value).replaceAll(liquidTag, '{{ "{" }}');
  }
}

/** The start of a tag of Liquid: `{{` or `{%`; at the end of a text, the template may continue it. */
const liquidTag = /\{(?=[{%]|$)/g;

/** Characters of an address that have a meaning in Markdown. */
const addressSyntax = /[<>\\|`[\]"()*]/g;

/** The value without any escape: `{{{name}}}`. The entries of a list are separated by commas, or by semicolons. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof MarkdownText) return value.source;
  if (value instanceof Address) return value.url;
  if (value instanceof ReadyText || value instanceof WrappedText) return value.text;
  if (value instanceof LiquidText) return value.written(textOf);
  if (Array.isArray(value)) return joinedNames(value.map(textOf));
  return typeof value === "object" && value !== null ? nameOf(value) : "";
}

/** The name of a person, a link, a theme or an action. */
function nameOf(value: object): string {
  const { name, affiliation, title, text } = value as Readonly<Record<string, unknown>>;
  const words = textOf(name ?? title ?? text);
  return affiliation === undefined ? words : `${words} (${textOf(affiliation)})`;
}

/** The value as text of this kind: `{{name}}`. */
export function escapedText(value: unknown, kind: TemplateKind): string {
  if (value instanceof ReadyText || value instanceof WrappedText) return value.text;
  if (value instanceof LiquidText) return value.written((inner) => escapedText(inner, kind));
  if (kind === "plain") return textOf(value);
  if (value instanceof MarkdownText) return value.as(kind);
  if (kind === "html") return escapeXml(textOf(value));
  return value instanceof Address ? percentEncode(value.url, addressSyntax) : escapeMarkdown(textOf(value));
}

/** Other forms of a value: `{{title.yaml}}`. */
const forms: Readonly<Record<string, (value: unknown) => string>> = {
  yaml: quoted,
  markdown: (value) => escapedText(value, "markdown"),
  html: (value) => escapedText(value, "html"),
};

/** @returns undefined if there is no such form of the value */
export function formOf(value: unknown, name: string): ReadyText | WrappedText | LiquidText | undefined {
  if (name === "text" && value instanceof MarkdownText)
    return new ReadyText(() => plainMarkdown(value.source));
  const isText = typeof value !== "object" || value instanceof MarkdownText || value instanceof Address;
  const hasForms = isText || Array.isArray(value);
  const isReady = value instanceof ReadyText || value instanceof WrappedText;
  if (name === "liquid") return hasForms || isReady ? new LiquidText(value) : undefined;
  if (name === "wrapped") return hasForms || value instanceof ReadyText ? new WrappedText(value) : undefined;
  const form = hasForms && Object.hasOwn(forms, name) ? forms[name] : undefined;
  return form && new ReadyText(() => form(value));
}

/** A double-quoted scalar of YAML, or a flow sequence of them; JSON is both. */
function quoted(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(quoted).join(", ")}]` : jsonText(textOf(value)).trimEnd();
}
