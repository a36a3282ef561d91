import { stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { FilePath } from "../../host/safetyCopy";

/** Milliseconds between two looks at the files; network folders report no changes by themselves. */
const interval = 200;

/**
 * Finds changes of files by their size, time and identity, so that a file that an editor replaces is found as well as one
 * that it writes.
 */
export class ChangedFiles {
  #known = new Map<string, string>();

  /** Remembers how the files are before they are read. */
  async remember(paths: readonly FilePath[]): Promise<void> {
    this.#known = await signaturesOf(paths);
  }

  /**
   * Waits until a file differs from what is remembered, and then until no file has changed for a moment.
   * @param paths a file that is not remembered yet is compared with its present state
   */
  async next(paths: readonly FilePath[], signal: AbortSignal): Promise<void> {
    const present = await signaturesOf(paths);
    let last = new Map([...present].map(([path, signature]) => [path, this.#known.get(path) ?? signature]));
    let current = present;
    while (isSame(current, last) && !signal.aborted) current = await later(paths, signal);
    while (!isSame(current, last) && !signal.aborted) {
      last = current;
      current = await later(paths, signal);
    }
  }
}

async function later(paths: readonly FilePath[], signal: AbortSignal): Promise<Map<string, string>> {
  await setTimeout(interval, undefined, { signal }).catch(() => undefined);
  return signaturesOf(paths);
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return [...a].every(([path, signature]) => b.get(path) === signature);
}

async function signaturesOf(paths: readonly FilePath[]): Promise<Map<string, string>> {
  const entries = paths.map(async (path) => [path.toString(), await signatureOf(path)] as const);
  return new Map(await Promise.all(entries));
}

async function signatureOf(path: FilePath): Promise<string> {
  const info = await stat(path, { bigint: true }).catch(() => undefined);
  return info ? [info.dev, info.ino, info.size, info.mtimeNs].join(" ") : "";
}
