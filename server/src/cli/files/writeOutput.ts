import { appendFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { errorText } from "../../host/errorText";
import { isDevice, replaceFile } from "../../host/replaceFile";
import type { FilePath } from "../../host/safetyCopy";
import { type Output, UsageError } from "../output/output";
import { InterruptedError, withoutInterruption } from "../output/signals";
import { locationOf } from "./locationOf";

interface WriteOptions {
  readonly output: Output;
  /** the file of `-o`, instead of standard output */
  readonly out?: string;
  /** all files that the run reads, whether it can read them or not */
  readonly inputs?: readonly FilePath[];
  /** the report is lines for people; otherwise a document for programs, which is not changed */
  readonly isText?: boolean;
}

/**
 * Writes a report to standard output, or to the file of `-o`, whole or not at all.
 * @throws UsageError where it cannot be written, or would replace an input; Interrupted where a signal came meanwhile
 */
export async function writeOutput(
  report: string,
  { output, out, inputs = [], isText = false }: WriteOptions,
): Promise<void> {
  if (out === undefined) return isText ? output.out(report) : output.document(report);
  const fail = (error: unknown): never => {
    throw new UsageError(`${out}: ${errorText(error)}`);
  };
  const location = await locationOf(out).catch(fail);
  if (await isAmong(inputs, location)) throw new UsageError(`${out}: is an input of this run`);
  if (isStandardOutput(out)) return output.document(report);
  const ending = await write(location, Buffer.from(report)).catch((error: unknown) =>
    fail(error instanceof InterruptedError ? error.cause : error),
  );
  if (ending) throw ending;
}

/** A device or a pipe may take as long as it likes, so that a signal ends the program at once. */
async function write(out: FilePath, bytes: Buffer): Promise<InterruptedError | undefined> {
  if (isStream(out.toString())) return void (await appendFile(out, bytes));
  if (await isDevice(out)) return void (await replaceFile(out, bytes));
  return withoutInterruption(() => replaceFile(out, bytes));
}

function isStandardOutput(path: string): boolean {
  return /^\/dev\/(?:stdout|fd\/1)$|^\/proc\/self\/fd\/1$/.test(resolve(path));
}

/** A name of what a process has open, which may be a file that another program writes too. */
function isStream(path: string): boolean {
  return /^\/dev\/(?:stdin|stdout|stderr|fd\/)|^\/proc\//.test(resolve(path));
}

/** Over links and hard links too. */
async function isAmong(inputs: readonly FilePath[], out: FilePath): Promise<boolean> {
  const target = await stat(out, { bigint: true }).catch(() => undefined);
  if (!target) return false;
  for (const input of inputs) {
    const info = await stat(input, { bigint: true }).catch(() => undefined);
    if (info?.isFile() && info.dev === target.dev && info.ino === target.ino) return true;
  }
  return false;
}
