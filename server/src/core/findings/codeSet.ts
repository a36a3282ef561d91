import { type Code, codes } from "./codes";

/** Codes as the bits of a number, in the order of `codes`: what thousands of blocks have is told apart quickly. */
export type CodeSet = number;

interface Coded {
  readonly code: Code;
}

/** A set is a 32-bit integer; the sign bit and `repeated` are not for codes. */
const maxCodes = 30;
if (codes.length > maxCodes) throw new Error(`A set of codes holds ${maxCodes} of them; make it larger.`);

const bits: Readonly<Record<string, number>> = Object.fromEntries(codes.map((code, at) => [code, 1 << at]));
/** beyond those of the codes: one of them is there more than once */
const repeated = 1 << 30;

/** The codes of some findings. */
export function codeSet(findings: readonly Coded[]): CodeSet {
  let set = 0;
  for (const { code } of findings) {
    const bit = bits[code] ?? 0;
    set |= (set & bit) !== 0 ? bit | repeated : bit;
  }
  return set;
}

/** The codes for which it holds. */
export function codesWhere(holds: (code: Code) => boolean): CodeSet {
  return codeSet(codes.filter(holds).map((code) => ({ code })));
}

export function haveCommon(left: CodeSet, right: CodeSet): boolean {
  return (left & right & ~repeated) !== 0;
}

/** How many findings there are of each code. */
export class Tally {
  readonly #counts = new Int32Array(codes.length);

  of(code: Code): number {
    return this.#counts[codes.indexOf(code)] ?? 0;
  }

  add(findings: readonly Coded[], by = 1): void {
    for (const { code } of findings) {
      const at = codes.indexOf(code);
      this.#counts[at] = (this.#counts[at] ?? 0) + by;
    }
  }

  addAll(other: Tally): void {
    other.#counts.forEach((count, at) => {
      this.#counts[at] = (this.#counts[at] ?? 0) + count;
    });
  }

  /** Adds what has the codes of `set`; `findings` is asked only where one of them is there more than once. */
  addSet(set: CodeSet, findings: () => readonly Coded[]): void {
    const isPlain = (set & repeated) === 0;
    if (!isPlain) this.add(findings());
    for (let left = isPlain ? set : 0; left !== 0; left &= left - 1) {
      const at = 31 - Math.clz32(left & -left);
      this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    }
  }
}
