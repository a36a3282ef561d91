/** Parses one block and names its parts. Offsets are relative to the block's start. */
import { isMap, isSeq, type YAMLError } from "yaml";
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
  const root = document.contents;
  const error = document.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
  const second = document.errors.find(({ code }) => code === "MULTIPLE_DOCS");
  const entries =
    piece.kind === "item" ? [] : pairsOf(root).filter(({ key }) => !(error && spansLines(text, key)));
  const places = error ? [] : unitPlaces(root, piece, entries);
  const keyless = root && piece.kind !== "item" && !isMap(root) && !isEmpty(root) ? rangeOf(root) : undefined;
  const problems: Finding[] = [
    ...(second ? [separate(text, second.pos[0])] : []),
    ...(keyless && piece.kind === "key" ? [keylessLine(text, keyless)] : []),
  ];
  const unresolvedAliases: string[] = [];
  const anchors = new Anchors(document);
  const budget: Budget = { aliased: maxAliased };
  const units = places.map(({ kind, node }) => {
    const plain = toPlain(node, anchors, budget);
    problems.push(...plain.problems);
    for (const name of plain.unresolved) unresolvedAliases.push(name);
    return {
      kind,
      node,
      range: node ? rangeOf(node) : { start: 0, end: text.length },
      value: plain.value,
      sound: plain.problems.length === 0,
    };
  });
  if (!error && places.length === 0 && text.includes("*")) unresolvedAliases.push(...anchors.missing());
  return {
    kind: piece.kind,
    ...(piece.list && { list: piece.list }),
    text,
    entries,
    units,
    ...(keyless && { keyless }),
    sound: !error,
    problems: error ? why(text, error) : all(problems),
    unresolvedAliases,
  };
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
