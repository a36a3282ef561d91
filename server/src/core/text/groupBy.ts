/** The values of each key, in their order; the keys in the order of their first values. */
export function groupBy<K, T>(
  values: readonly T[],
  keyOf: (value: T, index: number) => K,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const [index, value] of values.entries()) {
    const key = keyOf(value, index);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
