/** Whether an output would take the place of a meeting file, whose text would be lost. */
import type { Stats } from "node:fs";
import { readlink, realpath, stat } from "node:fs/promises";
import { meetingFileLimits } from "./meetingFiles";
import { readBounded } from "./readBounded";
import type { FilePath } from "./safetyCopy";

/** Any case: some file systems do not distinguish it. */
const meetingName = /\.contributions\.ya?ml$/i;

/** True for the name of a meeting file, whether there is one or not. */
export function isMeetingName(path: string): boolean {
  return meetingName.test(path);
}

/** True if a path has the name of a meeting file, or leads to one by a link, a hard link or another name. */
export async function isMeetingFile(path: FilePath): Promise<boolean> {
  if (isMeetingName(path.toString())) return true;
  const target = await realpath(path).catch(() => readlink(path).catch(() => path));
  if (isMeetingName(target.toString())) return true;
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile() || !mayHaveOtherName(path, info)) return false;
  const bytes = await readBounded(path, meetingFileLimits).catch(() => undefined);
  return bytes !== undefined && /^contributions[ \t]*:/m.test(bytes.toString("utf8"));
}

/** Notes are not read: only YAML, and what may be the hard link of a meeting file. */
function mayHaveOtherName(path: FilePath, { nlink }: Stats): boolean {
  return nlink > 1 || /\.ya?ml$/i.test(path.toString());
}

/** True if both paths lead to one file, by links, hard links or the case of letters. */
export async function isSameFile(one: FilePath, other: FilePath): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => identityOf(path)));
  return first !== undefined && first === second;
}

async function identityOf(path: FilePath): Promise<string | undefined> {
  const info = await stat(path, { bigint: true }).catch(() => undefined);
  return info?.isFile() ? `${info.dev} ${info.ino}` : undefined;
}
