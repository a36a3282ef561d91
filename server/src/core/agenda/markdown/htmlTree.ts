/**
 * HTML as a tree of the elements that Markdown can express. The parser and the tree take linear time and no recursion:
 * elements that are nested too deeply are left out, their text is kept.
 */
import type { Element, ElementContent, Root } from "hast";
import { Parser } from "htmlparser2";
import { scriptDigits } from "./scriptDigits";

/** Maximum number of open elements; the Markdown writer is recursive. */
const maxDepth = 60;

/** Elements without text for a reader; they are left out with their content. */
const droppedElements: ReadonlySet<string> = new Set(
  (
    "applet audio base button canvas datalist embed frame frameset head iframe input link math meta noembed noframes " +
    "noscript object option param script select style svg template textarea title video"
  ).split(" "),
);

/** Attributes with a meaning in Markdown. */
const usedAttributes = ["alt", "colspan", "href", "rowspan", "src", "start"] as const;

/** @param resolve the address of a link or a picture; undefined to leave it out */
export function htmlTree(html: string, resolve: (address: string) => string | undefined): Root {
  const builder = new TreeBuilder(resolve);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      ontext: (text) => builder.text(text),
      onclosetag: () => builder.close(),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return builder.root;
}

class TreeBuilder {
  readonly root: Root = { type: "root", children: [] };
  readonly #resolve: (address: string) => string | undefined;
  readonly #open: Element[] = [];
  /** open elements below one that is dropped, itself included */
  #dropped = 0;
  /** open elements beyond the maximum depth */
  #tooDeep = 0;

  constructor(resolve: (address: string) => string | undefined) {
    this.#resolve = resolve;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#dropped > 0 || droppedElements.has(name)) this.#dropped++;
    else if (this.#open.length >= maxDepth) this.#tooDeep++;
    else {
      const element: Element = { type: "element", tagName: name, properties: {}, children: [] };
      for (const key of usedAttributes) {
        const value = Object.hasOwn(attributes, key) ? this.#valueOf(key, attributes[key] ?? "") : undefined;
        if (value !== undefined) element.properties[key] = value;
      }
      this.#add(element);
      this.#open.push(element);
    }
  }

  text(text: string): void {
    if (this.#dropped > 0) return;
    const { tagName = "" } = this.#open.at(-1) ?? {};
    this.#add({ type: "text", value: scriptDigits(text.replaceAll("\u00a0", " "), tagName) });
  }

  close(): void {
    if (this.#dropped > 0) this.#dropped--;
    else if (this.#tooDeep > 0) this.#tooDeep--;
    else {
      const element = this.#open.pop();
      if (!element) return;
      const spaces = spacedElements.has(element.tagName) ? takeSpaces(element) : {};
      this.#children().pop();
      if (spaces.before) this.#add(space());
      if (isUseful(element)) this.#add(element);
      if (spaces.after) this.#add(space());
    }
  }

  #add(node: ElementContent): void {
    const children = this.#children();
    const previous = children.at(-1);
    if (node.type === "text" && previous?.type === "text") previous.value += node.value;
    else children.push(node);
  }

  #children(): (typeof this.root.children)[number][] {
    return this.#open.at(-1)?.children ?? this.root.children;
  }

  #valueOf(key: (typeof usedAttributes)[number], value: string): string | undefined {
    return key === "href" || key === "src" ? this.#resolve(value) : value;
  }
}

/** Elements of which some are marks around text in Markdown; marks beside spaces have no effect. */
const spacedElements: ReadonlySet<string> = new Set(
  "a b big del em font i ins mark s small span strike strong u".split(" "),
);

/** Elements that are left out if they have no text. */
const emptiedElements: ReadonlySet<string> = new Set([
  ...spacedElements,
  ..."blockquote code div h1 h2 h3 h4 h5 h6 kbd li ol p pre sub sup table tr ul".split(" "),
]);

function space(): ElementContent {
  return { type: "text", value: " " };
}

/** Removes the spaces at the start and the end of an element. */
function takeSpaces({ children }: Element): { readonly before?: boolean; readonly after?: boolean } {
  const [first, last] = [children[0], children.at(-1)];
  const before = first?.type === "text" && /^\s/.test(first.value);
  if (before) first.value = first.value.trimStart();
  const after = last?.type === "text" && /\s$/.test(last.value);
  if (after) last.value = last.value.trimEnd();
  return { before, after };
}

/** False for an element whose content was left out, such as a link around a picture without words. */
function isUseful({ tagName, children, properties }: Element): boolean {
  if (tagName === "img") return (properties.alt ?? "") !== "" && properties.src !== undefined;
  if (tagName === "td" || tagName === "th") return true;
  return !emptiedElements.has(tagName) || children.some(hasText);
}

/** Children were judged when they were closed; rows of empty cells are empty. */
function hasText(node: ElementContent): boolean {
  if (node.type === "text") return /\S/.test(node.value);
  if (node.type !== "element") return false;
  return node.tagName === "td" || node.tagName === "th" ? node.children.some(hasText) : node.tagName !== "br";
}

/** The text of HTML without its structure; much faster than the tree. */
export function htmlText(html: string): string {
  const texts: string[] = [];
  let dropped = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (dropped > 0 || droppedElements.has(name)) dropped++;
    },
    ontext: (text) => {
      if (dropped === 0) texts.push(text);
    },
    onclosetag: () => {
      if (dropped > 0) dropped--;
    },
  });
  parser.end(html);
  return texts.join("");
}
