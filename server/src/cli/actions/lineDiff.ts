import { terminalText } from "../../core/text/displayText";

/** A run of lines that differ; `line` is the 1-based number of the first one in the old text. */
interface Hunk {
  readonly line: number;
  readonly old: readonly string[];
  readonly fresh: readonly string[];
}

/** Lines after which two texts count as different to their ends. */
const farthest = 200;

/** The lines that differ, marked `-` and `+` as in a diff, without those around them. */
export function lineDiff(before: string, after: string): string {
  return hunks(before.split(/\r?\n/), after.split(/\r?\n/))
    .map(({ line, old, fresh }) =>
      [
        `@@ line ${line} @@`,
        ...old.map((text) => `- ${terminalText(text)}`),
        ...fresh.map((text) => `+ ${terminalText(text)}`),
        "",
      ].join("\n"),
    )
    .join("");
}

function hunks(old: readonly string[], fresh: readonly string[]): readonly Hunk[] {
  const found: Hunk[] = [];
  let [left, right] = [0, 0];
  while (left < old.length || right < fresh.length) {
    const [removed, added] = stepsToMeet(old, left, fresh, right);
    if (removed + added > 0)
      found.push({
        line: left + 1,
        old: old.slice(left, left + removed),
        fresh: fresh.slice(right, right + added),
      });
    left += removed + 1;
    right += added + 1;
  }
  return found;
}

/** The fewest lines to leave out on both sides until they agree again, or both end. */
function stepsToMeet(
  old: readonly string[],
  left: number,
  fresh: readonly string[],
  right: number,
): readonly [removed: number, added: number] {
  const rest = [old.length - left, fresh.length - right] as const;
  for (let steps = 0; steps < Math.min(rest[0] + rest[1], farthest); steps++)
    for (let removed = 0; removed <= steps; removed++)
      if (
        removed <= rest[0] &&
        steps - removed <= rest[1] &&
        old[left + removed] === fresh[right + steps - removed]
      )
        return [removed, steps - removed];
  return rest;
}
