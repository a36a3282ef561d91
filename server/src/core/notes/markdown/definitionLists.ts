/** Lines that define a reference link of Markdown, and read as text for some sites. */
import { replaceSpans } from "./codeSpans";
import { escapedMark } from "./htmlTags";

/**
 * `[a]: <b c>` as `[a]: b%20c`: a site that takes the line for text, as that of a footnote, finds no tag in it, no
 * link to a script, and no start of code that ends in the text below.
 */
export function plainDefinition(line: string): string {
  const address = (_: string, ahead: string, path: string): string =>
    ahead + path.replaceAll(/[ ()]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  const plain = line
    .replace(/(\]:[ \t]*)<(?!https?:|mailto:)([a-z/!?][^<>]*)>/i, address)
    .replaceAll(/<(?!https?:|mailto:)(?=[a-z/!?])/gi, "%3C")
    .replaceAll(/\](?=\()/g, (found, at: number, all: string) => escapedMark(found, at, all));
  return withoutBackticks(plain);
}

/** Those that nothing on the line closes, and all in an address, as `%60`. */
function withoutBackticks(line: string): string {
  const isAddress = /:\/\/|www\./i.test(line);
  return replaceSpans(line, /`+|\\[\s\S]/g, ([found]) =>
    isAddress || /^`+$/.test(found) ? found.replaceAll("`", "%60") : found,
  );
}
