/** True if two plain values are equal; the order of keys and the line end at the end of a text do not count. */
export function areSameValues(left: unknown, right: unknown): boolean {
  if (typeof left === "string" && typeof right === "string")
    return withoutLineEnd(left) === withoutLineEnd(right);
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((value, at) => areSameValues(value, right[at]));
  if (!isRecord(left) || !isRecord(right)) return Object.is(left, right);
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && areSameValues(left[key], right[key]))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withoutLineEnd(text: string): string {
  return text.endsWith("\n") ? text.slice(0, -1) : text;
}
