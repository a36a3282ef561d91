import { constants } from "node:os";

const signalNames = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Milliseconds within which a second signal counts as the first one: a wrapper and a terminal both send it.
 */
const duplicateSignalWindow = 100;

/** The program was asked to end by a signal; the file being written is complete. */
export class InterruptedError extends Error {
  /** 128 plus the signal's number, as in shells */
  readonly exitCode: number;

  /** @param options the error of the work, if any, as `cause` */
  constructor(signal: NodeJS.Signals, options?: ErrorOptions) {
    super(`interrupted by ${signal}`, options);
    this.exitCode = exitCodeOf(signal);
  }
}

/**
 * Runs `work`, which writes one file, to its end: a signal to exit is deferred until then, and a second one
 * ends the program at once. At all other times the first signal ends the program.
 * @returns the interruption if a signal arrived meanwhile
 * @throws the error of `work`; if a signal arrived, an InterruptedError with that cause
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
    // a signal during the last step is delivered now
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

/** The exit code after Ctrl-C, as in shells. */
export const interruptedCode = exitCodeOf("SIGINT");

/**
 * Runs `work`, which ends after Ctrl-C: then its signal is aborted.
 * @returns the result of `work`
 * @throws the error of `work`
 */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onSignal = (): void => controller.abort();
  process.on("SIGINT", onSignal);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", onSignal);
  }
}
