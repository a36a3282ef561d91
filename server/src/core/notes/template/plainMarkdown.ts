/** Writes a user's Markdown as plain text, for a mail: words, lists and quotes without the marks of bold, links and code. */
import type { Token } from "markdown-it";
import { markdownParser } from "../../text/markdownParser";
import { shownAsWritten } from "../arrange/notesText";

/** A list entry or a quote that is open. */
interface Container {
  /** what its first line begins with, until that is written */
  mark: string | undefined;
  /** what its further lines begin with */
  readonly further: string;
}

/** The text is at most this many times as long as its Markdown; addresses that are used often make it longer. */
const maxGrowth = 10;

/** UTF-16 units beyond that. */
const maxExcess = 500;

/**
 * @returns lines as in the source, blank ones too; a row of a table has bars between its cells. A text that would be many
 *   times as long is returned as it is written, below a line that states this.
 */
export function plainMarkdown(source: string): string {
  const parser = markdownParser();
  parser.validateLink = () => true;
  const writer = new PlainWriter(source.split("\n"), maxGrowth * source.length + maxExcess);
  for (const token of parser.parse(source, {})) {
    writer.write(token);
    if (writer.isTooLong) return `(${shownAsWritten})\n${source}`;
  }
  return writer.text;
}

class PlainWriter {
  readonly #source: readonly string[];
  readonly #lines: string[] = [];
  readonly #containers: Container[] = [];
  #cells: string[] | undefined;
  #lengthLeft: number;

  /** @param source the lines of the Markdown @param maxLength UTF-16 units */
  constructor(source: readonly string[], maxLength: number) {
    this.#source = source;
    this.#lengthLeft = maxLength;
  }

  get isTooLong(): boolean {
    return this.#lengthLeft < 0;
  }

  get text(): string {
    return this.#lines.join("\n").trimEnd();
  }

  write(token: Token): void {
    const { map, type } = token;
    if (map && isBlank(this.#source[map[0] - 1])) this.#addBlankLine();
    this.#writers[type]?.(token);
  }

  readonly #writers: Readonly<Record<string, (token: Token) => void>> = {
    blockquote_open: () => this.#containers.push({ mark: undefined, further: "> " }),
    blockquote_close: () => this.#containers.pop(),
    list_item_open: ({ markup, info }) => {
      const mark = `${info}${markup} `;
      this.#containers.push({ mark, further: " ".repeat(mark.length) });
    },
    list_item_close: () => {
      if (this.#containers.at(-1)?.mark !== undefined) this.#add("");
      this.#containers.pop();
    },
    tr_open: () => {
      this.#cells = [];
    },
    tr_close: () => {
      this.#add((this.#cells ?? []).join(" | "));
      this.#cells = undefined;
    },
    inline: ({ children, map }) => {
      const text = inlineText(children ?? [], this.#lengthLeft);
      if (text === undefined) this.#lengthLeft = -1;
      else if (this.#cells) this.#cells.push(text);
      else this.#add(map && this.#containers.length === 0 ? this.#withIndents(text, map) : text);
    },
    fence: (token) => this.#addCode(token),
    code_block: (token) => this.#addCode(token),
    hr: () => this.#add("---"),
  };

  /** The text with the indentation of its further lines, such as those of an action. */
  #withIndents(text: string, [start, end]: readonly [start: number, end: number]): string {
    const lines = text.split("\n");
    if (lines.length !== end - start) return text;
    const indents = this.#source.slice(start, end).map((line) => /^ {0,8}/.exec(line)?.[0] ?? "");
    return lines.map((line, at) => (at === 0 ? line : `${indents[at] ?? ""}${line}`)).join("\n");
  }

  #addCode({ content }: Token): void {
    this.#add(content.replace(/\n$/, "").replaceAll(/^(?=.)/gm, "    "));
  }

  /** Nothing at the start, before the text of a list entry, and after another one. */
  #addBlankLine(): void {
    const isStart = this.#containers.some(({ mark }) => mark !== undefined);
    if (!isStart && this.#lines.length > 0 && !isBlank(this.#lines.at(-1))) this.#add("");
  }

  #add(text: string): void {
    for (const line of text.split("\n")) {
      if (this.isTooLong) return;
      const written = (this.#containers.map(startOf).join("") + line).trimEnd();
      this.#lines.push(written);
      this.#lengthLeft -= written.length + 1;
      for (const container of this.#containers) container.mark = undefined;
    }
  }
}

function startOf({ mark, further }: Container): string {
  return mark ?? further;
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && /^[\s>]*$/.test(line);
}

/**
 * The words of a paragraph, addresses of links in brackets: `the doc (https://…)`
 * @returns undefined for a text of more than `maxLength` UTF-16 units
 */
function inlineText(tokens: readonly Token[], maxLength: number): string | undefined {
  const parts: string[] = [];
  const innerMarks = marksWithinWords(tokens);
  let [length, linkStart, url] = [0, 0, ""];
  for (const token of tokens) {
    if (length > maxLength) return undefined;
    if (token.type === "link_open") [linkStart, url] = [parts.length, String(token.attrGet("href"))];
    const part =
      token.type === "link_close"
        ? withAddress(parts.splice(linkStart).join(""), url)
        : innerMarks.has(token)
          ? token.markup
          : textOf(token);
    parts.push(part);
    length += part.length;
  }
  return length > maxLength ? undefined : parts.join("");
}

/**
 * The marks of emphasis that begin or end within a word, which remain: `2*3*4` is a product, although Markdown has emphasis in
 * it.
 */
function marksWithinWords(tokens: readonly Token[]): ReadonlySet<Token> {
  const marks = new Set<Token>();
  const open: number[] = [];
  tokens.forEach((token, at) => {
    if (!/^(?:em|strong)_/.test(token.type)) return;
    if (token.nesting > 0) open.push(at);
    const start = token.nesting < 0 ? open.pop() : undefined;
    const first = start === undefined ? undefined : tokens[start];
    if (start === undefined || !first) return;
    const isWithinWord =
      wordEnd.test(tokens[start - 1]?.content.slice(-2) ?? "") ||
      wordStart.test(tokens[at + 1]?.content ?? "");
    if (isWithinWord) marks.add(first).add(token);
  });
  return marks;
}

/** A letter or a digit, of a script that has spaces between words. */
const [wordStart, wordEnd] = [
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u,
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]$/u,
];

/** The text of a token that is not the end of a link. */
function textOf(token: Token): string {
  if (token.type === "softbreak" || token.type === "hardbreak") return "\n";
  return token.type === "image" ? withAddress(token.content, String(token.attrGet("src"))) : token.content;
}

/** Only the words if they are the address, or if it is not of the web or of mail. */
function withAddress(words: string, url: string): string {
  const address = url.replace(/^mailto:/i, "");
  const isPublic = address !== url || /^https?:/i.test(url);
  if (!isPublic || words === address || words === decoded(address)) return words;
  return words === "" ? address : `${words} (${address})`;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
