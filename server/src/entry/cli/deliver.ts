import { stat, writeFile } from "node:fs/promises";
import { reason } from "../reason";
import { replaceFile } from "../replaceFile";
import { type Output, Unusable } from "./io";
import { Interrupted, withoutInterruption } from "./signals";

interface DeliverRequest {
  readonly out?: string;
  readonly output: Output;
}

/**
 * Writes a report to the file that was asked for, whole or not at all, and else to standard output.
 * @param sources the files that the report is made from
 * @throws Unusable where it cannot be written, or would replace a source; Interrupted where a signal came meanwhile
 */
export async function deliver(
  report: string,
  sources: readonly string[],
  { out, output }: DeliverRequest,
): Promise<void> {
  if (out === undefined) return output.document(report);
  if (await isAmong(sources, out)) throw new Unusable(`${out}: is the meeting's own file`);
  await write(out, Buffer.from(report)).catch((error: unknown) => {
    throw error instanceof Interrupted ? error : new Unusable(`${out}: ${reason(error)}`);
  });
}

/** A device or a pipe may take as long as it likes, so that a signal ends the program at once. */
async function write(out: string, bytes: Buffer): Promise<void> {
  const info = await stat(out).catch(() => undefined);
  if (info && !info.isFile()) return writeFile(out, bytes);
  return withoutInterruption(() => replaceFile(out, bytes));
}

/** Over links and hard links too. */
async function isAmong(sources: readonly string[], out: string): Promise<boolean> {
  const target = await stat(out, { bigint: true }).catch(() => undefined);
  if (!target) return false;
  const infos = await Promise.all(
    sources.map((source) => stat(source, { bigint: true }).catch(() => undefined)),
  );
  return infos.some((info) => info?.dev === target.dev && info.ino === target.ino);
}
