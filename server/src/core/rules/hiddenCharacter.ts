import { isScalar, visit } from "yaml";
import { stillText } from "../edits";
import type { Finding } from "../finding";
import { rangeOf } from "../nodes";
import type { Unit } from "../parse";
import { contains, type Edit, type Range } from "../range";
import type { RuleContext } from "./rule";

/** Bidirectional overrides and zero-width characters, which make text read other than it is. */
const hidden = /[\u202A-\u202E\u2066-\u2069\u200B\u2060]+/g;

/** `hidden-character`: https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing */
export function hiddenCharacter(unit: Unit, context: RuleContext): readonly Finding[] {
  const source = context.text.slice(unit.range.start, unit.range.end);
  return [...source.matchAll(hidden)].map((match) => {
    const range = {
      start: unit.range.start + match.index,
      end: unit.range.start + match.index + match[0].length,
    };
    const name = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const fixes = () => [{ title: "Remove it", edits: [without(range, unit, context)], preferred: true }];
    return {
      code: "hidden-character",
      range,
      message: `An invisible character (${name}) stands here; it can make text read other than it is.`,
      fixes,
    };
  });
}

/** Without the characters; of a text without quotes without all of them, where it would be no text any more. */
function without(range: Range, { node }: Unit, { text }: RuleContext): Edit {
  let scalar: Range | undefined;
  const look = (candidate: unknown): void => {
    if (isScalar(candidate) && candidate.type === "PLAIN" && contains(rangeOf(candidate), range.start))
      scalar = rangeOf(candidate);
  };
  if (node) visit(node, { Scalar: (_, candidate) => look(candidate) });
  const left = scalar && text.slice(scalar.start, scalar.end).replaceAll(hidden, "");
  const quoted = left === undefined ? undefined : stillText(left);
  return scalar && quoted !== undefined && quoted !== left
    ? { ...scalar, text: quoted }
    : { ...range, text: "" };
}
