/**
 * Keeps the preview stable while a line is typed that makes its item unparsable, such as `com` for
 * `community: …`.
 */

import { applyEdits, type Range } from "../text/range";
import type { Knowledge } from "./knowledge";
import { MeetingDocument } from "./meetingDocument";

/**
 * @param line the line that is being typed, offsets in the file
 * @returns the document with that line fixed, or else without it; the document unchanged if the line parses
 *   or neither helps. Line numbers are the same in all cases.
 */
export function withoutTypedLine(
  document: MeetingDocument,
  knowledge: Knowledge,
  line: Range,
): MeetingDocument {
  if (isReadable(document, line)) return document;
  const texts = [...repairedTexts(document, line), withBlankedLine(document.text, line)];
  for (const text of texts) {
    const repairedDocument = MeetingDocument.read(text, knowledge, document);
    if (isReadable(repairedDocument, line)) return repairedDocument;
  }
  return document;
}

function isReadable(document: MeetingDocument, { start }: Range): boolean {
  const block = document.blockAt(start)?.block;
  return (
    !block ||
    (block.isValidYaml && block.withNodes(({ units }) => units.every(({ isConverted }) => isConverted)))
  );
}

/** The texts with the first fix of each finding on the line, if it keeps the number of lines. */
function repairedTexts(document: MeetingDocument, line: Range): readonly string[] {
  return document
    .findings()
    .filter(({ code }) => code === "yaml-syntax" || code === "look-alike-character")
    .filter(({ range }) => range.start <= line.end && line.start <= range.end)
    .flatMap(({ fixes }) => fixes?.().slice(0, 1) ?? [])
    .map(({ edits }) => applyEdits(document.text, edits))
    .filter((text) => linesIn(text) === linesIn(document.text));
}

function withBlankedLine(text: string, { start, end }: Range): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

function linesIn(text: string): number {
  return text.split("\n").length;
}
