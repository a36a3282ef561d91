/** Lays a file out anew, block by block: indentation, spaces, blank lines. A block that would change its meaning stays as it is. */
import type { MeetingDocument, PlacedBlock } from "./document";
import { type Edit, lineEndOf } from "./range";
import { sameMeaning } from "./sameMeaning";
import { parseYaml } from "./syntax";

/** The edits that format the file; none for blocks with errors. Formatting twice changes nothing more. */
export function format(document: MeetingDocument): readonly Edit[] {
  const edits = document.blocks.flatMap((placed, index) => {
    const isLast = index === document.blocks.length - 1;
    const formatted = formatBlock(placed, document, isLast);
    return formatted === undefined || formatted === placed.block.text
      ? []
      : lineEdits(placed.block.text, formatted, placed.start);
  });
  return edits;
}

function formatBlock(placed: PlacedBlock, document: MeetingDocument, isLast: boolean): string | undefined {
  const { block, piece } = placed;
  if (!block.sound || piece.kind === "whole") return undefined;
  const eol = lineEndOf(document.text);
  const formatted = layOut(block.text.split(/\r?\n/), piece.kind === "item" ? 2 : 0);
  const text = tidyEnd(formatted.join(eol), eol, isLast);
  return meansTheSame(block.text, text) ? text : undefined;
}

interface Level {
  readonly from: number;
  readonly to: number;
}

/** Moves each line to its level's column; `base` is where the block's own entries stand. */
function layOut(lines: readonly string[], base: number): readonly string[] {
  const levels: Level[] = [];
  let literal: { readonly column: number; shift?: number } | undefined;
  let flow: { depth: number; shift: number } | undefined;
  return lines.map((line) => {
    const column = line.length - line.trimStart().length;
    if (line.trim() === "") return literal ? line : "";
    if (literal && column > literal.column) return shiftLine(line, literal.shift ?? 0);
    literal = undefined;
    if (flow && flow.depth > 0) {
      flow.depth += depthOf(line);
      return shiftLine(line, flow.shift).trimEnd();
    }
    const content = line.trim();
    if (content.startsWith("#")) return " ".repeat(columnFor(column, levels, base, false)) + content;
    const isDash = /^-(\s|$)/.test(content);
    const to = columnFor(column, levels, base, isDash);
    const laid = isDash ? dashLine(line, column, to, levels) : content;
    const shift = to - column;
    flow = { depth: depthOf(content), shift };
    if (/:[ \t]+[|>][-+]?[ \t]*(#.*)?$/.test(content) || /^-[ \t]+[|>][-+]?$/.test(content))
      literal = { column: keyColumn(line), shift: keyColumn(" ".repeat(to) + laid) - keyColumn(line) };
    return (" ".repeat(to) + spaced(laid)).trimEnd();
  });
}

/** The column a line belongs at; its level is remembered for the lines below. */
function columnFor(column: number, levels: Level[], base: number, isDash: boolean): number {
  while (levels.length > 0 && (levels.at(-1)?.from ?? 0) > column) levels.pop();
  const top = levels.at(-1);
  if (top?.from === column) return top.to;
  const to = top ? top.to + 2 : isDash || base > 0 ? base : column === 0 ? 0 : base + 2;
  levels.push({ from: column, to });
  return to;
}

/** `-   title: x`: what follows the dash is a level of its own. */
function dashLine(line: string, column: number, to: number, levels: Level[]): string {
  const match = /^-(\s*)(.*)$/.exec(line.trim());
  const [, gap = "", rest = ""] = match ?? [];
  if (rest === "") return "-";
  levels.push({ from: column + 1 + gap.length, to: to + 2 });
  return `- ${rest}`;
}

function keyColumn(line: string): number {
  return /^[ \t]*(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0;
}

/** One space behind the colon of a key. */
function spaced(content: string): string {
  return content.replace(/^((?:- )?[A-Za-z_][\w-]*:)[ \t]{2,}(?=\S)/, "$1 ");
}

function shiftLine(line: string, by: number): string {
  return by >= 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, line.length - line.trimStart().length));
}

function depthOf(content: string): number {
  const bare = content.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(^|\s)#.*$/g, "");
  if (!/^(?:[ \t]*-[ \t]+)*(?:[^\s:[\]{}]+:[ \t]+)?[[{]/.test(bare) && !/^[\s\w,'"\]}./-]*[\]}]/.test(bare))
    return 0;
  return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
}

/** At most one blank line at the end of a block; the file ends in one line end. */
function tidyEnd(text: string, eol: string, isLast: boolean): string {
  const kept = text.trimEnd();
  if (kept === "") return text;
  const blank = text.slice(kept.length).split("\n").length > 2;
  return kept + eol + (blank && !isLast ? eol : "");
}

function meansTheSame(before: string, after: string): boolean {
  const [left, right] = [parseYaml(before), parseYaml(after)];
  return right.errors.length === 0 && sameMeaning(left.contents, right.contents);
}

/** The lines that differ, each as an edit that leaves its line end alone; one edit for all where their number differs. */
function lineEdits(before: string, after: string, start: number): readonly Edit[] {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  if (old.length !== fresh.length) return [{ start, end: start + before.length, text: after }];
  let at = start;
  return old.flatMap((line, index) => {
    const from = at;
    at += line.length + 1;
    const [was, text] = [withoutReturn(line), withoutReturn(fresh[index] ?? "")];
    return was === text ? [] : [{ start: from, end: from + was.length, text }];
  });
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
