/** A text in brackets and an address, perhaps with a title. */
const link =
  /!?\[([^[\]]{1,200})\]\( {0,3}(?:<([^<>]{0,500})>|((?:[^()\s]|\([^()\s]{0,100}\)){0,500}))(?: {1,3}(?:"(?:[^"\\]|\\.){0,200}"|'(?:[^'\\]|\\.){0,200}'|\((?:[^()\\]|\\.){0,200}\)))? {0,3}\)/g;

/** Stands for a code span or an address, which emphasis and capitals do not change; NUL does not occur in notes. */
const placeholder = /\0(\d{1,4})\0/g;

/**
 * A line of Markdown as an entry of a list: plain text with a capital letter. Addresses of links are in brackets, code has no
 * marks. Code and escapes that keep `<!--` from being a comment stay as written.
 */
export function entryText(markdown: string): string {
  const verbatim: string[] = [];
  const placeholderFor = (text: string): string => `\0${verbatim.push(text) - 1}\0`;
  const text = markdown
    .replaceAll("\0", "\ufffd")
    .replaceAll(/(?<!`)(`{1,2})(?!`)([^`]{1,300})\1(?!`)/g, (span: string, _mark, code: string) =>
      placeholderFor(code.includes("<!--") ? span : code),
    )
    .replaceAll("\\<!--", placeholderFor)
    .replaceAll(link, (_, words: string, bracketed?: string, bare?: string) =>
      linkText(words, bracketed ?? bare ?? "", placeholderFor),
    )
    .replaceAll(/<((?:https?|mailto):[^<>\s]{1,500})>/g, (_, url: string) => placeholderFor(url))
    .replaceAll(/\bhttps?:\/\/[^\s\0<>]{1,500}/g, placeholderFor)
    .replaceAll(/(?<![\\*])\*{1,3}(?=\S)([^*]{1,300}?)(?<=\S)\*{1,3}(?!\*)/g, "$1")
    .replaceAll(/(?<![\\\p{L}\p{N}_])_{1,2}(?=\S)([^_]{1,300}?)(?<=\S)_{1,2}(?![\p{L}\p{N}_])/gu, "$1")
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
    .trim();
  return capitalised(text).replaceAll(placeholder, (_, at: string) => verbatim[Number(at)] ?? "");
}

/** `the doc (https://…)`; only the text if it is the address, or if the address is not of the web or of mail. */
function linkText(words: string, target: string, placeholderFor: (text: string) => string): string {
  const written = target.trim().replaceAll(/\s/g, "%20");
  const address = written.replace(/^mailto:/i, "");
  const isPublic = address !== written || /^https?:\/\/\S+$/i.test(address);
  if (!isPublic || address === "") return words;
  return words.trim() === address ? placeholderFor(address) : `${words} (${placeholderFor(address)})`;
}

/** The text with a capital letter if it begins with an ordinary word: not `eBPF`, `k8s` or `https://…`. */
export function capitalised(text: string): string {
  return /^\p{Ll}+(?:['\u2019-]\p{Ll}+)*(?=$|[\s,;!?)]|[.:](?:\s|$))/u.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}
