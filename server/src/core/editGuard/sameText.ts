/** Whether a text has the same values after edits. */
import type { Edit } from "../text/range";
import { Anchors } from "../yaml/anchors";
import { parseYaml } from "../yaml/parseYaml";
import { type Parsed, Unchanged } from "./unchangedValues";

/** @param edits with offsets in the text of before */
export function isSameText(before: Parsed, after: string, edits: readonly Edit[]): boolean {
  if (before.errors > 0) return true;
  const fresh = parse(after);
  const isReadable =
    fresh.errors === 0 && fresh.warnings <= before.warnings && fresh.documents <= before.documents;
  return isReadable && new Unchanged(before, fresh, edits).isSame();
}

/** Of a text of several documents the first one is read. */
export function parse(text: string): Parsed {
  const document = parseYaml(text);
  const others = document.errors.filter(({ code }) => code === "MULTIPLE_DOCS").length;
  return {
    text,
    root: document.contents,
    anchors: new Anchors(document),
    // a tag that does not fit its value is a warning to this parser, and an error to others
    errors: document.errors.length - others,
    warnings: document.warnings.length,
    documents: 1 + others,
  };
}
