/** A page of HTML as a tree of what a person can read in it. */
import { type DefaultTreeAdapterTypes, parse, serialize } from "parse5";

export interface PageElement {
  /** in lower case */
  readonly name: string;
  readonly classes: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly PageNode[];
  /** the content as HTML */
  readonly html: () => string;
}

export type PageNode = PageElement | string;

/** Maximum UTF-16 units of a page. */
export const maxPageLength = 8_000_000;

/** Maximum depth of elements: the parser looks through all open elements at each tag. */
const maxDepth = 250;

/** Elements that have no text for a reader. */
const ignored = new Set([
  ...[
    "script",
    "style",
    "template",
    "noscript",
    "svg",
    "math",
    "select",
    "option",
    "textarea",
    "iframe",
    "object",
  ],
  ...["embed", "video", "audio", "canvas", "nav", "title", "meta", "mjx-container"],
]);

/** Hidden parts of a page of Indico: the minutes, the choice of a zone, help that is shown at the pointer. */
const hiddenClasses = [
  ...["qtip-hidden-content", "note-area-wrapper", "timetable-item-actions", "anchor-link", "days-dropdown"],
  ...["session-bar", "main-action-bar", "footer", "description-link", "hidden", "weak-hidden"],
];

/** @returns undefined for a page that is too large or nested too deeply */
export function pageTree(html: string): PageElement | undefined {
  if (html.length > maxPageLength || isTooDeep(html)) return undefined;
  return elementOf("body", [], parse(html));
}

/** Elements that end at the next one of their kind, or have no end. */
const withoutEnd =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|td|th|tr|thead|tbody|tfoot|colgroup|option|optgroup|html|head|body|rb|rt|rp|rtc)$/;

/** An upper limit of the depth: start tags of elements that must be closed, minus end tags. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [tag, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,40})/gi)) {
    if (tag === "" || withoutEnd.test(name.toLowerCase())) continue;
    depth = slash === "/" ? Math.max(depth - 1, 0) : depth + 1;
    if (depth > maxDepth) return true;
  }
  return false;
}

const none: ReadonlyMap<string, string> = new Map();
const noClasses: ReadonlySet<string> = new Set();

function elementOf(
  name: string,
  attrs: readonly { readonly name: string; readonly value: string }[],
  node: DefaultTreeAdapterTypes.ParentNode,
): PageElement {
  const attributes = attrs.length === 0 ? none : new Map(attrs.map(({ name: key, value }) => [key, value]));
  const names = attributes.get("class");
  return {
    name,
    classes: names === undefined ? noClasses : new Set(names.split(/\s+/)),
    attributes,
    children: node.childNodes.flatMap((child) => nodeOf(child)),
    html: () => serialize(node),
  };
}

function nodeOf(node: DefaultTreeAdapterTypes.ChildNode): readonly PageNode[] {
  if (node.nodeName === "#text") return [(node as DefaultTreeAdapterTypes.TextNode).value];
  if (!("tagName" in node) || ignored.has(node.tagName)) return [];
  const element = elementOf(node.tagName, node.attrs, node);
  return isHidden(element) ? [] : [element];
}

function isHidden({ classes, attributes }: PageElement): boolean {
  if (attributes.has("hidden") || attributes.get("id") === "session-bar") return true;
  if (/display:\s*none/i.test((attributes.get("style") ?? "").slice(0, 2000))) return true;
  return hiddenClasses.some((name) => classes.has(name));
}

/** The elements below an element for which a test is true, in the order of the page; not those inside of a found one. */
export function findAll(element: PageElement, is: (element: PageElement) => boolean): readonly PageElement[] {
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : is(child) ? [child] : findAll(child, is),
  );
}

export function findFirst(
  element: PageElement,
  is: (element: PageElement) => boolean,
): PageElement | undefined {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    const found = is(child) ? child : findFirst(child, is);
    if (found) return found;
  }
  return undefined;
}

export function hasClass(name: string): (element: PageElement) => boolean {
  return ({ classes }) => classes.has(name);
}

/** The text on one line. */
export function textOf(node: PageNode | undefined): string {
  return node === undefined
    ? ""
    : rawText(node)
        .replaceAll(/[\s\u00a0]+/g, " ")
        .trim();
}

function rawText(node: PageNode): string {
  return typeof node === "string" ? node : node.children.map(rawText).join("");
}
