/** `npm run test:long:edits -- [--files N] [--seed N]`: every edit that is offered for generated files, each judged. */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { checkEdits, editedFile } from "../../support/fuzz/editedFiles";

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "100000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
  },
});
const [maxFiles = 0, seed = 0] = [values.files, values.seed].map(Number);
if (![maxFiles, seed].every((one) => Number.isSafeInteger(one) && one > 0))
  throw new Error("--files and --seed are whole numbers.");
const print = (line: string): void => void process.stdout.write(`${line}\n`);
print(`Seed ${seed}, ${maxFiles} files.`);

const batch = 500;
const failures = new Map<string, string>();
let edited = 0;
for (let done = 0; done < maxFiles; done += batch) {
  const files = fc.sample(editedFile, { numRuns: Math.min(batch, maxFiles - done), seed: seed + done });
  for (const text of files) {
    const judged = checkEdits(text);
    edited += judged.edited;
    for (const fault of judged.problems) recordFailure(fault, text);
  }
  print(`… ${done + files.length} files, ${edited} edited ones, ${failures.size} kinds of failure`);
}
for (const [fault, text] of failures) print(`${fault}\n  ${JSON.stringify(text)}`);
print(failures.size === 0 ? "Nothing failed." : `${failures.size} kinds of failure.`);
process.exitCode = failures.size === 0 ? 0 : 1;

/** One cause is one failure, whatever the file; the shortest is shown. */
function recordFailure(fault: string, text: string): void {
  const kind = fault.replaceAll(/`[^`]*`/g, "`…`").slice(0, 100);
  const known = failures.get(kind);
  if (known === undefined) print(`${fault}\n  ${JSON.stringify(text)}`);
  if (known === undefined || text.length < known.length) failures.set(kind, text);
}
