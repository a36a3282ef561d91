/** Starts a server, opens a file in it, and waits for the first findings and for the last. */
import { Editor } from "./editor";
import type { Kind } from "./kinds";
import type { Meeting } from "./meeting";
import { type Effort, takesPart } from "./rounds";
import type { Samples } from "./samples";

const mebi = 2 ** 20;

export async function takeOpenings(
  kinds: readonly Kind[],
  size: number,
  meeting: Meeting,
  effort: Effort,
  samples: Samples,
): Promise<void> {
  const spent = new Map<Kind, number>();
  for (let round = 0; round < effort.maxRounds; round++) {
    for (const kind of kinds) {
      const before = spent.get(kind) ?? 0;
      if (!takesPart(effort, round, before)) continue;
      const start = performance.now();
      await takeOpening(kind, size, meeting, samples);
      spent.set(kind, before + performance.now() - start);
    }
  }
}

async function takeOpening(kind: Kind, size: number, meeting: Meeting, samples: Samples): Promise<void> {
  const editor = await Editor.start(kind, { refreshes: true });
  const all = kind.findings(meeting);
  const first = editor.findings(Math.min(all, 1));
  const last = editor.findings(all);
  const openedAt = performance.now();
  editor.open(meeting.text);
  if (kind.pulls) editor.pullSoon();
  const [{ at: firstAt }, { at: lastAt }] = await Promise.all([first, last]);
  const add = (measure: string, from: number, to: number): void =>
    samples.add(measure, "ms", kind.name, size, to - from);
  add("start of the process → first diagnostics", editor.startedAt, firstAt);
  add("opening → first diagnostics", openedAt, firstAt);
  add("opening → all diagnostics", openedAt, lastAt);
  const memory = editor.peakMemory();
  if (memory !== undefined) samples.add("peak memory, opening", "MiB", kind.name, size, memory / mebi);
  await editor.stop();
}
