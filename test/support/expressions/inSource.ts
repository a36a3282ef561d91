/** The regular expressions in the source, as its syntax tree has them. */
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { parseAst } from "vitest/node";

/** An expression and where it is: `file:line`, 1-based. */
export interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
  /** the bound of its text, from its comment `// bounded: …` */
  readonly bound?: string;
}

/** What the test cannot read: an expression that is put together at run time. */
export interface UnreadableExpression {
  readonly place: string;
  readonly code: string;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

/** @param patterns of the source files, below `root` */
export function expressionsIn(
  root: string,
  patterns: readonly string[],
): {
  readonly read: readonly Expression[];
  readonly unread: readonly UnreadableExpression[];
  readonly bounds: number;
} {
  const files = globSync([...patterns], { cwd: root }).sort();
  const texts = files.map((file) => [file, readFileSync(`${root}${file}`, "utf8")] as const);
  const imported = exportedConstants(texts.map(([, text]) => text));
  const all = texts.map(([file, text]) => inFile(file, text, imported));
  return {
    read: all.flatMap(({ read }) => read),
    unread: all.flatMap(({ unread }) => unread),
    bounds: all.reduce((sum, { bounds }) => sum + bounds, 0),
  };
}

/** The texts that constants of other files name: classes of characters are in a separate file. */
function exportedConstants(texts: readonly string[]): ReadonlyMap<string, string> {
  const exporting = texts.filter((text) => /^export const \w+Class =/m.test(text));
  return new Map(exporting.flatMap((text) => [...constantsOf(nodesIn(text))]));
}

function nodesIn(text: string): readonly SyntaxNode[] {
  return [...nodesOf(parseAst(text, { lang: "ts" }) as unknown as SyntaxNode)];
}

/**
 * @param imported the constants of other files
 * @returns its expressions, and how many comments name a bound
 */
export function inFile(
  file: string,
  text: string,
  imported: ReadonlyMap<string, string> = new Map(),
): ReturnType<typeof expressionsIn> {
  const nodes = nodesIn(text);
  const constants = constantsOf(nodes, imported);
  const read: Expression[] = [];
  const unread: UnreadableExpression[] = [];
  for (const node of nodes) {
    const place = `${file}:${text.slice(0, node.start).split("\n").length}`;
    const literal = node.regex as { pattern: string; flags: string } | undefined;
    const bound = boundOf(text, node.start);
    const own = { place, ...(bound && { bound }) };
    if (literal) read.push({ ...own, source: literal.pattern, flags: literal.flags });
    if (!isConstructor(node)) continue;
    const [source, flags] = (node.arguments as SyntaxNode[]).map((part) => textOf(part, constants));
    if (source === undefined) unread.push({ place, code: text.slice(node.start, node.end) });
    else read.push({ ...own, source, flags: flags ?? "" });
  }
  return { read, unread, bounds: text.match(/\/\/ bounded: /g)?.length ?? 0 };
}

/** `// bounded: 100 characters (…)` in the line of an expression or the one above. */
function boundOf(text: string, at: number): string | undefined {
  const above = text.lastIndexOf("\n", text.lastIndexOf("\n", at) - 1) + 1;
  const end = text.indexOf("\n", at);
  return /\/\/ bounded: (\S.*)/.exec(text.slice(above, end < 0 ? text.length : end))?.[1];
}

/** `new RegExp(…)`, `RegExp(…)`; and `match`, `matchAll` and `search` of a text, which make one of it. */
function isConstructor({ type, callee, arguments: given }: SyntaxNode): boolean {
  if (type !== "NewExpression" && type !== "CallExpression") return false;
  const { name, property } = callee as { name?: string; property?: { name?: string } };
  if (name === "RegExp" || property?.name === "RegExp") return true;
  const [first] = given as SyntaxNode[];
  const isText = first?.type === "TemplateLiteral" || typeof first?.value === "string";
  return isText && /^(?:match|matchAll|search)$/.test(property?.name ?? "");
}

/** The texts that constants of a file name. */
function constantsOf(
  nodes: readonly SyntaxNode[],
  imported: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const constants = new Map<string, string>(imported);
  for (const { type, id, init } of nodes) {
    if (type !== "VariableDeclarator" || !init) continue;
    const text = textOf(init as SyntaxNode, constants);
    if (text !== undefined) constants.set((id as { name: string }).name, text);
  }
  return constants;
}

/** The text of a literal, of a template, of a constant or of two of these; nothing where it is known at run time only. */
function textOf(node: SyntaxNode, constants: ReadonlyMap<string, string>): string | undefined {
  if (node.type === "Identifier") return constants.get(node.name as string);
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "BinaryExpression" && node.operator === "+") {
    const sides = [node.left, node.right].map((side) => textOf(side as SyntaxNode, constants));
    return sides.includes(undefined) ? undefined : sides.join("");
  }
  const isRaw = node.type === "TaggedTemplateExpression";
  const template = (isRaw ? node.quasi : node) as SyntaxNode;
  if (template.type !== "TemplateLiteral") return undefined;
  const parts = template.quasis as { value: { raw: string; cooked: string } }[];
  const holes = (template.expressions as SyntaxNode[]).map((hole) => textOf(hole, constants));
  if (holes.includes(undefined)) return undefined;
  return parts.map(({ value }, at) => (isRaw ? value.raw : value.cooked) + (holes[at] ?? "")).join("");
}

function* nodesOf(value: unknown): Generator<SyntaxNode> {
  if (typeof value !== "object" || value === null || value instanceof RegExp) return;
  if ("type" in value && "start" in value) yield value as SyntaxNode;
  for (const member of Object.values(value)) yield* nodesOf(member);
}
