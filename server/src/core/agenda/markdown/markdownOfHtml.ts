/**
 * HTML of descriptions as Markdown: headings, paragraphs, emphasis, lists, tables, code and links. Scripts, forms and
 * frames are left out; the address of a link is http, https or mailto, and other links are text.
 */
import type { Element, Root as HastRoot } from "hast";
import { type State as TreeState, toMdast } from "hast-util-to-mdast";
import type { Link, PhrasingContent, Root, Text } from "mdast";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { defaultHandlers, type Handle, type Options, toMarkdown } from "mdast-util-to-markdown";
import { controlsInLines } from "../../text/characters";
import { descriptionAddress } from "../linkAddress";
import { reduceEscapes, withPlainMarks } from "./fewerEscapes";
import { htmlTree } from "./htmlTree";
import { mathParts } from "./mathText";

/** Maximum UTF-16 units of HTML or Markdown that is read; the rest is left out. */
export const maxDescription = 100_000;

/**
 * @param base the address of the page, for relative links
 * @returns Markdown, empty if the HTML has no text
 */
export function markdownOfHtml(html: string, base?: string): string {
  const source = html.slice(0, maxDescription).replaceAll(/\r\n?/g, "\n").replaceAll(controlsInLines, "");
  const tree = toMdast(
    htmlTree(source, (address) => descriptionAddress(address, base)),
    { handlers: { a: linkOrText, img: linkToPicture } },
  );
  return toMarkdown(tree, options).trim();
}

/** A link without an address that may be used is text. */
function linkOrText(state: TreeState, node: Element): Link | PhrasingContent[] {
  const children = state.all(node) as PhrasingContent[];
  const url = node.properties.href;
  return typeof url === "string" ? { type: "link", url, title: null, children } : children;
}

/** A picture is a link with its description, as notes show no pictures; within a link it is its description. */
function linkToPicture(
  _state: TreeState,
  node: Element,
  parent: Element | HastRoot | undefined,
): Link | Text {
  const text: Text = { type: "text", value: String(node.properties.alt ?? "") };
  const isInLink = parent?.type === "element" && parent.tagName === "a";
  return isInLink
    ? text
    : { type: "link", url: String(node.properties.src ?? ""), title: null, children: [text] };
}

/** Formulas stay as they are. */
const writeText: Handle = (node: Text, _parent, state, info) => {
  const parts = mathParts(node.value);
  return parts
    .map(({ text, isMath }, at) => {
      if (isMath) return text;
      const before = at > 0 ? "$" : info.before;
      const after = at < parts.length - 1 ? "$" : info.after;
      return withPlainMarks(state.safe(text, { ...info, before, after }));
    })
    .join("");
};

const writeRoot: Handle = (node: Root, parent, state, info) => {
  reduceEscapes(state.unsafe);
  return defaultHandlers.root(node, parent, state, info);
};

const options: Options = {
  bullet: "-",
  emphasis: "*",
  fences: true,
  listItemIndent: "one",
  rule: "-",
  handlers: { text: writeText, root: writeRoot },
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()],
};
