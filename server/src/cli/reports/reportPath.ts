import { isAbsolute, relative, resolve, sep } from "node:path";

/**
 * How reports for other programs name a file: relative to the folder that the run is started in, where the repository's
 * root is, and without `./`.
 * @param file as it was named on the command line
 * @returns a path with slashes; absolute where the file is outside of that folder
 */
export function reportPath(file: string): string {
  const path = relative("", file);
  const isOutside = path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
  return withSlashes(isOutside ? resolve(file) : path || ".");
}

/** A backslash is part of a name where it does not separate names. */
function withSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
