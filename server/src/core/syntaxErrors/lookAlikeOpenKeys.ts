import type { ValueKind } from "./lookAlikeKey";

/** A key whose value may be on the lines below it. */
export interface OpenKey {
  readonly column: number;
  readonly name: string;
  readonly kind: ValueKind | undefined;
  /** true if the value is on the lines below */
  readonly isEmpty: boolean;
}

/** The keys around the line that is read, the outermost first, and the columns at which keys and entries begin. */
export class OpenKeys {
  readonly #keys: OpenKey[] = [];
  readonly #columns = new Set<number>();

  get last(): OpenKey | undefined {
    return this.#keys.at(-1);
  }

  /** The innermost key if it may have a list on the lines below. */
  get list(): OpenKey | undefined {
    const key = this.last;
    return key?.isEmpty && (key.kind === "names" || key.kind === "texts" || key.kind === "maps")
      ? key
      : undefined;
  }

  hasKeyAt(column: number): boolean {
    return this.#keys.some((key) => key.column === column);
  }

  hasColumn(column: number): boolean {
    return this.#columns.has(column);
  }

  addColumns(...columns: readonly number[]): void {
    for (const column of columns) this.#columns.add(column);
  }

  open(key: OpenKey): void {
    this.#keys.push(key);
  }

  /** Closes the innermost keys up to one that is still open. @returns the closed keys */
  closeUnless(isOpen: (key: OpenKey) => boolean): readonly OpenKey[] {
    return this.#keys.splice(this.#keys.findLastIndex(isOpen) + 1);
  }

  reopen(keys: readonly OpenKey[]): void {
    this.#keys.push(...keys);
  }
}
