import { type Scalar, visit } from "yaml";
import type { Unit } from "../document/parseBlock";
import type { Finding } from "../findings/finding";
import { contains, type Edit, type Range } from "../text/range";
import { rangeOf } from "../yaml/nodes";
import { stillText } from "../yaml/scalars";
import type { RuleContext, UnitRule } from "./rule";

/** Bidirectional overrides and zero-width characters, which make text read other than it is. */
const hidden = /[\u202A-\u202E\u2066-\u2069\u200B\u2060]+/g;

/** `hidden-character`: https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing */
export const hiddenCharacter: UnitRule = { codes: ["hidden-character"], check };

function check(unit: Unit, context: RuleContext): readonly Finding[] {
  const source = context.text.slice(unit.range.start, unit.range.end);
  return [...source.matchAll(hidden)].map((match) => {
    const range = {
      start: unit.range.start + match.index,
      end: unit.range.start + match.index + match[0].length,
    };
    const name = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const fixes = () => [
      { title: "Remove the invisible characters", edits: [without(range, unit, context)], preferred: true },
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
 * Without the characters; of a text without quotes without all of them, where it would be no text any more, or where
 * aliases stand for it that would be nothing.
 */
function without(range: Range, { node }: Unit, { text }: RuleContext): Edit {
  let scalar: Scalar | undefined;
  const look = (candidate: Scalar): void => {
    if (candidate.type === "PLAIN" && contains(rangeOf(candidate), range.start)) scalar = candidate;
  };
  if (node) visit(node, { Scalar: (_, candidate) => look(candidate) });
  if (!scalar) return { ...range, text: "" };
  const whole = rangeOf(scalar);
  const left = text.slice(whole.start, whole.end).replaceAll(hidden, "");
  const still = left === "" && scalar.anchor ? '""' : stillText(left);
  return still === left ? { ...range, text: "" } : { ...whole, text: still };
}
