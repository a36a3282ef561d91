import { groupBy } from "./groupBy";

/** Values by a key, each taken once, in their order. */
export class QueueByKey<T> {
  readonly #values: ReadonlyMap<string | undefined, readonly T[]>;
  readonly #taken = new Map<string, number>();

  /** @param keyOf returns undefined for a value that is never taken */
  constructor(values: readonly T[], keyOf: (value: T) => string | undefined) {
    this.#values = groupBy(values, keyOf);
  }

  /** The next value with this key. */
  take(key: string | undefined): T | undefined {
    if (key === undefined) return undefined;
    const count = this.#taken.get(key) ?? 0;
    this.#taken.set(key, count + 1);
    return this.#values.get(key)?.[count];
  }
}
