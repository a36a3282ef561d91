/** The text of a page as lines, with bullets, tabs between cells and links as in Markdown. */
import { type PageElement, type PageNode, textOf } from "./pageTree";

const blocks = new Set([
  ...[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
  ],
  ...[
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
  ],
  ...["caption", "tbody", "thead", "tfoot", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6"],
]);

/** Collects lines: texts are joined until a block begins or ends. */
class Lines {
  readonly lines: string[] = [];
  #line = "";
  #lead = "";

  add(text: string): void {
    this.#line += text.replaceAll(/[\s\u00a0]+/g, " ");
  }

  addLine(text: string): void {
    this.end();
    this.add(text);
  }

  /** @param lead what the next line begins with */
  end(lead = ""): void {
    const text = this.#line.trim();
    if (text !== "") {
      this.lines.push(this.#lead + text);
      this.#lead = "";
    }
    this.#line = "";
    if (lead !== "") this.#lead = lead;
  }

  blank(): void {
    this.end();
    if (this.lines.at(-1) !== "") this.lines.push("");
  }
}

/** @param resolve completes the address of a link */
export function pageLines(
  page: PageElement,
  resolve: (address: string | undefined) => string | undefined,
): string {
  const lines = new Lines();
  write(page, { lines, resolve, depth: 0 });
  lines.end();
  return lines.lines.join("\n").trim();
}

interface Context {
  readonly lines: Lines;
  readonly resolve: (address: string | undefined) => string | undefined;
  /** of lists */
  readonly depth: number;
}

function write(node: PageNode, context: Context): void {
  const { lines, depth } = context;
  if (typeof node === "string") lines.add(node);
  else if (node.name === "br") lines.end();
  else if (node.name === "a") lines.add(linkText(node, context));
  else if (node.name === "tr" && isRow(node)) writeRow(node, context);
  else if (node.name === "pre") for (const line of textLines(node)) lines.addLine(line);
  else {
    const isBlock = blocks.has(node.name);
    const level = /^h([1-6])$/.exec(node.name)?.[1];
    const isList = node.name === "ul" || node.name === "ol";
    if (isBlock) lines.end(leadOf(node, depth));
    if ((node.name === "p" && depth === 0) || level !== undefined || node.name === "table") lines.blank();
    if (level !== undefined) lines.end(`${"#".repeat(Number(level))} `);
    const items = isList ? { ...context, depth: depth + 1 } : context;
    for (const child of node.children) write(child, items);
    if (isBlock) lines.end();
  }
}

function textLines(node: PageNode): readonly string[] {
  const raw = (part: PageNode): string =>
    typeof part === "string" ? part : part.name === "br" ? "\n" : part.children.map(raw).join("");
  return raw(node).split(/\r?\n/);
}

function leadOf({ name }: PageElement, depth: number): string {
  return name === "li" ? `${"  ".repeat(Math.max(depth - 1, 0))}- ` : "";
}

function linkText(link: PageElement, { resolve }: Context): string {
  const words = textOf(link);
  const url = resolve(link.attributes.get("href"));
  if (url === undefined || words === "" || /[[\]]/.test(words)) return words;
  return words.startsWith("http") ? url : `[${words}](${url.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

/** A row whose cells have no tables in them; other tables lay out a page. */
function isRow(row: PageElement): boolean {
  return cellsOf(row).length > 1 && !cellsOf(row).some((cell) => hasTable(cell));
}

function hasTable(element: PageElement): boolean {
  return element.children.some(
    (child) => typeof child !== "string" && (child.name === "table" || hasTable(child)),
  );
}

function cellsOf(row: PageElement): readonly PageElement[] {
  return row.children.flatMap((child) =>
    typeof child !== "string" && (child.name === "td" || child.name === "th") ? [child] : [],
  );
}

function writeRow(row: PageElement, context: Context): void {
  const texts = cellsOf(row).map((cell) => cellText(cell, context));
  context.lines.end();
  context.lines.lines.push(texts.join("\t"));
}

/** The lines of a cell, which may be persons, with commas between them. */
function cellText(cell: PageElement, context: Context): string {
  const lines = new Lines();
  write({ ...cell, name: "span" }, { ...context, lines });
  lines.end();
  const texts = lines.lines.filter((line) => line !== "").map((line) => line.replace(/^\s*- /, ""));
  return texts.reduce(
    (all, text) =>
      all === "" ? text : `${all}${/[,;:]$/.test(all) || /^[(–-]/.test(text) ? " " : ", "}${text}`,
    "",
  );
}
