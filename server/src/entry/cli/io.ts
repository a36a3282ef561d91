/** Where a command writes. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colours: boolean;
}

/** The arguments make no sense, or something cannot be read: one line for standard error, exit 2. */
export class Unusable extends Error {}

/** @returns the report format that was asked for, `text` where none was */
export function formatFrom<F extends string>(reports: Readonly<Record<F, unknown>>, asked = "text"): F {
  return chosen("format", Object.keys(reports) as F[], asked);
}

/** @returns the one of `known` that was asked for, the first where none was */
export function chosen<T extends string>(what: string, known: readonly T[], asked?: string): T {
  const choice = asked === undefined ? known[0] : known.find((name) => name === asked);
  if (choice === undefined) throw new Unusable(`unknown ${what} "${asked}"; there is ${known.join(", ")}`);
  return choice;
}

/** `1 file`, `2 files` */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
