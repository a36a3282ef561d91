/** A logarithmic axis: from values to places. */
export interface Scale {
  place(value: number): number;
  /** the powers of ten within the axis */
  readonly ticks: readonly number[];
}

/** @param from the place of the smallest value, @param to that of the largest */
export function logScale(values: readonly number[], from: number, to: number): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    place: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
    ticks: Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)),
  };
}
