/** Measures all servers at all sizes. */
import { build } from "esbuild";
import type { Options } from "../options";
import { burst, type Delay } from "./burst";
import { Editor } from "./editor";
import { type Kind, kindsOf } from "./kinds";
import { type Meeting, meetingOf } from "./meeting";
import { takeOpenings } from "./opening";
import { type Effort, takeRounds } from "./rounds";
import { Samples, type Series } from "./samples";

export interface Results {
  readonly series: readonly Series[];
  readonly delays: readonly Delay[];
}

type Pace = Omit<Effort, "deadline">;

const seconds = 1000;
const maxSessionMilliseconds = 6 * 60 * seconds;
const typingEffort: Pace = { minRounds: 2, maxRounds: 40, budget: 10 * seconds };
const openingEffort: Pace = { minRounds: 3, maxRounds: 9, budget: 4 * seconds };
const previewEffort: Pace = { minRounds: 1, maxRounds: 5, budget: 2 * seconds };
const mebi = 2 ** 20;

/** @param root the repository's folder, @param say receives lines about the progress */
export async function compare(
  root: string,
  { servers, sizes, isQuick }: Options,
  say: (line: string) => void,
): Promise<Results> {
  const stub = `${root}/out/stub.cjs`;
  await buildStub(root, stub);
  const kinds = kindsOf(root, stub).filter(({ name }) => servers.includes(name));
  const samples = new Samples();
  const delays: Delay[] = [];
  const deadline = performance.now() + maxSessionMilliseconds;
  for (const size of sizes) {
    const meeting = meetingOf(size);
    say(`${size} contributions: opening`);
    await takeOpenings(
      kinds,
      size,
      meeting,
      { ...(isQuick ? previewEffort : openingEffort), deadline },
      samples,
    );
    say(`${size} contributions: typing`);
    delays.push(
      ...(await session(
        kinds,
        size,
        meeting,
        root,
        { ...(isQuick ? previewEffort : typingEffort), deadline },
        samples,
      )),
    );
  }
  return { series: samples.all(), delays };
}

/** Every server with the file open, side by side: the rounds, a burst of typing, and what memory all that took. */
async function session(
  kinds: readonly Kind[],
  size: number,
  meeting: Meeting,
  root: string,
  effort: Effort,
  samples: Samples,
): Promise<readonly Delay[]> {
  const editors: Editor[] = [];
  try {
    for (const kind of kinds) editors.push(await opened(kind, meeting, root));
    await takeRounds(editors, size, meeting, effort, samples);
    const delays: Delay[] = [];
    for (const editor of editors) {
      const delay = await measureBurst(editor, size, meeting, samples);
      if (delay) delays.push(delay);
    }
    return delays;
  } finally {
    await Promise.all(editors.map((editor) => editor.stop()));
  }
}

/** Returns nothing where the server was given up. */
async function measureBurst(
  editor: Editor,
  size: number,
  { places }: Meeting,
  samples: Samples,
): Promise<Delay | undefined> {
  const server = editor.kind.name;
  const taken = await burst(editor, places);
  const add = (measure: string, value: number): void =>
    samples.add(`burst: ${measure}`, "ms", server, size, value);
  add("last letter → completion", taken?.completion ?? Number.POSITIVE_INFINITY);
  add("last letter → diagnostics", taken?.diagnostics ?? Number.POSITIVE_INFINITY);
  add("longest turn of the event loop", taken?.delay.max ?? Number.POSITIVE_INFINITY);
  const memory = editor.peakMemory();
  if (memory !== undefined) samples.add("peak memory, whole session", "MiB", server, size, memory / mebi);
  return taken && { ...taken.delay, server, size };
}

async function opened(kind: Kind, meeting: Meeting, root: string): Promise<Editor> {
  const editor = await Editor.start(kind, { probe: `${root}/test/bench/probe.cjs` });
  const all = editor.findings(kind.findings(meeting));
  editor.open(meeting.text);
  if (kind.pulls) await editor.pull();
  await all;
  return editor;
}

async function buildStub(root: string, outfile: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ["test/bench/stub/server.ts"],
    bundle: true,
    platform: "node",
    format: "cjs",
    minify: true,
    outfile,
  });
}
