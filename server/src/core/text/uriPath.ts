/** @returns the path of a URI from the names of a file path: `my notes/a#1` as `my%20notes/a%231` */
export function uriPath(names: readonly string[]): string {
  return names.map(encodeURIComponent).join("/");
}
