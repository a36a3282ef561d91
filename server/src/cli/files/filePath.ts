import type { FilePath } from "../../host/safetyCopy";

/** The path of a file in a folder; bytes if one of them is. */
export function joinPath(folder: FilePath, name: FilePath): FilePath {
  if (typeof folder === "string" && typeof name === "string") return `${folder}/${name}`;
  return Buffer.concat([Buffer.from(folder), Buffer.from("/"), Buffer.from(name)]);
}

/** The last part of a path whose parts are separated by slashes. */
export function baseNameOf(path: FilePath): FilePath {
  return typeof path === "string"
    ? path.slice(path.lastIndexOf("/") + 1)
    : path.subarray(path.lastIndexOf("/") + 1);
}

/** All but the last part; `.` for a path with one part. */
export function folderOf(path: FilePath): FilePath {
  const end = path.lastIndexOf("/");
  if (end < 0) return ".";
  return typeof path === "string" ? path.slice(0, end) || "/" : path.subarray(0, Math.max(end, 1));
}
