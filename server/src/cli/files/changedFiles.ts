import { stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { FilePath } from "../../host/safetyCopy";

/** Milliseconds between two looks at the files; network folders report no changes by themselves. */
const interval = 200;

/** The state of a file. */
interface FileState {
  /** differs if the file differs; empty for a file that is not there */
  readonly signature: string;
  /** milliseconds since 1970 */
  readonly modified: number;
}

type FileStates = ReadonlyMap<string, FileState>;

/**
 * Finds changes of files by their size, time and identity, so that a file that an editor replaces is found as well as one
 * that it writes.
 */
export class ChangedFiles {
  #known: FileStates = new Map();
  #rememberedAt = 0;

  /** Remembers how the files are before they are read. */
  async remember(paths: readonly FilePath[]): Promise<void> {
    this.#rememberedAt = Date.now();
    this.#known = await statesOf(paths);
  }

  /**
   * Waits until a file differs from what is remembered, and then until no file has changed for a moment.
   * @param paths a file that is not remembered yet has changed if it was modified after the others were remembered
   */
  async next(paths: readonly FilePath[], signal: AbortSignal): Promise<void> {
    const present = await statesOf(paths);
    let last: FileStates = new Map([...present].map(([path, state]) => [path, this.#before(path, state)]));
    let current = present;
    while (isSame(current, last) && !signal.aborted) current = await later(paths, signal);
    while (!isSame(current, last) && !signal.aborted) {
      last = current;
      current = await later(paths, signal);
    }
  }

  #before(path: string, present: FileState): FileState {
    const isNewer = present.modified > this.#rememberedAt;
    return this.#known.get(path) ?? (isNewer ? missing : present);
  }
}

const missing: FileState = { signature: "", modified: 0 };

async function later(paths: readonly FilePath[], signal: AbortSignal): Promise<FileStates> {
  await setTimeout(interval, undefined, { signal }).catch(() => undefined);
  return statesOf(paths);
}

function isSame(a: FileStates, b: FileStates): boolean {
  return [...a].every(([path, { signature }]) => b.get(path)?.signature === signature);
}

async function statesOf(paths: readonly FilePath[]): Promise<FileStates> {
  const entries = paths.map(async (path) => [path.toString(), await stateOf(path)] as const);
  return new Map(await Promise.all(entries));
}

async function stateOf(path: FilePath): Promise<FileState> {
  const info = await stat(path, { bigint: true }).catch(() => undefined);
  if (!info) return missing;
  const signature = [info.dev, info.ino, info.size, info.mtimeNs].join(" ");
  return { signature, modified: Number(info.mtimeMs) };
}
