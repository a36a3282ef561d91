/** Parses one block and locates its units. Offsets are relative to the block's start. */
import { type Document, isMap, isScalar, isSeq, type YAMLError } from "yaml";
import type { Finding } from "../findings/finding";
import { type UnitKind, type UnitList, unitLists } from "../schema/itemKinds";
import { keysAt } from "../schema/schema";
import { conflictFindings } from "../syntaxErrors/conflict";
import { explain, tooDeepFinding } from "../syntaxErrors/explain";
import { invalidEncoding } from "../syntaxErrors/invalidEncoding";
import { isMisplacedText } from "../syntaxErrors/layout";
import { lookAlikesIn } from "../syntaxErrors/lookAlikeCharacters";
import { misplacedLines } from "../syntaxErrors/misplacedLines";
import { strayTextFinding } from "../syntaxErrors/strayText";
import type { Range } from "../text/range";
import { Anchors } from "../yaml/anchors";
import {
  asNode,
  entriesOf,
  isEmpty,
  type KeyedValue,
  type Node,
  pairOf,
  pairsOf,
  rangeOf,
} from "../yaml/nodes";
import { parseYaml } from "../yaml/parseYaml";
import { aliasBudget, toJs } from "../yaml/toJs";
import type { BlockShape } from "./blockSpan";
import { fileTooLarge, itemTooLong } from "./exceededLimits";
import type { Limits } from "./fileLimits";

/** The unit of checking: the meeting head, or one entry of an item list. */
export interface Unit {
  readonly kind: UnitKind;
  readonly node: Node | null;
  readonly range: Range;
  /** the unit as plain JS values, objects without prototypes */
  readonly value: unknown;
  /** false if the unit could not be converted completely (aliases, depth, size): then the rules skip it */
  readonly isConverted: boolean;
}

export interface ParsedBlock {
  readonly kind: BlockShape["kind"];
  readonly list?: UnitList;
  readonly text: string;
  /** the top-level keys in this block */
  readonly entries: readonly KeyedValue[];
  readonly units: readonly Unit[];
  /** the range of a list or text instead of keys; undefined if the block is a mapping */
  readonly strayText?: Range;
  /** false if the YAML has syntax errors: then `units` may be incomplete and is not checked */
  readonly isValidYaml: boolean;
  /** true if it has look-alike characters: then only these are reported */
  readonly isMisread?: boolean;
  /** computed on request: explaining a syntax error takes many times as long as detecting it */
  readonly problems: () => readonly Finding[];
  readonly unresolvedAliases: readonly string[];
}

/** The kind of a block, and where its items are; only blocks of a file have an indentation of their siblings. */
type Shape = Pick<BlockShape, "kind" | "list"> & Partial<Pick<BlockShape, "stateBefore" | "indentDelta">>;

export function parseBlock(text: string, shape: Shape): ParsedBlock {
  try {
    return parse(text, shape);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...emptyParse(text, shape), problems: () => [tooDeepFinding(text)] };
  }
}

/** The result for a block that exceeds the limits. */
export function tooLargeBlock(text: string, shape: Shape, limits: Limits): ParsedBlock {
  const problem = shape.kind === "tooLarge" ? fileTooLarge(text, limits) : itemTooLong(text, limits);
  return { ...emptyParse(text, shape), problems: () => [problem] };
}

function parse(text: string, shape: Shape): ParsedBlock {
  const unreadableFinding = invalidEncoding(text, shape.kind === "whole");
  if (unreadableFinding) return { ...emptyParse(text, shape), problems: () => [unreadableFinding] };
  const document = parseYaml(text);
  const conflicts = text.includes("<<<<<<<") ? conflictFindings(text) : [];
  if (conflicts.length > 0) return unparsableBlock(text, shape, document, knownProblems(conflicts));
  const lookAlikes = lookAlikesOf(text, shape);
  const error = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
  if (lookAlikes && !(error && lookAlikes.mayBeText && isMisplacedText(text, shape))) {
    const found = { problems: knownProblems([lookAlikes.finding]), isMisread: true };
    const isReadable = !error && !lookAlikes.isStructural;
    return { ...(isReadable ? parsableBlock(text, shape, document) : emptyParse(text, shape)), ...found };
  }
  if (error) return unparsableBlock(text, shape, document, explainLater(text, error, shape));
  const misplaced = misplacedLines(text, shape, document.contents);
  if (misplaced) return unparsableBlock(text, shape, document, knownProblems([misplaced]));
  return parsableBlock(text, shape, document);
}

function lookAlikesOf(text: string, { kind, list, stateBefore }: Shape): ReturnType<typeof lookAlikesIn> {
  const itemColumn = stateBefore?.indent;
  return lookAlikesIn(text, {
    kind,
    ...(list && { list }),
    ...(itemColumn !== undefined && { itemColumn }),
  });
}

/** The result for a block that does not parse, with those of its keys that are on one line. */
function unparsableBlock(
  text: string,
  shape: Shape,
  { contents }: Document.Parsed,
  problems: () => readonly Finding[],
): ParsedBlock {
  const pairs = shape.kind === "item" ? [] : pairsOf(contents);
  // lines of an item or of the meeting head at the margin are no keys of the file
  const entries = pairs.filter(
    ({ name, key }, at) => !spansLines(text, key) && (at === 0 || keysAt([]).includes(name)),
  );
  return {
    ...emptyParse(text, shape),
    entries,
    ...strayTextIn(contents, shape),
    problems,
  };
}

function parsableBlock(text: string, shape: Shape, document: Document.Parsed): ParsedBlock {
  const root = document.contents;
  const entries = shape.kind === "item" ? [] : pairsOf(root);
  const stray = strayTextIn(root, shape);
  const anchors = new Anchors(document);
  const { units, problems, unresolvedAliases } = readUnits(text, locateUnits(root, shape, entries), anchors);
  return {
    ...emptyParse(text, shape),
    entries,
    units,
    ...stray,
    isValidYaml: true,
    problems: knownProblems([...rootProblems(text, shape, document, stray.strayText), ...problems]),
    unresolvedAliases:
      units.length === 0 && text.includes("*")
        ? [...unresolvedAliases, ...anchors.missing()]
        : unresolvedAliases,
  };
}

function rootProblems(
  text: string,
  shape: Pick<BlockShape, "kind">,
  { contents, errors }: Document.Parsed,
  strayText: Range | undefined,
): readonly Finding[] {
  const second = errors.find(({ code }) => code === "MULTIPLE_DOCS");
  return [
    ...(second ? [secondDocument(text, second.pos[0])] : []),
    ...(strayText && shape.kind === "key" ? [strayTextFinding(text, strayText)] : []),
    ...(shape.kind === "key" ? keysOfSeveralLines(contents) : []),
  ];
}

/** `? place: x` at the root: YAML reads all words after the `?` as a key. */
function keysOfSeveralLines(root: Node | null): readonly Finding[] {
  const keys = isMap(root) ? root.items.map(({ key }) => asNode(key)) : [];
  return keys.flatMap((key): readonly Finding[] => {
    if (!key || isScalar(key)) return [];
    const { start } = rangeOf(pairsOf(key)[0]?.key ?? key);
    const message = "Expected a key: remove the `?` before it.";
    return [{ code: "yaml-syntax", range: { start, end: start + 1 }, message }];
  });
}

/** The range of the content instead of keys if the root is not a map. */
function strayTextIn(root: Node | null, shape: Pick<BlockShape, "kind">): { readonly strayText?: Range } {
  const isStray = root && shape.kind !== "item" && !isMap(root) && !isEmpty(root);
  return isStray ? { strayText: rangeOf(root) } : {};
}

function readUnits(
  text: string,
  places: readonly LocatedUnit[],
  anchors: Anchors,
): Pick<ParsedBlock, "units" | "unresolvedAliases"> & { readonly problems: readonly Finding[] } {
  const budget = aliasBudget(text.length);
  const problems: Finding[] = [];
  const unresolvedAliases: string[] = [];
  const units = places.map(({ kind, node }): Unit => {
    const conversion = toJs(node, anchors, budget);
    problems.push(...conversion.problems);
    for (const name of conversion.unresolved) unresolvedAliases.push(name);
    const range = node ? rangeOf(node) : { start: 0, end: text.length };
    return { kind, node, range, value: conversion.value, isConverted: conversion.problems.length === 0 };
  });
  return { units, problems, unresolvedAliases };
}

// closures are created in these functions so that they do not retain the parsed document
function explainLater(text: string, error: YAMLError, shape: Shape): () => readonly Finding[] {
  return () => [explain(text, error, shape)];
}

function knownProblems(problems: readonly Finding[]): () => readonly Finding[] {
  return () => problems;
}

/**
 * True for a "key" over several lines, which a parser finds in broken text: `<<<<<<< HEAD` and everything up
 * to the next colon.
 */
function spansLines(text: string, key: Node): boolean {
  const { start, end } = rangeOf(key);
  return text.slice(start, end).includes("\n");
}

/** `---` between two meetings: only the first one is analysed, and this finding reports it. */
function secondDocument(text: string, offset: number): Finding {
  const start = Math.min(offset, text.length);
  const message = "Second YAML document: a file must hold one meeting only.";
  return { code: "yaml-syntax", range: { start, end: Math.min(start + 3, text.length) }, message };
}

function emptyParse(text: string, shape: Shape): ParsedBlock {
  return {
    kind: shape.kind,
    ...(shape.list && { list: shape.list }),
    text,
    entries: [],
    units: [],
    isValidYaml: false,
    problems: knownProblems([]),
    unresolvedAliases: [],
  };
}

interface LocatedUnit {
  readonly kind: UnitKind;
  readonly node: Node | null;
}

function locateUnits(
  root: Node | null,
  shape: Shape,
  entries: readonly KeyedValue[],
): readonly LocatedUnit[] {
  if (shape.kind === "item" && shape.list) {
    const kind = shape.list;
    return isSeq(root) && root.items.length > 0 ? unitsOf(entriesOf(root), kind) : [];
  }
  return entries.flatMap(({ name, value }): readonly LocatedUnit[] => {
    if (name === "meeting" && isMap(value)) return [{ kind: "meeting", node: value }];
    const kind = unitLists.find((list) => list === name);
    return kind ? unitsOf(entriesOf(value), kind) : [];
  });
}

function unitsOf(entries: readonly (Node | null)[], list: UnitList): readonly LocatedUnit[] {
  return entries.map((node) => ({ kind: list === "contributions" && isBreak(node) ? "breaks" : list, node }));
}

/** True for `break: Coffee` without a title. */
function isBreak(node: Node | null): boolean {
  return isMap(node) && pairOf(node, "break") !== undefined && pairOf(node, "title") === undefined;
}
