import { reason } from "../reason";
import { replaceFile } from "../replaceFile";
import { type Output, Unusable } from "./io";

/**
 * Writes a report to the file that was asked for, whole or not at all, and else to standard output.
 * @throws Unusable where it cannot be written
 */
export async function deliver(
  report: string,
  { out, output }: { readonly out?: string; readonly output: Output },
): Promise<void> {
  if (out === undefined) return output.document(report);
  await replaceFile(out, Buffer.from(report)).catch((error: unknown) => {
    throw new Unusable(`${out}: ${reason(error)}`);
  });
}
