/** What is told of a block, made for the line it stands at; kept until the block moves to another line. */
export class AtLine<T> {
  readonly #make: (line: number) => T;
  #line = -1;
  #made: T | undefined;

  constructor(make: (line: number) => T) {
    this.#make = make;
  }

  /** @param line at which the block starts, 0-based */
  at(line: number): T {
    if (this.#line !== line || this.#made === undefined) this.#made = this.#make(line);
    this.#line = line;
    return this.#made;
  }
}
