import { isMap, isSeq } from "yaml";
import type { Vocabulary } from "../catalogue/vocabulary";
import type { BlockDocument, PlacedEntry } from "../document/blockDocument";
import { type Finding, shiftFinding } from "../findings/finding";
import { itemLists } from "../schema/itemKinds";
import { keysAt, requiredAt } from "../schema/schema";
import { inMessage } from "../text/displayText";
import { lineAt, lineEndOf, shiftRange } from "../text/range";
import { isEmpty, rangeOf } from "../yaml/nodes";
import { emptyKey } from "./emptyKey";
import { listEdits } from "./valueFixes";

/** What the rules of the root take from outside the file. */
export interface RootContext {
  readonly vocabulary: Vocabulary;
  /** ISO 8601 date for what has to be filled in */
  readonly today: string;
}

/** The file's own keys: `missing-key`, `unknown-key`, `duplicate-key`, `wrong-type` at the root. */
export function rootKeys(document: BlockDocument, context: RootContext): readonly Finding[] {
  const entries = document.entries().filter((placed) => isAtRoot(placed, document.text));
  const first = entries[0];
  if (!first) return document.isBroken() ? [] : [emptyFile(document, context)];
  const names = entries.map(({ entry }) => entry.name);
  return [
    ...missing(document, names, first, context),
    ...entries.flatMap((placed, index) =>
      check(placed, names, entries[names.indexOf(placed.entry.name)], index, document, context),
    ),
  ];
}

/** In a broken block, what the parser took for a key of the root may be one of `\ttitle: x`, or nothing at all. */
function isAtRoot(placed: PlacedEntry, text: string): boolean {
  const { start, end } = keyRange(placed);
  return placed.block.sound || (start < end && (start === 0 || text[start - 1] === "\n"));
}

function missing(
  document: BlockDocument,
  names: readonly string[],
  first: PlacedEntry,
  { vocabulary, today }: RootContext,
): readonly Finding[] {
  const indent = " ".repeat(columnOf(first, document.text));
  const nearMisses = names.flatMap((name) => vocabulary.nearest(name, keysAt([]))[0] ?? []);
  return requiredAt([])
    .filter((key) => !names.includes(key) && !nearMisses.includes(key) && !document.isBroken())
    .map((key): Finding => {
      const eol = lineEndOf(document.text);
      const atStart = key === "meeting";
      const needsBreak = !atStart && document.text !== "" && !document.text.endsWith("\n");
      const skeleton = atStart
        ? ["meeting:", "  title: Untitled", `  date: ${today}`, ""].join(eol + indent)
        : `${needsBreak ? eol : ""}${[`${indent}contributions:`, "  - title: Untitled", "    themes: none"].join(eol + indent)}${eol}`;
      const at = atStart ? first.start + rangeOf(first.entry.key).start : document.text.length;
      return {
        code: "missing-key",
        range: keyRange(first),
        message: `The file needs ${key === "meeting" ? "a `meeting` with its title and date" : "`contributions`, a list"}.`,
        fixes: () => [
          { title: `Add \`${key}\``, edits: [{ start: at, end: at, text: skeleton }], preferred: true },
        ],
      };
    });
}

/** The column of a key of the root; a byte order mark takes none. */
function columnOf(placed: PlacedEntry, text: string): number {
  const { start } = keyRange(placed);
  const ahead = text.slice(lineAt(text, start).start, start);
  return ahead.startsWith("\uFEFF") ? ahead.length - 1 : ahead.length;
}

function check(
  placed: PlacedEntry,
  names: readonly string[],
  earlier: PlacedEntry | undefined,
  index: number,
  document: BlockDocument,
  { vocabulary }: RootContext,
): readonly Finding[] {
  const { entry, start, block } = placed;
  const known = keysAt([]);
  const name = entry.name;
  const range = keyRange(placed);
  const empty = emptyKey(entry.key, block.text);
  if (empty) return [shiftFinding(empty, start)];
  if (!known.includes(name)) {
    const free = known.filter((key) => !names.includes(key));
    const near = vocabulary.nearest(name, free);
    const fixes = () =>
      near.map((key, rank) => ({
        title: `Replace with \`${key}\``,
        edits: [{ ...range, text: key }],
        preferred: rank === 0,
      }));
    const hint = near[0]
      ? `Did you mean \`${near[0]}\`?`
      : `A file takes ${known.map((key) => `\`${key}\``).join(", ")}.`;
    return [
      {
        code: "unknown-key",
        range,
        message: `\`${inMessage(name, 40)}\` is not a key of the file. ${hint}`,
        fixes,
      },
    ];
  }
  if (names.indexOf(name) < index && earlier) {
    return [
      {
        code: "duplicate-key",
        range,
        message: `\`${name}\` is already there.`,
        related: { range: keyRange(earlier), message: "The first one is here." },
      },
    ];
  }
  const isList = itemLists.some((list) => list === name);
  const value = entry.value;
  if (isEmpty(value)) {
    if (
      !block.sound ||
      (isList && document.list.kept.some(({ piece }) => piece.kind === "item" && piece.list === name))
    )
      return [];
    return requiredAt([]).includes(name)
      ? [{ code: "wrong-type", range, message: `\`${name}\` has nothing in it yet.` }]
      : [];
  }
  if (!block.sound || !value || (isList ? isSeq(value) : isMap(value))) return [];
  const message = isList
    ? `\`${name}\` is a list: start each entry with \`- \`.`
    : "`meeting` is written as keys: `title`, `date` and so on.";
  const valueFixes = () => {
    const edits = isList && !isMap(value) ? listEdits([name], value, block.text) : [];
    return edits.length > 0 ? [{ title: "Make it a list", edits, preferred: true }] : [];
  };
  const finding: Finding = { code: "wrong-type", range: rangeOf(entry.key), message, fixes: valueFixes };
  return [shiftFinding(finding, start)];
}

function keyRange(placed: PlacedEntry): { start: number; end: number } {
  return shiftRange(rangeOf(placed.entry.key), placed.start);
}

function emptyFile(document: BlockDocument, { today }: RootContext): Finding {
  const eol = lineEndOf(document.text);
  const skeleton = [
    "meeting:",
    "  title: Untitled",
    `  date: ${today}`,
    "contributions:",
    "  - title: Welcome",
    "    themes: none",
    "",
  ].join(eol);
  const end = document.text.length;
  const text = end > 0 && !document.text.endsWith("\n") ? eol + skeleton : skeleton;
  return {
    code: "missing-key",
    range: { start: 0, end: Math.min(1, end) },
    message: "This file is empty: a meeting starts with `meeting:` and `contributions:`.",
    fixes: () =>
      isBlank(document.text)
        ? [{ title: "Start a meeting", edits: [{ start: end, end, text }], preferred: true }]
        : [],
  };
}

/** True for comments, blank lines and a document's start: behind a `null` no key may follow. */
function isBlank(text: string): boolean {
  return text.split("\n").every((line) => /^\uFEFF?\s*(?:#|---\s*(?:#|$)|$)/.test(line.slice(0, maxIndent)));
}

/** UTF-16 units of white space after which a line counts as one with text. */
const maxIndent = 1000;
