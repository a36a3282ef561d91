/** Fixes for lists and keys below `notes:` and the like, which must be texts. */
import type { Unit } from "../../document/parseBlock";
import type { Fix } from "../../findings/finding";
import { layoutParses, readLayout } from "../../syntaxErrors/layout";
import type { LayoutShape } from "../../syntaxErrors/layoutMapping";

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
  return isItem && !hasRootKey
    ? { kind: "item", list: kind === "breaks" ? "contributions" : kind }
    : { kind: "key" };
}
