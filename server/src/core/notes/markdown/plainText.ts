/** Text that is no Markdown, within Markdown: for GitHub, GitLab and CommonMark alike. */

import { singleLine } from "../../text/displayText";

/** One line that reads as it is written, wherever it stands: in a heading, a list, a table's cell. */
export function plainText(text: string): string {
  return singleLine(text)
    .replaceAll(/[\\`*[\]|~$]|&(?=#?\w+;)/gi, "\\$&")
    .replaceAll(tagStart, "&lt;")
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/^(?:[#>+=-]|\/(?=\w)|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/(?<!#)#+$/, "\\$&");
}

/** The start of a tag. Not `\<`: in `https://a.ch/\<b>` the backslash would be part of the address, and `<b>` a tag. */
const tagStart = /<(?=[a-z/!?])/gi;

/** A link, or the text alone where there is no address. */
export function linkTo(text: string, url: string | undefined): string {
  const escaped = plainText(text);
  return url === undefined ? escaped : `[${escaped}](<${safeAddress(url)}>)`;
}

/** An address that no bracket, quote or bar can end. */
function safeAddress(url: string): string {
  return url.replaceAll(/[<>\\|`[\]"]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Lines as they are, in a fence that nothing in them closes. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** A table with a header; the columns named in `right` have numbers. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = header.map((_, index) => (right.includes(index) ? "---:" : "---"));
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}
