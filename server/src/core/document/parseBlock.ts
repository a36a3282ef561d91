/** Parses one block and names its parts. Offsets are relative to the block's start. */
import { type Document, isMap, isSeq, type YAMLError } from "yaml";
import type { Finding } from "../findings/finding";
import { type ItemList, itemLists, type UnitKind } from "../schema/itemKinds";
import { explain, tooDeep } from "../syntaxErrors/explain";
import { keylessLine } from "../syntaxErrors/strayText";
import { unreadable } from "../syntaxErrors/unreadableText";
import type { Range } from "../text/range";
import { Anchors } from "../yaml/anchors";
import { entriesOf, isEmpty, type KeyedValue, type Node, pairsOf, rangeOf } from "../yaml/nodes";
import { parseYaml } from "../yaml/parseYaml";
import { type Budget, maxAliased, toPlain } from "../yaml/toPlain";
import { type Limits, tooLarge, tooLong } from "./limits";
import type { Cut } from "./splitIntoBlocks";

/** What is checked by itself: the meeting's head, or one entry of an item list. */
export interface Unit {
  readonly kind: UnitKind;
  readonly node: Node | null;
  readonly range: Range;
  /** the unit as plain values, without prototypes */
  readonly value: unknown;
  /** false where its aliases cannot be followed: then it is not checked further */
  readonly sound: boolean;
}

export interface ParsedBlock {
  readonly kind: Cut["kind"];
  readonly list?: ItemList;
  readonly text: string;
  /** the root's keys that stand in this block */
  readonly entries: readonly KeyedValue[];
  readonly units: readonly Unit[];
  /** where the block is no map, what stands in place of its keys: a list, prose */
  readonly keyless?: Range;
  /** false where the YAML is broken: then `units` may be incomplete and is not checked */
  readonly sound: boolean;
  /** to say why a text is broken takes many times as long as to see that it is */
  readonly problems: () => readonly Finding[];
  readonly unresolvedAliases: readonly string[];
}

export function parseBlock(text: string, piece: Pick<Cut, "kind" | "list">): ParsedBlock {
  try {
    return parse(text, piece);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...nothing(text, piece), problems: () => [tooDeep(text)] };
  }
}

/** What is beyond the limits. */
export function unreadBlock(text: string, piece: Pick<Cut, "kind" | "list">, limits: Limits): ParsedBlock {
  const problem = piece.kind === "unread" ? tooLarge(text, limits) : tooLong(text, limits);
  return { ...nothing(text, piece), problems: () => [problem] };
}

function parse(text: string, piece: Pick<Cut, "kind" | "list">): ParsedBlock {
  const obstacle = unreadable(text, piece.kind === "whole");
  if (obstacle) return { ...nothing(text, piece), problems: () => [obstacle] };
  const document = parseYaml(text);
  const error = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
  return error ? broken(text, piece, document, error) : readable(text, piece, document);
}

/** A block that does not parse: of its keys those that are on one line. */
function broken(
  text: string,
  piece: Pick<Cut, "kind" | "list">,
  { contents }: Document.Parsed,
  error: YAMLError,
): ParsedBlock {
  const entries = piece.kind === "item" ? [] : pairsOf(contents).filter(({ key }) => !spansLines(text, key));
  return { ...nothing(text, piece), entries, ...inPlaceOfKeys(contents, piece), problems: why(text, error) };
}

function readable(text: string, piece: Pick<Cut, "kind" | "list">, document: Document.Parsed): ParsedBlock {
  const root = document.contents;
  const entries = piece.kind === "item" ? [] : pairsOf(root);
  const stray = inPlaceOfKeys(root, piece);
  const anchors = new Anchors(document);
  const { units, problems, unresolvedAliases } = readUnits(text, unitPlaces(root, piece, entries), anchors);
  return {
    ...nothing(text, piece),
    entries,
    units,
    ...stray,
    sound: true,
    problems: all([...rootProblems(text, piece, document, stray.keyless), ...problems]),
    unresolvedAliases:
      units.length === 0 && text.includes("*")
        ? [...unresolvedAliases, ...anchors.missing()]
        : unresolvedAliases,
  };
}

function rootProblems(
  text: string,
  piece: Pick<Cut, "kind">,
  { errors }: Document.Parsed,
  keyless: Range | undefined,
): readonly Finding[] {
  const second = errors.find(({ code }) => code === "MULTIPLE_DOCS");
  return [
    ...(second ? [separate(text, second.pos[0])] : []),
    ...(keyless && piece.kind === "key" ? [keylessLine(text, keyless)] : []),
  ];
}

/** The range of what is in place of the keys where the root is no map. */
function inPlaceOfKeys(root: Node | null, piece: Pick<Cut, "kind">): { readonly keyless?: Range } {
  const isStray = root && piece.kind !== "item" && !isMap(root) && !isEmpty(root);
  return isStray ? { keyless: rangeOf(root) } : {};
}

function readUnits(
  text: string,
  places: readonly UnitPlace[],
  anchors: Anchors,
): Pick<ParsedBlock, "units" | "unresolvedAliases"> & { readonly problems: readonly Finding[] } {
  const budget: Budget = { aliased: maxAliased };
  const problems: Finding[] = [];
  const unresolvedAliases: string[] = [];
  const units = places.map(({ kind, node }): Unit => {
    const plain = toPlain(node, anchors, budget);
    problems.push(...plain.problems);
    for (const name of plain.unresolved) unresolvedAliases.push(name);
    const range = node ? rangeOf(node) : { start: 0, end: text.length };
    return { kind, node, range, value: plain.value, sound: plain.problems.length === 0 };
  });
  return { units, problems, unresolvedAliases };
}

// made here, so that they keep nothing of what was parsed
function why(text: string, error: YAMLError): () => readonly Finding[] {
  return () => [explain(text, error)];
}

function all(problems: readonly Finding[]): () => readonly Finding[] {
  return () => problems;
}

/** `<<<<<<< HEAD` and all up to the next colon: what a parser takes for a key where the text is broken. */
function spansLines(text: string, key: Node): boolean {
  const { start, end } = rangeOf(key);
  return text.slice(start, end).includes("\n");
}

/** `---` between two meetings: the first one is read, and this says so. */
function separate(text: string, offset: number): Finding {
  const start = Math.min(offset, text.length);
  const message = "Second YAML document: a file must hold one meeting only.";
  return { code: "yaml-syntax", range: { start, end: Math.min(start + 3, text.length) }, message };
}

function nothing(text: string, piece: Pick<Cut, "kind" | "list">): ParsedBlock {
  return {
    kind: piece.kind,
    ...(piece.list && { list: piece.list }),
    text,
    entries: [],
    units: [],
    sound: false,
    problems: all([]),
    unresolvedAliases: [],
  };
}

interface UnitPlace {
  readonly kind: UnitKind;
  readonly node: Node | null;
}

function unitPlaces(
  root: Node | null,
  piece: Pick<Cut, "kind" | "list">,
  entries: readonly KeyedValue[],
): readonly UnitPlace[] {
  if (piece.kind === "item" && piece.list) {
    const kind = piece.list;
    return isSeq(root)
      ? root.items.length === 0
        ? []
        : entriesOf(root).map((node) => ({ kind, node }))
      : [];
  }
  return entries.flatMap(({ name, value }): readonly UnitPlace[] => {
    if (name === "meeting" && isMap(value)) return [{ kind: "meeting", node: value }];
    const kind = itemLists.find((list) => list === name);
    return kind ? entriesOf(value).map((node) => ({ kind, node })) : [];
  });
}
