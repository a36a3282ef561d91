import { type Code, codes } from "./codes";

/**
 * A set of codes as bits of a number, in the order of `codes`, so that thousands of blocks are filtered
 * quickly.
 */
export type CodeSet = number;

interface WithCode {
  readonly code: Code;
}

/** A set is a 32-bit integer; the sign bit and `repeated` are not for codes. */
const maxCodes = 30;
if (codes.length > maxCodes) throw new Error(`A set of codes holds ${maxCodes} of them; make it larger.`);

const bits: Readonly<Record<string, number>> = Object.fromEntries(codes.map((code, at) => [code, 1 << at]));
/** bit 30: at least one code occurs more than once */
const repeatedBit = 1 << 30;

/** The codes of some findings. */
export function codeSet(findings: readonly WithCode[]): CodeSet {
  let set = 0;
  for (const { code } of findings) {
    const bit = bits[code] ?? 0;
    set |= (set & bit) !== 0 ? bit | repeatedBit : bit;
  }
  return set;
}

/** The set of codes for which the predicate is true. */
export function codesWhere(predicate: (code: Code) => boolean): CodeSet {
  return codeSet(codes.filter(predicate).map((code) => ({ code })));
}

export function intersects(left: CodeSet, right: CodeSet): boolean {
  return (left & right & ~repeatedBit) !== 0;
}

/** The number of findings by code. */
export class Tally {
  readonly #counts = new Int32Array(codes.length);

  countOf(code: Code): number {
    return this.#counts[codes.indexOf(code)] ?? 0;
  }

  add(findings: readonly WithCode[], delta = 1): void {
    for (const { code } of findings) {
      const at = codes.indexOf(code);
      this.#counts[at] = (this.#counts[at] ?? 0) + delta;
    }
  }

  addAll(added: Tally): void {
    added.#counts.forEach((count, at) => {
      this.#counts[at] = (this.#counts[at] ?? 0) + count;
    });
  }

  /** Counts one finding for each code of `set`; calls `findings` only if a code occurs more than once. */
  addSet(set: CodeSet, findings: () => readonly WithCode[]): void {
    const hasNoRepeats = (set & repeatedBit) === 0;
    if (!hasNoRepeats) this.add(findings());
    for (
      let remainingBits = hasNoRepeats ? set : 0;
      remainingBits !== 0;
      remainingBits &= remainingBits - 1
    ) {
      const at = 31 - Math.clz32(remainingBits & -remainingBits);
      this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    }
  }
}
