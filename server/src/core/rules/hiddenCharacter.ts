import type { Finding } from "../finding";
import type { Unit } from "../parse";
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
    const fixes = () => [{ title: "Remove it", edits: [{ ...range, text: "" }], preferred: true }];
    return {
      code: "hidden-character",
      range,
      message: `An invisible character (${name}) stands here; it can make text read other than it is.`,
      fixes,
    };
  });
}
