/**
 * One contributions file as kept between keystrokes: its blocks, each parsed and checked once until
 * its text changes, and what looks across them.
 */
import { visit } from "yaml";
import { cut, type Piece } from "./blocks";
import { type Finding, shiftFinding } from "./finding";
import { type KeyedValue, rangeOf } from "./nodes";
import { type ParsedBlock, parseBlock, type Unit } from "./parse";
import { contains, lineAt, type Range } from "./range";
import { foreignFile } from "./rules/foreignFile";
import { documentRules, unitRules } from "./rules/index";
import type { RuleContext } from "./rules/rule";
import type { Suggester } from "./suggest/index";
import { type Summary, summarise } from "./summary";
import {
  looksAcross,
  type Suppression,
  shiftSuppression,
  silence,
  suppressionsIn,
  unusedFindings,
} from "./suppression";
import type { Vocabulary } from "./vocabulary";

/** A block with all that is known of it; offsets are relative to its start. */
interface KeptBlock extends ParsedBlock {
  readonly summaries: readonly Summary[];
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
}

/** A kept block at its place: `start` and `end` are offsets in the file. */
export interface PlacedBlock extends Range {
  readonly block: KeptBlock;
  readonly piece: Piece;
}

export interface PlacedItem {
  /** the offset in the file that all ranges of `unit` and `summary` are relative to */
  readonly start: number;
  readonly unit: Unit;
  readonly summary: Summary;
  readonly block: KeptBlock;
}

export interface PlacedEntry {
  /** the offset in the file that the entry's ranges are relative to */
  readonly start: number;
  readonly entry: KeyedValue;
  readonly block: KeptBlock;
}

export interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly suggester: Suggester;
  /** ISO 8601 date of the reader's day */
  readonly today: string;
}

export class MeetingDocument {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
  readonly #knowledge: Knowledge;
  #findings: readonly Finding[] | undefined;
  #items: readonly PlacedItem[] | undefined;

  private constructor(text: string, blocks: readonly PlacedBlock[], knowledge: Knowledge) {
    this.text = text;
    this.blocks = blocks;
    this.#knowledge = knowledge;
  }

  /**
   * Reads `text`; blocks whose text stands in `previous` too are taken over as they are, provided
   * that both know the same catalogue.
   */
  static read(text: string, knowledge: Knowledge, previous?: MeetingDocument): MeetingDocument {
    const known = new Map<string, KeptBlock>();
    const source = previous && previous.#knowledge === knowledge ? previous.blocks : [];
    for (const { block, piece } of source) known.set(keyOf(piece, block.text), block);
    const keep = (piece: Piece): PlacedBlock => {
      const own = text.slice(piece.start, piece.end);
      const block = known.get(keyOf(piece, own)) ?? keepBlock(own, piece, knowledge);
      return { start: piece.start, end: piece.end, block, piece };
    };
    const blocks = cut(text).map(keep);
    const whole: Piece = { kind: "whole", start: 0, end: text.length, offBy: 0 };
    return new MeetingDocument(text, sharesAnchors(blocks) ? [keep(whole)] : blocks, knowledge);
  }

  get vocabulary(): Vocabulary {
    return this.#knowledge.vocabulary;
  }

  get suggester(): Suggester {
    return this.#knowledge.suggester;
  }

  get today(): string {
    return this.#knowledge.today;
  }

  /** The meeting's head and all items, in the file's order. */
  units(): readonly PlacedItem[] {
    this.#items ??= this.blocks.flatMap(({ start, block }) =>
      block.units.flatMap((unit, index) => {
        const summary = block.summaries[index];
        return summary ? [{ start, unit, summary, block }] : [];
      }),
    );
    return this.#items;
  }

  /** The entries of `contributions`, `surveys` and `discussion`, in the file's order. */
  items(): readonly PlacedItem[] {
    return this.units().filter(({ unit }) => unit.kind !== "meeting");
  }

  /** The root's keys, in the file's order. */
  entries(): readonly PlacedEntry[] {
    return this.blocks.flatMap(({ start, block }) => block.entries.map((entry) => ({ start, entry, block })));
  }

  /** True where some text was not read: then nothing can be said of what the file lacks. */
  isBroken(): boolean {
    return this.blocks.some(
      ({ block }) => !block.sound || block.problems.some(({ code }) => code === "yaml-syntax"),
    );
  }

  /** The block that holds `offset`; at a border the one that begins there. */
  blockAt(offset: number): PlacedBlock | undefined {
    return this.blocks.findLast(({ start }) => start <= offset) ?? this.blocks[0];
  }

  /** The unit whose text holds `offset`. */
  unitAt(offset: number): PlacedItem | undefined {
    return this.units().find(({ start, unit }) => contains(unit.range, offset - start));
  }

  /** All findings that are not suppressed, by place; offsets are the file's. */
  findings(): readonly Finding[] {
    this.#findings ??= this.#collect();
    return this.#findings;
  }

  #collect(): readonly Finding[] {
    const foreign = foreignFile(this);
    if (foreign) return this.#suppress([foreign]);
    const own = this.blocks.flatMap(({ start, block, piece }) => [
      ...block.findings.map((finding) => shiftFinding(finding, start)),
      ...offLine(piece, this.text),
    ]);
    const all = [...own, ...documentRules.flatMap((rule) => rule(this))];
    return [...this.#suppress(all)].sort(
      (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
    );
  }

  /** A suppression in a broken block is not called unused: what it silences cannot be seen now. */
  #suppress(findings: readonly Finding[]): readonly Finding[] {
    const sure = new Set<Suppression>();
    const isBroken = this.isBroken();
    const suppressions = this.blocks.flatMap(({ start, block }) =>
      block.suppressions.map((own) => {
        const suppression = shiftSuppression(own, start);
        if (block.sound && !(isBroken && looksAcross(suppression))) sure.add(suppression);
        return suppression;
      }),
    );
    if (suppressions.length === 0) return findings;
    const { heard, scoped } = silence(findings, suppressions, this.text);
    const idle = scoped.filter(({ suppression }) => sure.has(suppression));
    const unused = idle.flatMap(({ suppression, silenced }) =>
      unusedFindings(suppression, silenced, this.text),
    );
    return [...heard, ...unused];
  }
}

function keyOf(piece: Piece, text: string): string {
  return `${piece.kind} ${piece.list ?? ""}\n${text}`;
}

function keepBlock(text: string, piece: Piece, knowledge: Knowledge): KeptBlock {
  const parsed = parseBlock(text, piece);
  const context: RuleContext = { text, ...knowledge };
  const findings = parsed.units
    .filter(({ sound }) => sound)
    .flatMap((unit) => unitRules.flatMap((rule) => rule(unit, context)));
  return {
    ...parsed,
    summaries: parsed.units.map(summarise),
    findings: parsed.sound ? [...parsed.problems, ...findings] : parsed.problems,
    suppressions: suppressionsIn(
      text,
      parsed.units.map(({ range }) => range),
      literalsOf(parsed),
    ),
  };
}

/** Ranges of scalars that may hold a `#` of their own. */
function literalsOf(parsed: ParsedBlock): readonly Range[] {
  if (!parsed.text.includes("wlcg-notes-disable")) return [];
  const ranges: Range[] = [];
  const roots = [...parsed.units.map(({ node }) => node), ...parsed.entries.map(({ value }) => value)];
  for (const root of roots) {
    if (root) visit(root, { Scalar: (_, node) => void ranges.push(rangeOf(node)) });
  }
  return ranges;
}

/** An alias in one block to an anchor in another: then the blocks cannot be read apart. */
function sharesAnchors(blocks: readonly PlacedBlock[]): boolean {
  const missing = blocks.flatMap(({ block }) => block.unresolvedAliases);
  return (
    missing.length > 0 && blocks.some(({ block }) => block.anchors.some((anchor) => missing.includes(anchor)))
  );
}

/** An item that stands further left or right than its siblings: valid by itself, not in its list. */
function offLine(piece: Piece, text: string): readonly Finding[] {
  if (piece.offBy === 0) return [];
  const dash = text.indexOf("-", firstLineOfItem(text, piece));
  const line = lineAt(text, dash);
  const by = -piece.offBy;
  const lines = text.slice(line.start, piece.end).split("\n");
  const spaces = Math.abs(by) === 1 ? "1 space" : `${by} spaces`;
  let at = line.start;
  const edits = lines.flatMap((source) => {
    const start = at;
    at += source.length + 1;
    if (source.trim() === "") return [];
    return [{ start, end: start + Math.max(0, -by), text: " ".repeat(Math.max(0, by)) }];
  });
  return [
    {
      code: "yaml-syntax",
      range: { start: dash, end: line.end },
      message: `This item stands ${spaces} ${by > 0 ? "left" : "right"} of the ones above it.`,
      fixes: () => [{ title: "Line it up with the others", edits, preferred: true }],
    },
  ];
}

function firstLineOfItem(text: string, piece: Piece): number {
  for (let at = piece.start; at < piece.end; ) {
    const line = lineAt(text, at);
    if (/^[ \t]*-/.test(text.slice(line.start, line.end))) return line.start;
    at = text.indexOf("\n", at) + 1;
    if (at === 0) break;
  }
  return piece.start;
}
