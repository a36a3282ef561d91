/** Takes samples in rounds, the servers in turn, so that a busy moment of the machine hits all of them. */
import type { Editor } from "./editor";
import { measures } from "./measures";
import type { Meeting } from "./meeting";
import type { Samples } from "./samples";

export interface Effort {
  /** rounds that every server takes part in, however slow it is */
  readonly least: number;
  readonly most: number;
  /** milliseconds of one server after which it sits out the further rounds */
  readonly budget: number;
}

export async function takeRounds(
  editors: readonly Editor[],
  size: number,
  { places }: Meeting,
  { least, most, budget }: Effort,
  samples: Samples,
): Promise<void> {
  const spent = new Map<Editor, number>();
  for (let round = 0; round < most; round++) {
    const active = editors.filter((editor) => round < least || (spent.get(editor) ?? 0) < budget);
    for (const measure of measures) {
      for (const editor of active) {
        const start = performance.now();
        samples.add(measure.name, "ms", editor.kind.name, size, await measure.take(editor, places));
        spent.set(editor, (spent.get(editor) ?? 0) + performance.now() - start);
      }
    }
  }
}
