import type { Writable } from "node:stream";
import { errorText } from "../../host/errorText";

export interface OpenStreams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** the exit code for work that ended with `code`: 2 if its output could not be written */
  readonly exitCode: (code: number) => number;
}

/**
 * Standard output and standard error of a program that keeps working when their readers leave. A closed
 * reader is not an error; a full disk is reported once.
 * @param onWriteError called with the exit code if standard output cannot be written
 */
export function streamsOf(
  stdout: Writable,
  stderr: Writable,
  onWriteError: (code: number) => void,
): OpenStreams {
  let [isOutOpen, isErrOpen, hasFailed] = [true, true, false];
  const err = (text: string): void => {
    if (isErrOpen) stderr.write(text);
  };
  stderr.on("error", () => {
    isErrOpen = false;
  });
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    isOutOpen = false;
    if (error.code === "EPIPE" || hasFailed) return;
    hasFailed = true;
    err(`wlcg-notes: standard output: ${errorText(error)}\n`);
    onWriteError(2);
  });
  return {
    out: (text) => {
      if (isOutOpen) stdout.write(text);
    },
    err,
    exitCode: (code) => (hasFailed ? 2 : code),
  };
}
