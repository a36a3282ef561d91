/** Parses one block and names its parts. Offsets are relative to the block's start. */
import { isMap, isSeq } from "yaml";
import { type ItemList, itemLists, type Piece } from "./blocks";
import type { Finding } from "./finding";
import { entriesOf, type KeyedValue, type Node, pairsOf, rangeOf } from "./nodes";
import { toPlain } from "./plain";
import type { Range } from "./range";
import { explain, parseYaml } from "./syntax";

/** What is checked by itself: the meeting's head, or one entry of an item list. */
export interface Unit {
  readonly kind: "meeting" | ItemList;
  readonly node: Node | null;
  readonly range: Range;
  /** the unit as plain values, without prototypes */
  readonly value: unknown;
  /** false where its aliases cannot be followed: then it is not checked further */
  readonly sound: boolean;
}

export interface ParsedBlock {
  readonly kind: Piece["kind"];
  readonly list?: ItemList;
  readonly text: string;
  /** the root's keys that stand in this block */
  readonly entries: readonly KeyedValue[];
  readonly units: readonly Unit[];
  /** false where the YAML is broken: then `units` may be incomplete and is not checked */
  readonly sound: boolean;
  readonly problems: readonly Finding[];
  readonly anchors: readonly string[];
  readonly unresolvedAliases: readonly string[];
}

export function parseBlock(text: string, piece: Pick<Piece, "kind" | "list">): ParsedBlock {
  try {
    return parse(text, piece);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const range = { start: 0, end: Math.min(text.length, Math.max(1, text.indexOf("\n"))) };
    return {
      ...nothing(text, piece),
      problems: [{ code: "too-complex", range, message: "This is nested too deeply to be read." }],
    };
  }
}

function parse(text: string, piece: Pick<Piece, "kind" | "list">): ParsedBlock {
  const zero = text.indexOf("\0");
  if (zero >= 0) {
    const range = { start: zero, end: zero + 1 };
    const message = "This file holds NUL characters: it is binary, or not encoded as UTF-8.";
    return { ...nothing(text, piece), problems: [{ code: "yaml-syntax", range, message }] };
  }
  const document = parseYaml(text);
  const root = document.contents;
  const error = document.errors[0];
  const entries = piece.kind === "item" ? [] : pairsOf(root);
  const places = error ? [] : unitPlaces(root, piece, entries);
  const problems: Finding[] = error ? [explainOrSeparate(text, error)] : [];
  const unresolvedAliases: string[] = [];
  const units = places.map(({ kind, node }) => {
    const plain = toPlain(node, document);
    problems.push(...plain.problems);
    unresolvedAliases.push(...plain.unresolved);
    return {
      kind,
      node,
      range: node ? rangeOf(node) : { start: 0, end: text.length },
      value: plain.value,
      sound: plain.problems.length === 0,
    };
  });
  return {
    kind: piece.kind,
    ...(piece.list && { list: piece.list }),
    text,
    entries,
    units,
    sound: !error,
    problems,
    anchors: [...text.matchAll(/&([\w-]+)/g)].map((match) => match[1] ?? ""),
    unresolvedAliases,
  };
}

function explainOrSeparate(text: string, error: Parameters<typeof explain>[1]): Finding {
  if (error.code !== "MULTIPLE_DOCS") return explain(text, error);
  const start = Math.min(error.pos[0], text.length);
  const message = "A second document starts here: keep one meeting to a file.";
  return { code: "yaml-syntax", range: { start, end: Math.min(start + 3, text.length) }, message };
}

function nothing(text: string, piece: Pick<Piece, "kind" | "list">): ParsedBlock {
  return {
    kind: piece.kind,
    ...(piece.list && { list: piece.list }),
    text,
    entries: [],
    units: [],
    sound: false,
    problems: [],
    anchors: [],
    unresolvedAliases: [],
  };
}

interface UnitPlace {
  readonly kind: Unit["kind"];
  readonly node: Node | null;
}

function unitPlaces(
  root: Node | null,
  piece: Pick<Piece, "kind" | "list">,
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
