import { appendFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createFile } from "../../host/createFile";
import { errorText } from "../../host/errorText";
import { isMeetingFile, isSameFile } from "../../host/meetingTarget";
import { isDevice, replaceFile } from "../../host/replaceFile";
import type { FilePath } from "../../host/safetyCopy";
import { type Output, UsageError } from "../output/output";
import { InterruptedError, withoutInterruption } from "../output/signals";
import { locationOf } from "./locationOf";

interface WriteOptions {
  readonly output: Output;
  /** the file of `-o`, instead of standard output */
  readonly out?: string;
  /** all files that the run reads or tries to read */
  readonly inputs?: readonly FilePath[];
  /** true if the report is text for people; otherwise it is written unchanged for programs */
  readonly isText?: boolean;
  /** true if the output is a meeting file that does not exist yet */
  readonly isNewMeeting?: boolean;
  /** writes a file completely or not at all; by default `replaceFile` */
  readonly replace?: typeof replaceFile;
}

export type WriteOutput = (report: string, options: WriteOptions) => Promise<void>;

/**
 * Writes a report to standard output, or completely or not at all to the file of `-o`.
 * @throws UsageError if it cannot be written, or would replace an input or a meeting file; InterruptedError if a signal arrived
 * meanwhile
 */
export async function writeOutput(
  report: string,
  { output, out, inputs = [], isText = false, isNewMeeting = false, replace = replaceFile }: WriteOptions,
): Promise<void> {
  if (out === undefined) return isText ? output.out(report) : output.document(report);
  const fail = (error: unknown): never => {
    throw new UsageError(`${out}: ${errorText(error)}`);
  };
  const location = await locationOf(out).catch(fail);
  if (!isNewMeeting) await assertReplaceable(out, location, inputs);
  if (isStandardOutput(out)) return output.document(report);
  const ending = await write(location, Buffer.from(report), isNewMeeting ? createFile : replace).catch(
    (error: unknown) => fail(error instanceof InterruptedError ? error.cause : error),
  );
  if (ending) throw ending;
}

/** Writing to a device or a pipe may take any time, so that a signal ends the program at once. */
async function write(
  out: FilePath,
  bytes: Buffer,
  replace: typeof replaceFile,
): Promise<InterruptedError | undefined> {
  if (isStream(out.toString())) return void (await appendFile(out, bytes));
  if (await isDevice(out)) return void (await replaceFile(out, bytes));
  return withoutInterruption(() => replace(out, bytes));
}

function isStandardOutput(path: string): boolean {
  return /^\/dev\/(?:stdout|fd\/1)$|^\/proc\/self\/fd\/1$/.test(resolve(path));
}

/** The path of an open file descriptor, whose file other programs may write too. */
function isStream(path: string): boolean {
  return /^\/dev\/(?:stdin|stdout|stderr|fd\/)|^\/proc\//.test(resolve(path));
}

/** @throws UsageError if the file is an input or a meeting file */
async function assertReplaceable(
  out: string,
  location: FilePath,
  inputs: readonly FilePath[],
): Promise<void> {
  const areSame = await Promise.all(inputs.map((input) => isSameFile(input, location)));
  if (areSame.includes(true)) throw new UsageError(`${out}: is an input of this run`);
  if (await isMeetingFile(location))
    throw new UsageError(`${out}: is a meeting file; choose another name for the output`);
}
