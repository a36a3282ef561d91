import { constants } from "node:fs";
import { open, readlink, realpath, stat } from "node:fs/promises";
import type { FilePath } from "./safetyCopy";

/** The identity of a folder when its files were listed. */
export interface ListedFolder {
  readonly location: FilePath;
  /** its path without links; each character is one byte */
  readonly real: string;
  readonly dev: bigint;
  readonly ino: bigint;
}

/** The reason not to read or write a file: its path may lead outside of the folder now. */
const folderHasChanged = "its folder has changed since it was listed";

/** @throws Error if the folder does not exist */
export async function listedFolder(location: FilePath): Promise<ListedFolder> {
  if (process.platform !== "linux") return { location, ...(await identityOf(location)) };
  const handle = await open(location, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    const { dev, ino } = await handle.stat({ bigint: true });
    // for a deep folder much faster than realpath
    const real = await readlink(`/proc/self/fd/${handle.fd}`, "buffer").catch(() =>
      realpath(location, "buffer"),
    );
    return { location, real: real.toString("latin1"), dev, ino };
  } finally {
    await handle.close();
  }
}

async function identityOf(location: FilePath): Promise<Omit<ListedFolder, "location">> {
  const { dev, ino } = await stat(location, { bigint: true });
  return { real: (await realpath(location, "buffer")).toString("latin1"), dev, ino };
}

/** @throws Error if the path leads to another folder than when it was listed */
export async function assertSameFolder(folder: ListedFolder): Promise<void> {
  const current = await listedFolder(folder.location).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR" || error.code === "ELOOP") return undefined;
    throw error;
  });
  if (current?.real !== folder.real || !isSameFolder(current, folder)) throw new Error(folderHasChanged);
}

/**
 * Runs `work` with a path that stays bound to the folder, on Linux. On other systems it gets the folder's own
 * path, so that `work` must call `assertSameFolder` after it has opened a file.
 * @throws Error if the folder has changed since it was listed, or the error of `work`
 */
export async function inListedFolder<T>(
  folder: ListedFolder,
  work: (location: FilePath) => Promise<T>,
): Promise<T> {
  await assertSameFolder(folder);
  if (process.platform !== "linux") return work(folder.location);
  const handle = await open(folder.location, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    if (!isSameFolder(await handle.stat({ bigint: true }), folder)) throw new Error(folderHasChanged);
    const pinnedPath = `/proc/self/fd/${handle.fd}`;
    const info = await stat(pinnedPath, { bigint: true }).catch(() => undefined);
    return await work(info && isSameFolder(info, folder) ? pinnedPath : folder.location);
  } finally {
    await handle.close();
  }
}

type Identity = Pick<ListedFolder, "dev" | "ino">;

function isSameFolder(left: Identity, right: Identity): boolean {
  return left.dev === right.dev && left.ino === right.ino;
}
