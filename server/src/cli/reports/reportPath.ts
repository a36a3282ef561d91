import { isAbsolute, relative, resolve, sep } from "node:path";

/**
 * The path of a file in reports for other programs: relative to the working directory, which is the
 * repository's root in CI, and without `./`.
 * @param file the path from the command line
 * @returns a path with slashes; absolute if the file is outside of the working directory
 */
export function reportPath(file: string): string {
  const path = relative("", file);
  const isOutside = path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
  return withSlashes(isOutside ? resolve(file) : path || ".");
}

/** On systems with slashes a backslash is part of a name. */
function withSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
