/** The notes go on while somebody types a line that makes its item unreadable, such as `com` for `community: …`. */

import { applyEdits, type Range } from "../text/range";
import type { Knowledge } from "./knowledge";
import { MeetingDocument } from "./meetingDocument";

/**
 * @param line the one that is being typed, in offsets of the file
 * @returns the document with that line cured, or else without it; the document as it is where the line
 * is readable, or where neither helps. Line numbers are the same in each
 */
export function whileTyping(document: MeetingDocument, knowledge: Knowledge, line: Range): MeetingDocument {
  if (isReadable(document, line)) return document;
  const texts = [...cured(document, line), blanked(document.text, line)];
  for (const text of texts) {
    const attempt = MeetingDocument.read(text, knowledge, document);
    if (isReadable(attempt, line)) return attempt;
  }
  return document;
}

function isReadable(document: MeetingDocument, { start }: Range): boolean {
  const block = document.blockAt(start)?.block;
  return !block || (block.sound && block.withNodes(({ units }) => units.every(({ sound }) => sound)));
}

/** With the first cure of each finding on the line, provided that it leaves the lines where they are. */
function cured(document: MeetingDocument, line: Range): readonly string[] {
  return document
    .findings()
    .filter(({ code, range }) => code === "yaml-syntax" && range.start <= line.end && line.start <= range.end)
    .flatMap(({ fixes }) => fixes?.().slice(0, 1) ?? [])
    .map(({ edits }) => applyEdits(document.text, edits))
    .filter((text) => linesIn(text) === linesIn(document.text));
}

function blanked(text: string, { start, end }: Range): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

function linesIn(text: string): number {
  return text.split("\n").length;
}
