import { constants } from "node:os";

const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A signal asked the program to end, and what it was writing is whole. */
export class Interrupted extends Error {
  /** 128 and the signal's number, as shells count */
  readonly exitCode: number;

  constructor(signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`);
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Runs `work` to its end: a signal that asks the program to end waits for it.
 * @param work asks `isEnding` whether to begin with something more
 * @throws Interrupted where there was a signal, or what `work` throws
 */
export async function withoutInterruption(work: (isEnding: () => boolean) => Promise<void>): Promise<void> {
  let caught: NodeJS.Signals | undefined;
  const note = (signal: NodeJS.Signals): void => {
    caught ??= signal;
  };
  for (const name of names) process.on(name, note);
  try {
    await work(() => caught !== undefined);
    // a signal that came during the last step is delivered now
    await new Promise(setImmediate);
  } finally {
    for (const name of names) process.off(name, note);
  }
  if (caught) throw new Interrupted(caught);
}
