/**
 * Splits a contributions file into blocks by indentation alone: one for each top-level key and one for each
 * entry of the item lists. A syntax error in one block does not affect the next one.
 */

import { hasInvalidEncoding } from "../syntaxErrors/invalidEncoding";
import { BlockScanner, type FindKnownBlock } from "./blockScanner";
import { type BlockSpan, type ScanState, tooLargeSpan, wholeSpan } from "./blockSpan";

/**
 * @param maxBlocks maximum number of blocks of a file
 * @returns the blocks in order, covering the text without gaps; a single `whole` block if the text cannot be split safely
 *   (several documents, a flow collection or a list at the root, directives, an indented root) or is unreadable; a single
 *   `tooLarge` block if there are too many
 */
export function splitIntoBlocks(text: string, maxBlocks = Number.POSITIVE_INFINITY): readonly BlockSpan[] {
  if (hasInvalidEncoding(text)) return [wholeSpan(text)];
  const scanner = new BlockScanner(text);
  const spans = scanner.run(maxBlocks);
  return (spans?.length ?? 0) > maxBlocks ? [tooLargeSpan(text)] : (spans ?? [wholeSpan(text)]);
}

/**
 * Splits a part of a file again, up to the first existing block that is unchanged or to the end of the part.
 * @param text the part, which starts with a block
 * @param stateBefore the scan state before that block; undefined at the start of the file
 * @returns the blocks, relative to the part, and the index of the existing block after them; `undefined` if
 *   the file cannot be split
 */
export function rescan(
  text: string,
  stateBefore: ScanState | undefined,
  findKnownBlock: FindKnownBlock,
): { readonly spans: readonly BlockSpan[]; readonly knownAt?: number } | undefined {
  const scanner = new BlockScanner(text, stateBefore, findKnownBlock);
  const spans = scanner.run();
  return spans && { spans, ...(scanner.knownIndex !== undefined && { knownAt: scanner.knownIndex }) };
}
