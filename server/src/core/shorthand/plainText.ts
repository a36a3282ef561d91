/** UTF-16 units of a text in brackets or of an address. */
const link = /!?\[([^[\]]{1,200})\]\((?:<[^<>]{0,500}>|[^()\s]{0,500})\)/g;

/** A line of Markdown as plain text, for a list of actions: without emphasis, code marks and addresses of links. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(link, "$1")
    .replaceAll(/(?<![\\*])\*{1,3}(?=\S)([^*]{1,300}?)(?<=\S)\*{1,3}(?!\*)/g, "$1")
    .replaceAll(/(?<![\\\p{L}\p{N}_])_{1,2}(?=\S)([^_]{1,300}?)(?<=\S)_{1,2}(?![\p{L}\p{N}_])/gu, "$1")
    .replaceAll(/`{1,2}([^`]{1,300})`{1,2}/g, "$1")
    .replaceAll(/<(https?:\/\/[^<>\s]{1,500})>/g, "$1")
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
    .trim();
}

/** The text with a capital letter, unless its first word has one further on, or is a number or a sign. */
export function capitalised(text: string): string {
  return /^\p{Ll}[\p{Ll}\s'\u2019-]/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
