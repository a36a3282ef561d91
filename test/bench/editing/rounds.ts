/** Takes samples in rounds, the servers in turn, so that a busy moment of the machine hits all of them. */
import type { Editor } from "./editor";
import { measures } from "./measures";
import type { Meeting } from "./meeting";
import type { Samples } from "./samples";

export interface Effort {
  /** rounds that every server takes part in, however slow it is */
  readonly minRounds: number;
  readonly maxRounds: number;
  /** milliseconds of one server after which it sits out the further rounds */
  readonly budget: number;
  /** when one round has to do, in milliseconds of `performance.now()`: so that a slow machine comes to an end too */
  readonly deadline: number;
}

/** Whether a server takes part in a round, the first being 0, having spent so many milliseconds. */
export function takesPart({ minRounds, budget, deadline }: Effort, round: number, spent: number): boolean {
  if (round === 0) return true;
  return performance.now() < deadline && (round < minRounds || spent < budget);
}

export async function takeRounds(
  editors: readonly Editor[],
  size: number,
  { places }: Meeting,
  effort: Effort,
  samples: Samples,
): Promise<void> {
  const spent = new Map<Editor, number>();
  for (let round = 0; round < effort.maxRounds; round++) {
    const active = editors.filter((editor) => takesPart(effort, round, spent.get(editor) ?? 0));
    for (const measure of measures) {
      for (const editor of active) {
        const start = performance.now();
        samples.add(measure.name, "ms", editor.kind.name, size, await measure.take(editor, places));
        spent.set(editor, (spent.get(editor) ?? 0) + performance.now() - start);
      }
    }
  }
}
