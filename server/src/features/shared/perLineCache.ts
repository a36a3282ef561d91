/** An LSP result for a block at a line, cached until the block moves to another line. */
export class PerLineCache<T> {
  readonly #create: (line: number) => T;
  #line = -1;
  #cached: T | undefined;

  constructor(create: (line: number) => T) {
    this.#create = create;
  }

  /** @param line at which the block starts, 0-based */
  at(line: number): T {
    if (this.#line !== line || this.#cached === undefined) this.#cached = this.#create(line);
    this.#line = line;
    return this.#cached;
  }
}
