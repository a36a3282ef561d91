import { withoutComments } from "./htmlComments";
import { withMarginParagraphs } from "./marginParagraphs";

/** A text that people write, as all formats publish it: without comments, each line at the margin a paragraph. */
export function publishedMarkdown(markdown: string | undefined): string | undefined {
  const text = withoutComments(markdown);
  return text === undefined ? undefined : withMarginParagraphs(text);
}
