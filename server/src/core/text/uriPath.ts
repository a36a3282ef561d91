/** @returns the names of a path as the path of a URI: `my notes/a#1` as `my%20notes/a%231` */
export function uriPath(names: readonly string[]): string {
  return names.map(encodeURIComponent).join("/");
}
