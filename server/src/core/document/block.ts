import type { Finding, Fix } from "../findings/finding";
import { hasLoneReturn } from "../syntaxErrors/unreadableText";
import { lineEndsIn, lineStartsOf } from "../text/lines";
import type { Part } from "../text/partIndex";
import type { Range } from "../text/range";
import type { KeyedValue } from "../yaml/nodes";
import type { Summary } from "./itemSummary";
import type { Limits } from "./limits";
import { isTooLong } from "./limits";
import { type ParsedBlock, parseBlock, unreadBlock } from "./parseBlock";
import type { Cut, Piece } from "./splitIntoBlocks";
import type { Suppression } from "./suppressionComments";

/** What a block says, without what it was read from. */
export interface Reading {
  /** true where nothing in it holds nodes */
  readonly isLight: boolean;
  /** false where the YAML is broken */
  readonly sound: boolean;
  readonly isBroken: boolean;
  readonly unresolvedAliases: readonly string[];
  readonly summaries: readonly Summary[];
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
}

/** What `withNodes` hands out: nodes that must not be kept. */
export type Nodes = Pick<ParsedBlock, "entries" | "units">;

/** What makes a reading of a parsed block: the rules, and what they know. */
export interface BlockReader {
  /** of what is read; none where all is read */
  readonly limits?: Limits;
  read(parsed: ParsedBlock, piece: Cut): Reading;
}

export class KeptBlock implements Part {
  readonly text: string;
  readonly piece: Cut;
  readonly lineEnds: number;
  /** names behind `&`, be they anchors or not; none in a whole file, beside which nothing could share them */
  readonly anchors: readonly string[];
  readonly #reader: BlockReader;
  #lineStarts: readonly number[] | undefined;
  #derived: Map<unknown, unknown> | undefined;
  #isTooLong: boolean | undefined;
  #hasLoneReturn: boolean | undefined;
  #isInUse = false;
  #parsed: ParsedBlock | undefined;
  #reading: Reading | undefined;
  /** what was read again, for the cures, of a block whose reading is light */
  #withCures: Reading | undefined;

  constructor(text: string, piece: Cut, reader: BlockReader) {
    this.text = text;
    this.piece = cutOf(piece);
    this.lineEnds = lineEndsIn(text);
    this.anchors = isAlone(piece) ? none : namesBehind("&", text);
    this.#reader = reader;
  }

  get lineStarts(): readonly number[] {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }

  /** True where it holds a CR that no LF follows, of which programs make different things. */
  get hasLoneReturn(): boolean {
    this.#hasLoneReturn ??= this.text.includes("\r") && hasLoneReturn(this.text);
    return this.#hasLoneReturn;
  }

  /** Names behind `*`, be they aliases or not. */
  get aliases(): readonly string[] {
    return namesBehind("*", this.text);
  }

  /** False until somebody asks for what stands in it. */
  get isRead(): boolean {
    return this.#reading !== undefined;
  }

  /** True where it is beyond the limits, so that nobody looks into it. */
  get isTooLong(): boolean {
    const { limits } = this.#reader;
    if (limits === undefined) return false;
    this.#isTooLong ??= this.piece.kind === "unread" || isTooLong(this.text, limits);
    return this.#isTooLong;
  }

  /** The root's keys that stand in this block; their nodes are never released. None in an item's block. */
  get entries(): readonly KeyedValue[] {
    return this.#parse().entries;
  }

  /** Of each unit the same. */
  get summaries(): readonly Summary[] {
    return this.#read().summaries;
  }

  /** Where the block is no map, what stands in place of its keys: a list, prose. */
  get keyless(): Range | undefined {
    return this.#parse().keyless;
  }

  /** False where the YAML is broken: then `units` may be incomplete and is not checked. */
  get sound(): boolean {
    return this.#reading?.sound ?? this.#parse().sound;
  }

  /** True where some of it could not be read, so that nothing can be said of what it lacks. */
  get isBroken(): boolean {
    return this.#read().isBroken;
  }

  /** What the block says by itself, by place, suppressed or not. */
  get findings(): readonly Finding[] {
    return this.#read().findings;
  }

  get suppressions(): readonly Suppression[] {
    return this.#read().suppressions;
  }

  /** Names of aliases whose anchor does not stand in this block. */
  get unresolvedAliases(): readonly string[] {
    return this.#read().unresolvedAliases;
  }

  /** What `make` makes of the block: worked out once, and kept as long as the block. */
  derive<T>(make: (block: KeptBlock) => T): T {
    this.#derived ??= new Map();
    if (!this.#derived.has(make)) this.#derived.set(make, make(this));
    return this.#derived.get(make) as T;
  }

  /** The same text where it is cut alike but for the lines above it; nothing where it means something else now. */
  as(piece: Cut): KeptBlock | undefined {
    const { kind, list, offBy, before } = this.piece;
    if (piece.kind !== kind || piece.list !== list || piece.offBy !== offBy) return undefined;
    if (isSameState(piece.before, before)) return this;
    const block = new KeptBlock(this.text, piece, this.#reader);
    block.#parsed = this.#parsed;
    block.#reading = this.#reading;
    return block;
  }

  /**
   * Releases the nodes of an item, which take ten times the memory of its text; the block is parsed again where they are
   * needed. What was read of it stays.
   */
  releaseNodes(): void {
    if (this.piece.kind !== "item" || !this.#reading) return;
    this.#parsed = undefined;
    this.#withCures = undefined;
    this.#reading = this.#withoutNodes(this.#reading);
  }

  /** A cure holds the nodes that it changes: it is found again when somebody asks for it. */
  #withoutNodes(reading: Reading): Reading {
    if (reading.isLight) return reading;
    const findings = reading.findings.map((finding, at) =>
      finding.fixes ? { ...finding, fixes: () => this.withNodes(() => this.#curesOf(at)) } : finding,
    );
    return { ...reading, findings, isLight: true };
  }

  #curesOf(at: number): readonly Fix[] {
    this.#withCures ??= this.#reader.read(this.#parse(), this.piece);
    return this.#withCures.findings[at]?.fixes?.() ?? [];
  }

  /**
   * What `use` makes of the block's units, whose nodes are at hand until it returns: where they were released, the block
   * is parsed again and they are released again. The result must not hold nodes of many blocks.
   */
  withNodes<T>(use: (nodes: Nodes) => T): T {
    // a call within another leaves the release to the outer one
    if (this.#isInUse || this.#parsed !== undefined) return use(this.#parse());
    this.#isInUse = true;
    try {
      return use(this.#parse());
    } finally {
      this.#isInUse = false;
      this.releaseNodes();
    }
  }

  #parse(): ParsedBlock {
    const { limits } = this.#reader;
    this.#parsed ??=
      limits && this.isTooLong
        ? unreadBlock(this.text, this.piece, limits)
        : parseBlock(this.text, this.piece);
    return this.#parsed;
  }

  #read(): Reading {
    this.#reading ??= this.#reader.read(this.#parse(), this.piece);
    return this.#reading;
  }
}

export function isSameState(left: Piece["before"], right: Piece["before"]): boolean {
  return left === right || (left.list === right.list && left.indent === right.indent);
}

/** True for a block beside which there is none. */
export function isAlone({ kind }: Cut): boolean {
  return kind === "whole" || kind === "unread";
}

function cutOf({ kind, list, offBy, before }: Cut): Cut {
  return list ? { kind, list, offBy, before } : { kind, offBy, before };
}

const none: readonly string[] = [];

function namesBehind(mark: "&" | "*", text: string): readonly string[] {
  if (!text.includes(mark)) return none;
  const names: string[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const name = /^[\w-]+/.exec(text.slice(at + 1, at + 200))?.[0];
    if (name) names.push(name);
  }
  return names;
}
