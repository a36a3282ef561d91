/** Fixes for `themes` with a text instead of a list. */

import type { Vocabulary } from "../../catalogue/vocabulary";
import type { Fix } from "../../findings/finding";
import { messageText } from "../../text/displayText";
import { isNoneWord, isPlaceholder } from "../../text/placeholderWord";
import { replaceValue, wrapInList } from "../../yaml/edits";
import type { Node } from "../../yaml/nodes";

/** Maximum UTF-16 units of a text that is read as a list of themes. */
const maxLength = 500;

export interface ThemePart {
  readonly written: string;
  /** the reference that it means; undefined if no theme has such a name */
  readonly ref?: string;
  /** true if only one theme has this id, title or alias */
  readonly isCertain: boolean;
}

/**
 * `themes: security`, `themes: N/A`, `themes: security, cncf-landscape]`. Without a fix if a part is no theme: then the
 * list would have another finding.
 * @param written the value without its quotes
 */
export function themeListFixes(
  node: Node,
  written: string,
  text: string,
  vocabulary: Vocabulary,
): readonly Fix[] {
  const noneEdits = [replaceValue(text, node, "none")];
  if (isPlaceholder(written))
    return [{ title: "Write `themes: none`", edits: noneEdits, preferred: true, safe: isNoneWord(written) }];
  const parts = themesOfText(written.slice(0, maxLength), vocabulary);
  const refs = withoutParents([...new Set(parts.flatMap(({ ref }) => ref ?? []))]);
  if (parts.length === 0 || parts.some(({ ref }) => ref === undefined)) return [];
  const wrapped = refs.length === 1 && refs[0] === written ? wrapInList(text, node) : [];
  if (wrapped.length > 0) return [{ title: "Make it a list", edits: wrapped, preferred: true, safe: true }];
  // a theme that its topic implies would be lost
  const isCertain = refs.length === parts.length && parts.every((part) => part.isCertain);
  const isAsWritten = parts.every((part) => part.ref === part.written);
  const title = isAsWritten ? "Make it a list" : `Replace with \`[${messageText(refs.join(", "))}]\``;
  return [
    { title, edits: [replaceValue(text, node, `[${refs.join(", ")}]`)], preferred: true, safe: isCertain },
  ];
}

/**
 * The parts of a text between commas and the like; between spaces if each part is a theme then.
 * @param written at most 500 UTF-16 units
 */
export function themesOfText(written: string, vocabulary: Vocabulary): readonly ThemePart[] {
  const bare = written
    .trim()
    .replace(/^[-[({\s]+/, "")
    // bounded: 500 characters (maxLength)
    .replace(/[\])}\s.,;]+$/, "");
  const whole = toPart(bare, vocabulary);
  if (whole.isCertain && !/[,;&|]|\s\/\s/.test(bare)) return [whole];
  const parts = split(bare, /[,;&|+\n]|\s(?:and|\/|-|–)\s/).map((part) => toPart(part, vocabulary));
  if (parts.length > 1 && parts.every(({ ref }) => ref !== undefined)) return parts;
  const words = split(bare, /[\s,;&|+]/).map((word) => toPart(word, vocabulary));
  return words.length > 1 && words.every(({ isCertain }) => isCertain) ? words : parts;
}

/** A topic implies its theme. */
function withoutParents(refs: readonly string[]): readonly string[] {
  return refs.filter((ref) => !refs.some((other) => other.startsWith(`${ref}/`)));
}

function split(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((part) =>
      part
        .trim()
        .replace(/^["'#]+/, "")
        // bounded: 500 characters (maxLength)
        .replace(/["']+$/, ""),
    )
    .filter((part) => part !== "");
}

function toPart(written: string, vocabulary: Vocabulary): ThemePart {
  if (vocabulary.resolve(written)) return { written, ref: written, isCertain: true };
  const [best, second] = vocabulary.correctionsFor(written);
  if (!best) return { written, isCertain: false };
  return { written, ref: best.ref, isCertain: best.match === "exact" && second?.match !== "exact" };
}
