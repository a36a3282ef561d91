import { withMarginParagraphs } from "../../text/marginParagraphs";
import { withHeadingLines } from "./headingLines";
import { withoutComments } from "./htmlComments";
import { withWholeRows } from "./tableRows";

/**
 * A text that people write, as all formats publish it: without comments, each line at the margin a paragraph, headings of one
 * line, and tables with all their words.
 */
export function publishedMarkdown(markdown: string | undefined): string | undefined {
  const text = withoutComments(markdown);
  return text === undefined ? undefined : withHeadingLines(withMarginParagraphs(withWholeRows(text)));
}
