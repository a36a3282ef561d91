import { appendFile, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { reason } from "../host/errorText";
import { replaceFile } from "../host/replaceFile";
import type { FilePath } from "../host/safetyCopy";
import { locationOf } from "./files/locationOf";
import { type Output, Unusable } from "./output/output";
import { Interrupted, withoutInterruption } from "./output/signals";

interface DeliverRequest {
  readonly out?: string;
  readonly output: Output;
}

/**
 * Writes a report to the file that was asked for, whole or not at all, and else to standard output.
 * @param inputs all files that the run reads, whether it can read them or not
 * @throws Unusable where it cannot be written, or would replace an input; Interrupted where a signal came meanwhile
 */
export async function deliver(
  report: string,
  inputs: readonly FilePath[],
  { out, output }: DeliverRequest,
): Promise<void> {
  if (out === undefined) return output.document(report);
  const unusable = (error: unknown): never => {
    throw new Unusable(`${out}: ${reason(error)}`);
  };
  const location = await locationOf(out).catch(unusable);
  if (await isAmong(inputs, location)) throw new Unusable(`${out}: is an input of this run`);
  if (isStandardOutput(out)) return output.document(report);
  const ending = await write(location, Buffer.from(report)).catch((error: unknown) =>
    unusable(error instanceof Interrupted ? error.cause : error),
  );
  if (ending) throw ending;
}

/** A device or a pipe may take as long as it likes, so that a signal ends the program at once. */
async function write(out: FilePath, bytes: Buffer): Promise<Interrupted | undefined> {
  if (isStream(out.toString())) return void (await appendFile(out, bytes));
  const info = await stat(out).catch(() => undefined);
  if (info && !info.isFile()) return void (await writeFile(out, bytes));
  return withoutInterruption(() => replaceFile(out, bytes));
}

function isStandardOutput(path: string): boolean {
  return /^\/dev\/(?:stdout|fd\/1)$|^\/proc\/self\/fd\/1$/.test(resolve(path));
}

/** A name of what a process has open, which may be a file that somebody else writes too. */
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
