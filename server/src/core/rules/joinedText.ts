import { isScalar, Scalar } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding, Fix } from "../findings/finding";
import { layoutParses, readLayout } from "../syntaxErrors/layout";
import type { LayoutShape } from "../syntaxErrors/layoutMapping";
import { isTextKey } from "../syntaxErrors/layoutText";
import { trimmedEnd } from "../text/range";
import { type KeyedValue, pairsOf, rangeOf } from "../yaml/nodes";
import type { RuleContext, UnitRule } from "./rule";

/**
 * `wrong-type` for a text of several lines without `|`, in which YAML reads headings as comments and joins the entries of
 * lists and the rows of tables.
 */
export const joinedText: UnitRule = { codes: ["wrong-type"], check };

function check(unit: Unit, { text }: RuleContext): readonly Finding[] {
  return pairsOf(unit.node).flatMap((pair) => {
    if (!isTextKey(pair.name) || !isPlain(pair) || !pair.value) return [];
    const lines = text.slice(rangeOf(pair.key).end, trimmedEnd(text, rangeOf(pair.value).end));
    return structuredLine.test(lines) ? joinedTextFinding(unit, text) : [];
  });
}

/** A heading, an entry of a list or a row of a table. */
const structuredLine = /\n[ \t]{1,200}(?:[-*+][ \t]|[#|]|\d{1,9}[.)][ \t])/;

function isPlain({ value }: KeyedValue): boolean {
  return isScalar(value) && value.type === Scalar.PLAIN && value.value !== null && value.source !== "";
}

function joinedTextFinding(unit: Unit, text: string): readonly Finding[] {
  const layout = readLayout(text, shapeOf(unit, text));
  if (!layout) return [];
  const { range, message } = layout;
  return [{ code: "wrong-type", range, message, fixes: () => textFixes(unit, text) }];
}

/** The message for a list or keys instead of a text. */
export function textMessage(name: string): string {
  return `\`${name}\` must be text: write \`${name}: |\` above its lines.`;
}

/** Fixes that make the lines below a key its text. */
export function textFixes(unit: Unit, text: string): readonly Fix[] {
  const shape = shapeOf(unit, text);
  const layout = readLayout(text, shape);
  return layout && layoutParses(text, shape, layout.edits)
    ? [{ title: layout.title, edits: layout.edits, preferred: true }]
    : [];
}

/** A block with one item begins with a dash; otherwise it has root keys. */
function shapeOf({ kind, range }: Unit, text: string): LayoutShape {
  const isItem = kind !== "meeting" && /^[ \t]*-/.test(text.slice(text.lastIndexOf("\n", range.start) + 1));
  const hasRootKey = /^["']?[A-Za-z]/m.test(text);
  return isItem && !hasRootKey ? { kind: "item", list: kind } : { kind: "key" };
}
