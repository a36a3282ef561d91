/** The prose and the names of documentation pages, JSON files and TypeScript sources, each with its place. */
import { parseAst } from "vitest/node";

export interface Passage {
  /** `file:line`, 1-based, or `file/key/key` in a JSON file */
  readonly place: string;
  readonly text: string;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

/** Keys of JSON files whose values the editor shows. */
const shownKeys = new Set(["description", "markdownDescription", "title", "altText", "displayName"]);

/** @returns the paragraphs, list items and table rows of a Markdown page; code is masked */
export function proseOfPage(file: string, page: string): readonly Passage[] {
  const bare = page.replaceAll(/^```[\s\S]*?^```/gm, blank).replaceAll(/\]\([^)]*\)/g, blank);
  return [...bare.matchAll(/^(?:(?!\s*(?:[-*|#]|\d+\.) ?).+\n?)+|^.+\n?(?:^ +(?![-*] ).+\n?)*/gm)].map(
    ({ 0: text, index }) => ({ place: `${file}:${lineOf(bare, index)}`, text: asProse(text) }),
  );
}

/** @returns the texts of a JSON file that the editor shows */
export function proseOfJson(file: string, json: string): readonly Passage[] {
  return [...textsIn(JSON.parse(json), file)];
}

/** @returns the comments and the string literals of a TypeScript source, import paths excepted */
export function proseOfSource(file: string, source: string): readonly Passage[] {
  const literals = nodesOf(source).filter(isText);
  const comments = commentsOf(source, literals);
  return [...comments, ...literals.map(({ start, end }) => ({ start, end }))].map(({ start, end }) => ({
    place: `${file}:${lineOf(source, start)}`,
    text: asProse(source.slice(start, end).replaceAll(/\n\s*(?:\*|\/\/) ?/g, " ")),
  }));
}

/** @returns each name of a TypeScript source and of its file once, as words in lower case: `maxShown` is `max shown` */
export function namesOfSource(file: string, source: string): readonly Passage[] {
  const first = new Map([[wordsOf(file.replace(/^.*\/|\.ts$/g, "")), file]]);
  for (const { type, name, start } of nodesOf(source)) {
    if (!/Identifier$/.test(type) || typeof name !== "string") continue;
    const words = wordsOf(name);
    if (!first.has(words)) first.set(words, `${file}:${lineOf(source, start)}`);
  }
  return [...first].map(([text, place]) => ({ place, text }));
}

function wordsOf(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[_\W]+/g, " ")
    .trim()
    .toLowerCase();
}

/** One line without code spans. */
function asProse(text: string): string {
  return text
    .replaceAll(/`[^`]*`/g, (code) => `\`${"x".repeat(Math.max(code.length - 2, 0))}\``)
    .replaceAll(/\s+/g, " ")
    .trim();
}

function* textsIn(value: unknown, place: string): Generator<Passage> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    const own = `${place}/${key}`;
    if (typeof member === "string" && shownKeys.has(key)) yield { place: own, text: asProse(member) };
    yield* textsIn(member, own);
  }
}

function isText({ type, value }: SyntaxNode): boolean {
  return type === "TemplateElement" || (type === "Literal" && typeof value === "string");
}

/** @param literals in which `//` begins no comment */
function commentsOf(source: string, literals: readonly SyntaxNode[]) {
  let code = source;
  for (const { start, end } of [...literals, ...nodesOf(source).filter(({ regex }) => regex)])
    code = code.slice(0, start) + blank(code.slice(start, end)) + code.slice(end);
  return [...code.matchAll(/\/\*[\s\S]*?\*\/|(?:\/\/.*\n?[ \t]*)+/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
}

/** @returns the nodes of the syntax tree, without the paths of imports */
function nodesOf(source: string): readonly SyntaxNode[] {
  return [...nodesIn(parseAst(source, { lang: "ts" }))];
}

function* nodesIn(value: unknown): Generator<SyntaxNode> {
  if (typeof value !== "object" || value === null || value instanceof RegExp) return;
  if ("type" in value && "start" in value) yield value as SyntaxNode;
  for (const [key, member] of Object.entries(value)) if (key !== "source") yield* nodesIn(member);
}

/** The same length and lines without text. */
function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
