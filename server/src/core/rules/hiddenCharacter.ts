import { type Scalar, visit } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { hiddenCharacters } from "../text/characters";
import { contains, type Edit, type Range } from "../text/range";
import { rangeOf } from "../yaml/nodes";
import { keepAsString } from "../yaml/scalars";
import type { RuleContext, UnitRule } from "./shared/rule";

/** `hidden-character`: https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing */
export const hiddenCharacter: UnitRule = { codes: ["hidden-character"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const source = context.text.slice(unit.range.start, unit.range.end);
  return [...source.matchAll(hiddenCharacters)].map((match) => {
    const range = {
      start: unit.range.start + match.index,
      end: unit.range.start + match.index + match[0].length,
    };
    const name = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const fixes = () => [
      {
        title: "Remove the invisible characters",
        edits: [removalEdit(range, unit, context)],
        preferred: true,
      },
    ];
    return {
      code: "hidden-character",
      range,
      message: `Invisible character ${name}: the text may be displayed differently from what is stored.`,
      fixes,
    };
  });
}

/**
 * Removes the characters. In a plain scalar, removes all of them and adds quotes if the rest would not be a
 * string, or would be empty although it has an anchor.
 */
function removalEdit(range: Range, { node }: Unit, { text }: RuleContext): Edit {
  let scalar: Scalar | undefined;
  const takeScalar = (candidate: Scalar): void => {
    if (candidate.type === "PLAIN" && contains(rangeOf(candidate), range.start)) scalar = candidate;
  };
  if (node) visit(node, { Scalar: (_, candidate) => takeScalar(candidate) });
  if (!scalar) return { ...range, text: "" };
  const scalarRange = rangeOf(scalar);
  const visibleText = text.slice(scalarRange.start, scalarRange.end).replaceAll(hiddenCharacters, "");
  const replacement = visibleText === "" && scalar.anchor ? '""' : keepAsString(visibleText);
  return replacement === visibleText ? { ...range, text: "" } : { ...scalarRange, text: replacement };
}
