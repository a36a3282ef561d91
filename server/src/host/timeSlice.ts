import type { Steps } from "../core/suggest/steps";

/** Milliseconds that work in the background may take before other work has its turn: less than a frame on a screen. */
const longest = 8;

/** A turn of the event loop, for work that is done a slice at a time. */
export class Turn {
  #end: number;

  /** @param length of the first slice, in milliseconds */
  constructor(length: number = longest) {
    this.#end = performance.now() + length;
  }

  isOver(): boolean {
    return performance.now() > this.#end;
  }

  /** Resolves once what waited had its turn. */
  next(): Promise<void> {
    return new Promise((resolve) =>
      setImmediate(() => {
        this.#end = performance.now() + longest;
        resolve();
      }),
    );
  }
}

/**
 * Does work a slice at a time.
 * @param isWanted asked between two slices
 * @returns what the work yields in the end; nothing where it is not wanted any more
 */
export async function inTurns<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | undefined> {
  const turn = new Turn();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (!turn.isOver()) continue;
    await turn.next();
    if (!isWanted()) return undefined;
  }
}
