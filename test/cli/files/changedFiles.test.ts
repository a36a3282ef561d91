import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ChangedFiles } from "../../../server/src/cli/files/changedFiles";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "changed-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a file that was last modified a minute ago. */
function oldFile(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, "old");
  const minuteAgo = Date.now() / 1000 - 60;
  utimesSync(path, minuteAgo, minuteAgo);
  return path;
}

/** True if a change is found before the signal ends the wait. */
async function findsChange(files: ChangedFiles, paths: readonly string[], milliseconds: number) {
  const signal = AbortSignal.timeout(milliseconds);
  await files.next(paths, signal);
  return !signal.aborted;
}

describe("changed files", () => {
  const long = 30_000;

  it("are found if they change after they are remembered", async () => {
    const path = oldFile("a");
    const files = new ChangedFiles();
    await files.remember([path]);
    writeFileSync(path, "new");
    expect(await findsChange(files, [path], long)).toBe(true);
  });

  it("are found if they are read first and change before anyone looks at them", async () => {
    const [main, partial] = [oldFile("main"), oldFile("partial")];
    const files = new ChangedFiles();
    await files.remember([main]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(partial, "new");
    expect(await findsChange(files, [main, partial], long)).toBe(true);
  });

  it("are none of the files that are older than the first look", async () => {
    const [main, partial] = [oldFile("main"), oldFile("partial")];
    const files = new ChangedFiles();
    await files.remember([main]);
    expect(await findsChange(files, [main, partial], 700)).toBe(false);
  });
});
