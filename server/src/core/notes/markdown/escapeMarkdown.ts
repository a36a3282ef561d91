/** Escapes plain text for Markdown, for GitHub, GitLab and CommonMark alike. */

import { partsWithAddresses } from "../../text/addresses";
import { singleLine } from "../../text/displayText";
import { percentEncode } from "../../text/percentEncode";

/** One line of escaped text, usable in a heading, a list or a table cell. */
export function escapeMarkdown(text: string): string {
  return escapeWithinLine(text)
    .replace(/^(?:[#>+=-]|\/(?=\w)|\d+(?=[.)]))/, (character) =>
      /\d/.test(character) ? character : `\\${character}`,
    )
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/(?<!#)#+$/, "\\$&");
}

/** Escaped text with addresses that remain links: in `https://a.ch/b_` the backslash before a mark would be part of the address. */
export function escapeWithAddresses(text: string, escapeStart = escapeWithinLine): string {
  const parts = partsWithAddresses(singleLine(text));
  if (parts.every((part) => !part.isAddress || escapeWithinLine(part.text) === part.text))
    return escapeStart(text);
  return parts
    .map((part, index) => {
      if (part.isAddress) return `<${percentEncode(part.text, addressSyntax)}>`;
      return index === 0 ? escapeStart(part.text) : escapeWithinLine(part.text);
    })
    .join("");
}

/** Escaped text that neither begins nor ends a line: `649.1` is no entry of a list there. */
export function escapeWithinLine(text: string): string {
  return singleLine(text)
    .replaceAll(/[\\`*[\]|~$]|&(?=#?\w+;)/gi, "\\$&")
    .replaceAll(tagStart, "&lt;")
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_");
}

/** The start of a tag. Not `\<`: in `https://a.ch/\<b>` the backslash would be part of the address, and `<b>` a tag. */
const tagStart = /<(?=[a-z/!?])/gi;

/** A link, or only the text without an address. */
export function linkTo(text: string, url: string | undefined): string {
  const escaped = escapeMarkdown(text);
  return url === undefined ? escaped : `[${escaped}](<${percentEncode(url, addressSyntax)}>)`;
}

/** Characters that could end an address in Markdown, or that have a meaning there. */
const addressSyntax = /[<>\\|`[\]"]/g;

/** Text in a fence that is longer than any run of backticks in it. */
export function fencedBlock(text: string): string {
  const maxRunLength = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(maxRunLength + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** A table with a header; the columns in `numberColumns` are right-aligned. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numberColumns: readonly number[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = header.map((_, index) => (numberColumns.includes(index) ? "---:" : "---"));
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}
