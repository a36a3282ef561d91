import { terminalText } from "../../core/text/displayText";
import { reportPath } from "../reports/reportPath";

/** How the header of a unified diff names a file. */
export interface PatchName {
  /** behind `--- ` */
  readonly old: string;
  /** behind `+++ ` */
  readonly new: string;
}

/**
 * The name is relative to the folder that the run is started in, and to the root where the file is outside of it.
 * @param path of the file, as it was named on the command line
 * @returns nothing where the name is not UTF-8
 */
export function patchName(path: string): PatchName | undefined {
  if (path.includes("\ufffd")) return undefined;
  const name = reportPath(path).replace(/^\//, "");
  return { old: written(`a/${name}`), new: written(`b/${name}`) };
}

/** As Git writes it: a tab ends a name that has spaces, and quotes enclose one with characters that act. */
function written(name: string): string {
  if (/["\\\t]/.test(name) || terminalText(name) !== name) return `"${escaped(name)}"`;
  return name.includes(" ") ? `${name}\t` : name;
}

/** Each byte but that of a harmless ASCII character as `\` and three octal digits. */
function escaped(name: string): string {
  const written = [...Buffer.from(name)].map((byte) => {
    const char = String.fromCharCode(byte);
    return /[\w ./,:=@+-]/.test(char) ? char : `\\${byte.toString(8).padStart(3, "0")}`;
  });
  return written.join("");
}
