/** Compares an item before and after lines of its notes were collected: only these lines may be missing. */

/** True if the second value is the first one without some whole lines of its notes, and those of its parts. */
export function lacksOnlyLines(before: unknown, after: unknown, removed: ReadonlySet<string>): boolean {
  if (!isRecord(before) || !isRecord(after)) return false;
  return Object.keys({ ...before, ...after }).every((key) => {
    if (key === "notes") return areRemainingLines(before[key], after[key], removed);
    const [oldValue, newValue] = [before[key], after[key]];
    if (key === "parts" && Array.isArray(oldValue) && Array.isArray(newValue))
      return (
        oldValue.length === newValue.length &&
        oldValue.every(
          (part, at) => areSame(part, newValue[at]) || lacksOnlyLines(part, newValue[at], removed),
        )
      );
    return areSame(oldValue, newValue);
  });
}

function areRemainingLines(before: unknown, after: unknown, removed: ReadonlySet<string>): boolean {
  if (areSame(before, after)) return true;
  if (typeof before !== "string" || (after !== undefined && typeof after !== "string")) return false;
  const expected = linesOf(before).filter((line) => !removed.has(line));
  const remaining = linesOf(after ?? "");
  return (
    remaining.length >= expected.length &&
    isSubsequence(expected, remaining) &&
    isSubsequence(remaining, linesOf(before))
  );
}

/** The lines that have text. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const line of whole) if (line === part[at]) at++;
  return at === part.length;
}

function areSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
