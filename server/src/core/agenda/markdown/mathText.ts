/** Formulas in text, `$E = mc^2$` and `$$…$$`, which Markdown would change. */

export interface TextPart {
  readonly text: string;
  readonly isMath: boolean;
}

/** Both patterns end at the next dollar sign, so that a text is read once. */
const mathPattern = /\$\$[^$]+\$\$|\$(?![\s$])[^$\n]+\$(?!\d)/g;

/** The parts of a text, none of them empty. */
export function mathParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: math, index } of text.matchAll(mathPattern)) {
    if (/\s\$$/.test(math)) continue;
    parts.push({ text: text.slice(end, index), isMath: false }, { text: math, isMath: true });
    end = index + math.length;
  }
  return [...parts, { text: text.slice(end), isMath: false }].filter((part) => part.text !== "");
}
