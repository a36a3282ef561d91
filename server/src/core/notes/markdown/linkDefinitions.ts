/** Escapes definitions of Markdown reference links, which some sites render as text. */

import { replaceWithCodeSpans } from "../../text/codeSpans";
import { percentEncode } from "../../text/percentEncode";
import { escapeMark } from "./htmlTags";

/**
 * Escapes a link definition, `[a]: <b c>` as `[a]: b%20c`: a site that renders the line as text, for example
 * as a footnote, finds no tag, no script link and no start of a code span in it.
 */
export function escapedDefinition(line: string): string {
  const encodeAddress = (_: string, before: string, path: string): string =>
    before + percentEncode(path, /[ ()]/g);
  const escapedLine = line
    .replace(/(\]:[ \t]*)<(?!https?:|mailto:)([a-z/!?][^<>]*)>/i, encodeAddress)
    .replaceAll(/<(?!https?:|mailto:)(?=[a-z/!?])/gi, "%3C")
    .replaceAll(/\](?=\()/g, (found, at: number, all: string) => escapeMark(found, at, all));
  return encodeBackticks(escapedLine);
}

/** Encodes as `%60` unclosed backticks, and all backticks of a line with an address. */
function encodeBackticks(line: string): string {
  const isAddress = /:\/\/|www\./i.test(line);
  return replaceWithCodeSpans(line, /`+|\\[\s\S]/g, ([found]) =>
    isAddress || /^`+$/.test(found) ? found.replaceAll("`", "%60") : found,
  );
}
