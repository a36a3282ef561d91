import { constants } from "node:os";

const signalNames = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Milliseconds within which a second signal counts as the first one: a wrapper and a terminal both send it. */
const duplicateSignalWindow = 100;

/** A signal asked the program to end, and what it was writing is whole. */
export class InterruptedError extends Error {
  /** 128 and the signal's number, as shells count */
  readonly exitCode: number;

  /** @param options the error that the work ended with, if any, as `cause` */
  constructor(signal: NodeJS.Signals, options?: ErrorOptions) {
    super(`interrupted by ${signal}`, options);
    this.exitCode = exitCodeOf(signal);
  }
}

/**
 * Runs `work`, the writing of one file, to its end: a signal that asks the program to end waits for it, and a second
 * one ends the program at once. At all other times the system ends the program at the first signal.
 * @returns the interruption where a signal came meanwhile
 * @throws what `work` throws; where a signal came, an Interrupted with that as its cause
 */
export async function withoutInterruption(work: () => Promise<void>): Promise<InterruptedError | undefined> {
  const caught: { signal?: NodeJS.Signals; time?: number } = {};
  const onSignal = (signal: NodeJS.Signals): void => {
    const now = performance.now();
    if (caught.time !== undefined && now - caught.time >= duplicateSignalWindow)
      process.exit(exitCodeOf(signal));
    caught.signal ??= signal;
    caught.time ??= now;
  };
  for (const name of signalNames) process.on(name, onSignal);
  try {
    await work();
    // a signal that came during the last step is delivered now
    await new Promise(setImmediate);
  } catch (error) {
    throw caught.signal ? new InterruptedError(caught.signal, { cause: error }) : error;
  } finally {
    for (const name of signalNames) process.off(name, onSignal);
  }
  return caught.signal && new InterruptedError(caught.signal);
}

function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
