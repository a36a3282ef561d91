/** Milliseconds that work in the background may take before other work has its turn: less than a frame on a screen. */
const longest = 8;

/** A turn of the event loop, for work that is done a slice at a time. */
export class Turn {
  #end = performance.now() + longest;

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
