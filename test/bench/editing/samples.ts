/** Everything measured, by what was measured, on which server, at which size. */
import type { ServerName } from "./kinds";

export interface Series {
  readonly measure: string;
  readonly unit: Unit;
  readonly server: ServerName;
  /** contributions in the file */
  readonly size: number;
  readonly values: readonly number[];
}

export type Unit = "ms" | "MiB";

export class Samples {
  readonly #series = new Map<string, Series & { readonly values: number[] }>();

  add(measure: string, unit: Unit, server: ServerName, size: number, value: number): void {
    const key = JSON.stringify([measure, server, size]);
    const series = this.#series.get(key);
    if (series) series.values.push(value);
    else this.#series.set(key, { measure, unit, server, size, values: [value] });
  }

  all(): readonly Series[] {
    return [...this.#series.values()];
  }
}
