/**
 * The changes of one file as a unified diff, for `git apply` and `patch -p1`:
 * https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */
import { formatPatch, OMIT_HEADERS, type StructuredPatch, structuredPatch } from "diff";
import { terminalText } from "../../core/text/displayText";
import { patchName } from "./patchName";

/** Lines around a change. */
const context = 3;

/** Maximum number of removed and added lines for a minimal diff: its time grows with their square. */
const maxChanges = 2000;

export interface FileDiff {
  /** ends in a line feed */
  readonly text: string;
  /**
   * false if characters that affect a terminal or a CI log are replaced, so that `text` must not be applied
   */
  readonly isExact: boolean;
}

/**
 * @param path of the file, from the command line
 * @param before its text, including a byte order mark
 * @param after its fixed text, different from `before`
 */
export function unifiedDiff(path: string, before: string, after: string): FileDiff {
  const { hunks } = patchOf(before, after);
  const name = patchName(path);
  if (name === undefined || !hunks.every(({ lines }) => lines.every(isHarmless)))
    return { text: readable(hunks), isExact: false };
  const body = formatPatch({ ...patchOf("", ""), hunks: [...hunks] }, OMIT_HEADERS);
  return { text: `--- ${name.old}\n+++ ${name.new}\n${body}`, isExact: true };
}

type Hunk = StructuredPatch["hunks"][number];

function patchOf(before: string, after: string): StructuredPatch {
  const options = { context, maxEditLength: maxChanges };
  const minimal = structuredPatch("", "", before, after, undefined, undefined, options);
  return minimal ?? { ...patchOf("", ""), hunks: [oneHunk(before, after)] };
}

/** One hunk from the first line that differs to the end. */
function oneHunk(before: string, after: string): Hunk {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const differs = old.findIndex((line, at) => line !== fresh[at]);
  const first = differs === -1 ? old.length : differs;
  const start = Math.max(0, first - context);
  return {
    oldStart: start + 1,
    oldLines: old.length - start,
    newStart: start + 1,
    newLines: fresh.length - start,
    lines: [
      ...old.slice(start, first).flatMap(marked(" ")),
      ...old.slice(first).flatMap(marked("-")),
      ...fresh.slice(first).flatMap(marked("+")),
    ],
  };
}

/** The lines, each with its line feed. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(sign: string): (line: string) => readonly string[] {
  return (line) =>
    line.endsWith("\n") ? [sign + line.slice(0, -1)] : [sign + line, "\\ No newline at end of file"];
}

/**
 * A line of a hunk. True if it has no characters that affect a terminal; a carriage return at its end and a
 * byte order mark at its start do not.
 */
function isHarmless(line: string): boolean {
  const text = line.replace(/\r$/, "").replace(/^(.)\ufeff/, "$1");
  return terminalText(text) === text;
}

/** The lines that differ, for display only: no program accepts them as a patch. */
function readable(hunks: readonly Hunk[]): string {
  return hunks
    .map(({ oldStart, lines }) => {
      const first = lines.findIndex((line) => !line.startsWith(" "));
      const changed = lines.filter((line) => /^[-+]/.test(line)).map((line) => `${line[0]} ${line.slice(1)}`);
      return [`@@ line ${oldStart + first} @@`, ...changed.map(terminalText), ""].join("\n");
    })
    .join("");
}
