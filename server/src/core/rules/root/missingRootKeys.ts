import type { BlockDocument } from "../../document/blockDocument";
import type { Finding } from "../../findings/finding";
import { requiredAt } from "../../schema/schema";
import { type Edit, insertion, lineEndOf } from "../../text/range";
import type { FileContext } from "../shared/rule";
import type { RootCorrections } from "./rootCorrections";
import { columnOf, type RootEntry } from "./rootEntries";

/** `missing-key` at the root; not for a misspelt key, and not in a file with syntax errors. */
export function missingRootKeys(
  document: BlockDocument,
  entries: readonly RootEntry[],
  corrections: RootCorrections,
  { today }: FileContext,
): readonly Finding[] {
  const [first] = entries;
  if (!first || document.hasSyntaxErrors()) return [];
  const names = new Set(entries.map(({ name }) => name));
  const misspelt = new Set([...corrections.values()].flatMap(([best]) => best ?? []));
  return requiredAt([])
    .filter((key) => !names.has(key) && !misspelt.has(key))
    .map((key) => missingRootKey(key, first, document.text, today));
}

function missingRootKey(key: string, first: RootEntry, text: string, today: string): Finding {
  const isMeeting = key === "meeting";
  const edit = isMeeting ? meetingEdit(first, text, today) : listEdit(first, text);
  return {
    code: "missing-key",
    isIncomplete: true,
    range: first.range,
    message: `The file must have ${isMeeting ? "a `meeting` with a title and a date" : "a list of `contributions`"}.`,
    fixes: () => [{ title: `Add \`${key}\``, edits: [edit], preferred: true }],
  };
}

/** Inserts a `meeting` before the first key. */
function meetingEdit(first: RootEntry, text: string, today: string): Edit {
  const lines = ["meeting:", "  title: Untitled", `  date: ${today}`, ""];
  return insertion(first.range.start, lines.join(lineBreak(first, text)));
}

/** Appends `contributions` to the file. */
function listEdit(first: RootEntry, text: string): Edit {
  const eol = lineEndOf(text);
  const needsBreak = text !== "" && !text.endsWith("\n");
  const indent = " ".repeat(columnOf(first, text));
  const lines = [`${indent}contributions:`, "  - title: Untitled", "    themes: none"];
  const skeleton = `${needsBreak ? eol : ""}${lines.join(lineBreak(first, text))}${eol}`;
  return insertion(text.length, skeleton);
}

/** A line end, and the indentation of the file's keys. */
function lineBreak(first: RootEntry, text: string): string {
  return lineEndOf(text) + " ".repeat(columnOf(first, text));
}
