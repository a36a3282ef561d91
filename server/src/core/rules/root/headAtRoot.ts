import type { Finding, Fix } from "../../findings/finding";
import { keysAt } from "../../schema/schema";
import { type Edit, insertion, lineEndOf } from "../../text/range";
import { isBlankAt } from "../../yaml/lineShape";
import type { RootEntry } from "./rootEntries";

/** Keys of the meeting at the root of a file without `meeting:`. */
interface HeadAtRoot {
  readonly entries: readonly RootEntry[];
  readonly finding: Finding;
}

/** @returns the first keys of a file if they are keys of the meeting, its title or date among them */
export function headAtRoot(entries: readonly RootEntry[], text: string): HeadAtRoot | undefined {
  const headKeys = keysAt(["meeting"]);
  const next = entries.findIndex(({ name }) => !headKeys.includes(name) || keysAt([]).includes(name));
  const run = next < 0 ? entries : entries.slice(0, next);
  const [first] = run;
  const isHead = run.some(({ name }) => name === "title" || name === "date");
  const hasHead = entries.some(({ name }) => name === "meeting");
  if (!first || !isHead || hasHead || run.some(({ block }) => !block.isValidYaml)) return undefined;
  const end = next < 0 ? text.length : (entries[next] as RootEntry).range.start;
  const fix: Fix = {
    title: "Write `meeting:` above these keys",
    edits: indentBelowMeeting(first.range.start, end, text),
    preferred: true,
  };
  const message = `\`${first.name}\` is a key of the meeting: it must be indented below \`meeting:\`.`;
  return { entries: run, finding: { code: "missing-key", range: first.range, message, fixes: () => [fix] } };
}

function indentBelowMeeting(from: number, end: number, text: string): readonly Edit[] {
  const edits: Edit[] = [insertion(from, `meeting:${lineEndOf(text)}  `)];
  for (let newline = text.indexOf("\n", from); newline >= 0 && newline + 1 < end; ) {
    const start = newline + 1;
    const isBlank =
      /[\r\n]/.test(text[start] ?? "\n") || (isBlankAt(text, start) && isBlankLine(text, start));
    if (!isBlank) edits.push(insertion(start, "  "));
    newline = text.indexOf("\n", start);
  }
  return edits;
}

function isBlankLine(text: string, start: number): boolean {
  let at = start;
  while (isBlankAt(text, at)) at++;
  return /[\r\n]/.test(text[at] ?? "\n");
}
