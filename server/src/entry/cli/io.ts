/** Where a command writes. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colours: boolean;
  /** tells how far a long run is; nothing where nobody watches */
  readonly progress?: Progress;
}

export interface Progress {
  readonly at: (done: number, of: number) => void;
  readonly end: () => void;
}

/** Milliseconds before a run counts as long, and between two lines. */
const patience = 1000;
const pause = 100;

/**
 * A line that overwrites itself and is gone at the end.
 * @param now milliseconds on any clock
 */
export function progressLine(write: (text: string) => void, now: () => number): Progress {
  let last = now() + patience - pause;
  let isShown = false;
  return {
    at: (done, of) => {
      if (now() - last < pause) return;
      last = now();
      isShown = true;
      write(`\r\u001b[Kreading ${done} of ${of} files`);
    },
    end: () => {
      if (isShown) write("\r\u001b[K");
      isShown = false;
    },
  };
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
