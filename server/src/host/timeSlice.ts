import type { Steps } from "../core/suggest/steps";

/** Maximum milliseconds of background work before other work runs; shorter than a frame on screen. */
const maxSliceMilliseconds = 8;

/** A time slice of background work. */
export class TimeSlice {
  #end: number;

  /** @param length of the first slice, in milliseconds */
  constructor(length: number = maxSliceMilliseconds) {
    this.#end = performance.now() + length;
  }

  isOver(): boolean {
    return performance.now() > this.#end;
  }

  /** Yields to the event loop and starts a new slice. */
  yieldToEventLoop(): Promise<void> {
    return new Promise((resolve) =>
      setImmediate(() => {
        this.#end = performance.now() + maxSliceMilliseconds;
        resolve();
      }),
    );
  }
}

/**
 * Runs incremental work in time slices.
 * @param isCurrent checked between two slices
 * @returns the result; undefined if the work is no longer needed
 */
export async function runInSlices<T>(steps: Steps<T>, isCurrent: () => boolean): Promise<T | undefined> {
  const slice = new TimeSlice();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (!slice.isOver()) continue;
    await slice.yieldToEventLoop();
    if (!isCurrent()) return undefined;
  }
}
