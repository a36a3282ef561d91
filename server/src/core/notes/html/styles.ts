/**
 * The styles of the page as style attributes: they survive in a mail and in most systems that accept HTML. The page is
 * understandable without them.
 */
const cell = "border: 1px solid #c8ced6; padding: 4px 8px; vertical-align: top";
/** A table that is wider than the page scrolls by itself. */
const table = "display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; margin: 12px 0";
const line = "border-bottom: 1px solid #c8ced6; padding-bottom: 4px";

export const styles = {
  page: "max-width: 60em; margin: 0 auto; padding: 16px; color: #1b1f24; background-color: #ffffff; font-family: sans-serif; line-height: 1.5; word-wrap: break-word",
  section: `margin-top: 32px; ${line}; page-break-after: avoid`,
  session:
    "margin-top: 24px; margin-bottom: 4px; padding-left: 12px; border-left: 4px solid #3b6ea8; font-size: 20px; page-break-after: avoid",
  columns: "display: flex; flex-wrap: wrap; gap: 0 32px",
  column: "flex: 1 1 20em; min-width: 0",
  pause:
    "margin: 16px 0; padding: 2px 0; border-top: 1px solid #c8ced6; border-bottom: 1px solid #c8ced6; color: #4b5560; text-align: center",
  folded: "margin: 8px 0",
  heading: "margin-top: 24px; margin-bottom: 4px; font-size: 18px; page-break-after: avoid",
  part: "margin-top: 16px; margin-bottom: 4px; font-size: 16px; page-break-after: avoid",
  facts: "margin-top: 0; color: #4b5560",
  persons: "margin: 4px 0; color: #4b5560",
  label: "margin-top: 12px; margin-bottom: 0",
  list: "margin-top: 4px",
  note: "border-left: 4px solid #9a6700; padding: 4px 12px; background-color: #fff8e5",
  warning: "border-left: 4px solid #b3261e; padding: 4px 12px; background-color: #fdecea",
  overdue: "color: #b3261e; font-weight: bold",
  table: `${table}; page-break-inside: avoid`,
  cell,
  unbroken: `${cell}; white-space: nowrap`,
  number: `${cell}; text-align: right`,
  head: `${cell}; background-color: #f0f2f5; text-align: left`,
  headOfNumbers: `${cell}; background-color: #f0f2f5; text-align: right`,
  pre: "white-space: pre-wrap; word-wrap: break-word; background-color: #f0f2f5; padding: 8px 12px",
  code: "background-color: #f0f2f5; padding: 0 3px",
  picture: "max-width: 100%; height: auto; margin: 8px 0",
  /** the style of an element that Markdown produces; undefined if it needs none */
  of: (tag: string): string | undefined =>
    ({
      table,
      th: `${cell}; background-color: #f0f2f5`,
      td: cell,
      blockquote: "margin-left: 0; padding-left: 12px; border-left: 4px solid #c8ced6",
    })[tag],
} as const;
