/** Where a command writes. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colours: boolean;
}

/** The arguments make no sense, or something cannot be read: one line for standard error, exit 2. */
export class Unusable extends Error {}
