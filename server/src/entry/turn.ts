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
