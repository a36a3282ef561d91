/** Texts that YAML reads as a list or a mapping: `title: [WIP]`, `title: {a}`, `speakers: [CERN: A. Forti]`. */
import { isMap, isSeq } from "yaml";
import type { Fix } from "../../findings/finding";
import { isFreeText, type Schema, schemaAt } from "../../schema/schema";
import { quoteTitle } from "../../syntaxErrors/quoteWording";
import { lineAt } from "../../text/range";
import { type Node, rangeOf } from "../../yaml/nodes";
import { quote } from "../../yaml/scalars";
import { tailAfter } from "../../yaml/textTail";
import type { RuleContext } from "../shared/rule";
import type { SchemaLocation } from "../shared/schemaLocation";

/** True for brackets instead of a free text. */
export function isBracketText(schema: Schema | undefined, node: Node): boolean {
  return isFreeText(schema) && (isMap(node) || isSeq(node)) && node.flow === true;
}

/** Quotes the brackets, or the pair in a flow list. */
export function bracketFixes({ path }: SchemaLocation, node: Node, { text }: RuleContext): readonly Fix[] {
  const { start, end } = rangeOf(node);
  if (!isBracketText(schemaAt(path), node) || text.slice(start, end).includes("\n")) return [];
  const name = path.at(-1);
  const tail = typeof name === "string" ? tailAfter(text, end, lineAt(text, end).end) : undefined;
  const range = { start, end: tail?.end ?? end };
  const edits = [{ ...range, text: quote(text.slice(range.start, range.end)) }];
  return [{ title: quoteTitle(String(name)), edits, preferred: true }];
}
