import { blanksStart, skipBlanks } from "../cursor/lines";

/** Where a list of plain words stands on one line, alone or behind its key, with a comment behind it or without. */
const listLine = /^((?:- )*(?:[A-Za-z_][\w-]*: )?)\[([^[\]{}"'#]*)\]([ \t]*|[ \t]+#.*)$/;

/** `[ a ,b ]` becomes `[a, b]`; any other line, and a list with a quote in it or an entry missing, stays as it is. */
export function tidyList(line: string): string {
  const [, lead = "", inside, trail = ""] = listLine.exec(line) ?? [];
  if (inside === undefined) return line;
  const entries = inside.split(",").map(withoutBlanks);
  if (entries.length > 1 && entries.includes("")) return line;
  return `${lead}[${entries.join(", ")}]${trail}`;
}

/** An entry without the spaces and tabs around it. */
function withoutBlanks(entry: string): string {
  const end = blanksStart(entry, 0, entry.length);
  return entry.slice(skipBlanks(entry, 0, end), end);
}
