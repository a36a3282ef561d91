import { terminalText } from "../../core/text/displayText";
import { reportPath } from "../reports/reportPath";

/** The names of a file in the header of a unified diff. */
export interface PatchName {
  /** after `--- ` */
  readonly old: string;
  /** after `+++ ` */
  readonly new: string;
}

/**
 * The name is relative to the working directory; for a file outside of it, to the root.
 * @param path of the file, from the command line
 * @returns undefined if the name is not UTF-8
 */
export function patchName(path: string): PatchName | undefined {
  if (path.includes("\ufffd")) return undefined;
  const name = reportPath(path).replace(/^\//, "");
  return { old: written(`a/${name}`), new: written(`b/${name}`) };
}

/** As Git writes it: a tab ends a name that has spaces, and a name with special characters is quoted. */
function written(name: string): string {
  if (/["\\\t]/.test(name) || terminalText(name) !== name) return `"${escaped(name)}"`;
  return name.includes(" ") ? `${name}\t` : name;
}

/** Escapes all bytes except harmless ASCII characters as `\` and three octal digits. */
function escaped(name: string): string {
  const written = [...Buffer.from(name)].map((byte) => {
    const char = String.fromCharCode(byte);
    return /[\w ./,:=@+-]/.test(char) ? char : `\\${byte.toString(8).padStart(3, "0")}`;
  });
  return written.join("");
}
