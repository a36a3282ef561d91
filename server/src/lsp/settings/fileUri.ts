import { fileURLToPath } from "node:url";
import { uriPath } from "../../core/text/uriPath";

/** @returns the path of a file of this computer; undefined for any other address */
export function filePathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The last part of a path: `themes.yaml` of `data/themes.yaml`. */
function baseName(path: string): string {
  return path.replace(/^.*[\\/]/s, "");
}

/**
 * A glob for a file's name in any folder. Globs have no escapes that all clients know, so that each character
 * with a meaning becomes `?`: the pattern may match other files too, so that callers must check with
 * `namesSameFile`.
 * @returns undefined for a path without a name
 */
export function globOf(path: string): string | undefined {
  const name = baseName(path);
  return name === "" ? undefined : `**/${name.replaceAll(/[[\]{}()*?!,\\^]/g, "?")}`;
}

/** `themes.yaml` in `file:///notes` as `file:///notes/themes.yaml`, with the escapes of a URI. */
export function uriOf(path: string, folder: string): string {
  const escaped = uriPath(path.split(/[\\/]/));
  const isDrive = /^[A-Za-z]:[\\/]/.test(path);
  return new URL(isDrive ? `/${escaped}` : escaped, `${folder.replace(/\/$/, "")}/`).href;
}

/** True if two URIs name the same file; their escapes may differ. */
export function namesSameFile(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function comparable(uri: string): string {
  return decoded(uri)
    .normalize()
    .replace(/^file:\/\/\/[A-Za-z]:/, (drive) => drive.toLowerCase());
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
