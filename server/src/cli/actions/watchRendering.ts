import { replaceAtOnce } from "../../host/replaceAtOnce";
import type { FilePath } from "../../host/safetyCopy";
import { ChangedFiles } from "../files/changedFiles";
import { type WriteOutput, writeOutput } from "../files/writeOutput";
import { type Output, UsageError } from "../output/output";
import { InterruptedError, untilInterrupted } from "../output/signals";

/** What one rendering did. */
export interface Rendering {
  /** the exit code */
  readonly code: number;
  /** the files that it read */
  readonly inputs: readonly FilePath[];
}

/** Renders once; `write` writes the result. */
type Render = (write: WriteOutput) => Promise<Rendering>;

interface Watch {
  /** the file to write */
  readonly out: string;
  readonly output: Output;
  /** the files that the arguments name */
  readonly named: readonly string[];
}

/**
 * Renders, and again each time a file that was read changes, until Ctrl-C. Each rendering reports one line on standard error.
 * @returns exit code 0; 2 if the first rendering cannot read its files
 * @throws UsageError if the first rendering does
 */
export async function watchRendering({ out, output, named }: Watch, render: Render): Promise<number> {
  const write: WriteOutput = async (report, options) => {
    await writeOutput(report, { ...options, replace: replaceAtOnce });
    output.err(`wlcg-notes: ${timeNow()}: wrote ${out}\n`);
  };
  return untilInterrupted(async (signal) => {
    const files = new ChangedFiles();
    await files.remember(named);
    let { code, inputs } = await endingQuietly(render(write), { code: 0, inputs: named }, signal);
    if (code === 2) return 2;
    for (;;) {
      await files.next(inputs, signal);
      if (signal.aborted) return 0;
      await files.remember(inputs);
      const again = render(write).catch(reported(output, { code: 0, inputs }));
      ({ code, inputs } = await endingQuietly(again, { code, inputs }, signal));
    }
  });
}

/** Ctrl-C during a rendering lets it end. */
async function endingQuietly(
  rendering: Promise<Rendering>,
  before: Rendering,
  signal: AbortSignal,
): Promise<Rendering> {
  return rendering.catch((error: unknown) => {
    if (error instanceof InterruptedError && signal.aborted) return before;
    throw error;
  });
}

/** A mistake in the template, for example: the next change may correct it. */
function reported(output: Output, before: Rendering): (error: unknown) => Rendering {
  return (error) => {
    if (!(error instanceof UsageError)) throw error;
    output.err(`wlcg-notes: ${timeNow()}: ${error.message}\n`);
    return before;
  };
}

/** `14:02:31` */
function timeNow(): string {
  return new Date().toTimeString().slice(0, 8);
}
