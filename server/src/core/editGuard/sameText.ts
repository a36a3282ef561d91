/** Compares the values of a text before and after edits. */
import type { Edit } from "../text/range";
import { Anchors } from "../yaml/anchors";
import { parseYaml } from "../yaml/parseYaml";
import { NodeComparison, type ParsedText } from "./unchangedValues";

/** @param edits offsets in the original text */
export function isSameValue(before: ParsedText, after: string, edits: readonly Edit[]): boolean {
  if (before.errors > 0) return true;
  const parsedAfter = parse(after);
  const isParsable =
    parsedAfter.errors === 0 &&
    parsedAfter.warnings <= before.warnings &&
    parsedAfter.documents <= before.documents;
  return isParsable && new NodeComparison(before, parsedAfter, edits).isSame();
}

/** Parses a text; only its first YAML document. */
export function parse(text: string): ParsedText {
  const document = parseYaml(text);
  const furtherDocuments = document.errors.filter(({ code }) => code === "MULTIPLE_DOCS").length;
  return {
    text,
    root: document.contents,
    anchors: new Anchors(document),
    // a tag that does not match its value is a warning in this parser and an error in others
    errors: document.errors.length - furtherDocuments,
    warnings: document.warnings.length,
    documents: 1 + furtherDocuments,
  };
}
