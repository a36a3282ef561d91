/** A page of HTML as a tree of what a person can read in it. */
import { Parser } from "htmlparser2";
import { maxProseText } from "../agendaLimits";

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

/** Maximum number of open elements: the readers of the tree are recursive. */
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
  if (html.length > maxProseText) return undefined;
  const builder = new TreeBuilder(html);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (!builder.open(name, attributes, parser.endIndex + 1)) parser.pause();
    },
    ontext: (text) => builder.text(text),
    onclosetag: () => builder.close(parser.startIndex),
  });
  parser.end(html);
  return builder.isTooDeep ? undefined : builder.root;
}

class TreeBuilder {
  readonly root: OpenElement;
  isTooDeep = false;
  readonly #source: string;
  readonly #open: OpenElement[];
  /** open elements below one that is ignored, itself included */
  #ignored = 0;

  constructor(source: string) {
    this.#source = source;
    this.root = new OpenElement("body", {}, source, 0);
    this.#open = [this.root];
  }

  /** @param start offset of the content @returns false if the element is nested too deeply */
  open(name: string, attributes: Readonly<Record<string, string>>, start: number): boolean {
    if (this.#ignored > 0 || ignored.has(name)) {
      this.#ignored++;
      return true;
    }
    const element = new OpenElement(name, attributes, this.#source, start);
    if (isHidden(element)) this.#ignored++;
    else {
      this.#open.at(-1)?.children.push(element);
      this.#open.push(element);
      this.isTooDeep ||= this.#open.length > maxDepth;
    }
    return !this.isTooDeep;
  }

  text(text: string): void {
    if (this.#ignored === 0) this.#open.at(-1)?.children.push(text);
  }

  /** @param end offset of the end of the content */
  close(end: number): void {
    if (this.#ignored > 0) this.#ignored--;
    else if (this.#open.length > 1) this.#open.pop()?.endAt(end);
  }
}

const noClasses: ReadonlySet<string> = new Set();

class OpenElement implements PageElement {
  readonly children: PageNode[] = [];
  readonly name: string;
  readonly classes: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, string>;
  readonly #source: string;
  readonly #start: number;
  #end: number;

  constructor(name: string, attributes: Readonly<Record<string, string>>, source: string, start: number) {
    this.name = name;
    this.attributes = new Map(Object.entries(attributes));
    const classes = this.attributes.get("class");
    this.classes = classes === undefined ? noClasses : new Set(classes.split(/\s+/));
    this.#source = source;
    this.#start = start;
    this.#end = source.length;
  }

  endAt(offset: number): void {
    this.#end = Math.max(offset, this.#start);
  }

  html(): string {
    return this.#source.slice(this.#start, this.#end);
  }
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
