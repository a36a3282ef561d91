import { terminalLines, terminalText } from "../../core/text/displayText";
import { type OpenStreams, streamsOf } from "./streams";

/** The streams of a process. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** the bytes of standard input */
  readonly input: () => AsyncIterable<Buffer>;
  readonly colours: boolean;
  /** shows the progress of a long run on a terminal; undefined elsewhere */
  readonly progress?: Progress;
}

/** The output of a command. Quoted text has no effect on a terminal or in the log of a CI job. */
export interface Output extends Streams {
  /** lines for people */
  readonly out: (text: string) => void;
  /** one line for people, which may end in a line feed */
  readonly err: (text: string) => void;
  /** a document for programs, which is not changed */
  readonly document: (text: string) => void;
}

export function outputTo(streams: Streams): Output {
  return {
    ...streams,
    out: (text) => streams.out(streams.colours ? colouredLines(text) : terminalLines(text)),
    err: (text) => streams.err(`${terminalText(text.replace(/\n$/, ""))}\n`),
    document: streams.out,
  };
}

/** Keeps the colour codes of reports, and escapes all other control characters. */
function colouredLines(text: string): string {
  const colour = new RegExp(`(${"\u001b"}\\[(?:3[134]|39|90)m)`);
  const parts = text.split(colour);
  return parts.map((part, at) => (at % 2 === 0 ? terminalLines(part) : part)).join("");
}

/**
 * The streams of this process.
 * @param onWriteError called with the exit code if standard output cannot be written
 */
export function processStreams(onWriteError: (code: number) => void): {
  readonly streams: Streams;
  readonly exitCode: OpenStreams["exitCode"];
} {
  const { out, err, exitCode } = streamsOf(process.stdout, process.stderr, onWriteError);
  const streams = {
    out,
    err,
    input: () => process.stdin,
    colours: process.stdout.isTTY === true && process.env.TERM !== "dumb" && !process.env.NO_COLOR,
    ...(process.stderr.isTTY && { progress: progressLine(err, () => performance.now()) }),
  };
  return { streams, exitCode };
}

export interface Progress {
  readonly at: (done: number, total: number) => void;
  readonly end: () => void;
}

/** Milliseconds before progress is shown, and between two updates. */
const delay = 1000;
const progressInterval = 100;

/** A line that overwrites itself and is removed at the end.
 * @param now milliseconds on any clock
 */
export function progressLine(write: (text: string) => void, now: () => number): Progress {
  let lastWrite = now() + delay - progressInterval;
  let isShown = false;
  return {
    at: (doneCount, totalCount) => {
      if (now() - lastWrite < progressInterval) return;
      lastWrite = now();
      isShown = true;
      write(`\r\u001b[Kreading ${doneCount} of ${totalCount} files`);
    },
    end: () => {
      if (isShown) write("\r\u001b[K");
      isShown = false;
    },
  };
}

/** Invalid arguments or unreadable input. The message is one line for standard error; the exit code is 2. */
export class UsageError extends Error {}

/** @returns the requested report format, `text` by default */
export function parseFormat<F extends string>(reports: Readonly<Record<F, unknown>>, requested = "text"): F {
  return parseChoice("format", Object.keys(reports) as F[], requested);
}

/** @returns the requested choice, the first by default */
export function parseChoice<T extends string>(option: string, choices: readonly T[], requested?: string): T {
  const choice = requested === undefined ? choices[0] : choices.find((name) => name === requested);
  if (choice === undefined)
    throw new UsageError(`unknown ${option} "${requested}"; expected one of ${choices.join(", ")}`);
  return choice;
}
