import type { Finding, Fix } from "../findings/finding";
import { containsLoneCr } from "../syntaxErrors/invalidEncoding";
import { lineEndsIn, lineStartsOf } from "../text/lines";
import type { Part } from "../text/partIndex";
import type { Range } from "../text/range";
import type { KeyedValue } from "../yaml/nodes";
import type { BlockShape, BlockSpan } from "./blockSpan";
import type { Limits } from "./fileLimits";
import { isItemTooLong } from "./fileLimits";
import type { ItemSummary } from "./itemSummary";
import { type ParsedBlock, parseBlock, tooLargeBlock } from "./parseBlock";
import type { Suppression } from "./suppressionComments";

/** The result of reading a block, without the YAML nodes. */
export interface BlockReading {
  /** true if nothing in it refers to YAML nodes, so that they can be garbage collected */
  readonly holdsNoNodes: boolean;
  /** false if the YAML has syntax errors */
  readonly isValidYaml: boolean;
  readonly hasSyntaxErrors: boolean;
  readonly unresolvedAliases: readonly string[];
  readonly summaries: readonly ItemSummary[];
  readonly findings: readonly Finding[];
  readonly suppressions: readonly Suppression[];
}

/** The nodes that `withNodes` passes to its callback; they must not be stored. */
export type BlockNodes = Pick<ParsedBlock, "entries" | "units">;

/** Reads a parsed block with the rules and their knowledge. */
export interface BlockReader {
  /** limits of the analysis; undefined if there are none */
  readonly limits?: Limits;
  read(parsed: ParsedBlock, shape: BlockShape): BlockReading;
}

export class Block implements Part {
  readonly text: string;
  readonly shape: BlockShape;
  readonly lineEnds: number;
  /**
   * names after `&`, including false matches in text; empty for a whole file, which has no other block to
   * share them with
   */
  readonly anchors: readonly string[];
  readonly #reader: BlockReader;
  #lineStarts: readonly number[] | undefined;
  #memo: Map<unknown, unknown> | undefined;
  #exceedsLimits: boolean | undefined;
  #hasLoneCr: boolean | undefined;
  #isInUse = false;
  #parsed: ParsedBlock | undefined;
  #reading: BlockReading | undefined;
  /** the reading of a block with released nodes, repeated to compute its fixes */
  #readingWithFixes: BlockReading | undefined;

  constructor(text: string, shape: BlockShape, reader: BlockReader) {
    this.text = text;
    this.shape = shapeOf(shape);
    this.lineEnds = lineEndsIn(text);
    this.anchors = isWholeFile(shape) ? noNames : namesAfter("&", text);
    this.#reader = reader;
  }

  get lineStarts(): readonly number[] {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }

  /** True if it contains a CR without an LF, which programs interpret differently. */
  get hasLoneCr(): boolean {
    this.#hasLoneCr ??= this.text.includes("\r") && containsLoneCr(this.text);
    return this.#hasLoneCr;
  }

  /** Names after `*`, including false matches in text. */
  get aliases(): readonly string[] {
    return namesAfter("*", this.text);
  }

  /** False until its content is requested for the first time. */
  get isRead(): boolean {
    return this.#reading !== undefined;
  }

  /** True if it exceeds the limits and is not analysed. */
  get exceedsLimits(): boolean {
    const { limits } = this.#reader;
    if (limits === undefined) return false;
    this.#exceedsLimits ??= this.shape.kind === "tooLarge" || isItemTooLong(this.text, limits);
    return this.#exceedsLimits;
  }

  /** The root keys in this block; their nodes are never released. Empty for the block of an item. */
  get entries(): readonly KeyedValue[] {
    return this.#parse().entries;
  }

  /** The summary of each unit, in the order of `units`. */
  get summaries(): readonly ItemSummary[] {
    return this.#read().summaries;
  }

  /** The range of a list or text instead of keys; undefined if the block is a mapping. */
  get strayText(): Range | undefined {
    return this.#parse().strayText;
  }

  /** False if the YAML has syntax errors: then `units` may be incomplete and is not checked. */
  get isValidYaml(): boolean {
    return this.#reading?.isValidYaml ?? this.#parse().isValidYaml;
  }

  /** True if some of its text could not be parsed, so that missing keys and items cannot be reported. */
  get hasSyntaxErrors(): boolean {
    return this.#read().hasSyntaxErrors;
  }

  /** The block's own findings, ordered by range, including suppressed ones. */
  get findings(): readonly Finding[] {
    return this.#read().findings;
  }

  get suppressions(): readonly Suppression[] {
    return this.#read().suppressions;
  }

  /** Names of aliases without an anchor in this block. */
  get unresolvedAliases(): readonly string[] {
    return this.#read().unresolvedAliases;
  }

  /** The result of `compute` for this block, computed once and cached for the life of the block. */
  cached<T>(compute: (block: Block) => T): T {
    this.#memo ??= new Map();
    if (!this.#memo.has(compute)) this.#memo.set(compute, compute(this));
    return this.#memo.get(compute) as T;
  }

  /**
   * This block, or a copy with another preceding scan state; undefined if its kind, list or alignment
   * differs.
   */
  withShape(shape: BlockShape): Block | undefined {
    const { kind, list, indentDelta, stateBefore } = this.shape;
    if (shape.kind !== kind || shape.list !== list || shape.indentDelta !== indentDelta) return undefined;
    if (isSameScanState(shape.stateBefore, stateBefore)) return this;
    const block = new Block(this.text, shape, this.#reader);
    block.#parsed = this.#parsed;
    block.#reading = this.#reading;
    return block;
  }

  /**
   * Releases the nodes of an item, which take ten times the memory of its text; the block is parsed again if they are
   * needed. Its reading stays cached.
   */
  releaseNodes(): void {
    if (this.shape.kind !== "item" || !this.#reading) return;
    this.#parsed = undefined;
    this.#readingWithFixes = undefined;
    this.#reading = this.#withReleasedNodes(this.#reading);
  }

  /** A reading whose fixes are computed again on request, since a fix refers to the nodes that it changes. */
  #withReleasedNodes(reading: BlockReading): BlockReading {
    if (reading.holdsNoNodes) return reading;
    const findings = reading.findings.map((finding, at) =>
      finding.fixes ? { ...finding, fixes: () => this.withNodes(() => this.#fixesOf(at)) } : finding,
    );
    return { ...reading, findings, holdsNoNodes: true };
  }

  #fixesOf(at: number): readonly Fix[] {
    this.#readingWithFixes ??= this.#reader.read(this.#parse(), this.shape);
    return this.#readingWithFixes.findings[at]?.fixes?.() ?? [];
  }

  /**
   * Calls `use` with the block's nodes and returns its result. Released nodes are parsed again for the call and released
   * after it. The result must not hold nodes of many blocks.
   */
  withNodes<T>(use: (nodes: BlockNodes) => T): T {
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
      limits && this.exceedsLimits
        ? tooLargeBlock(this.text, this.shape, limits)
        : parseBlock(this.text, this.shape);
    return this.#parsed;
  }

  #read(): BlockReading {
    this.#reading ??= this.#reader.read(this.#parse(), this.shape);
    return this.#reading;
  }
}

export function isSameScanState(left: BlockSpan["stateBefore"], right: BlockSpan["stateBefore"]): boolean {
  return left === right || (left.list === right.list && left.indent === right.indent);
}

/** True for a block that is the whole file. */
export function isWholeFile({ kind }: BlockShape): boolean {
  return kind === "whole" || kind === "tooLarge";
}

function shapeOf({ kind, list, indentDelta, stateBefore }: BlockShape): BlockShape {
  return list ? { kind, list, indentDelta, stateBefore } : { kind, indentDelta, stateBefore };
}

const noNames: readonly string[] = [];

function namesAfter(sigil: "&" | "*", text: string): readonly string[] {
  if (!text.includes(sigil)) return noNames;
  const names: string[] = [];
  for (let at = text.indexOf(sigil); at >= 0; at = text.indexOf(sigil, at + 1)) {
    const name = /^[\w-]+/.exec(text.slice(at + 1, at + 200))?.[0];
    if (name) names.push(name);
  }
  return names;
}
