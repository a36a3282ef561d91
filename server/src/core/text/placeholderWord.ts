/** Words that people write where a value is missing. */
import { plainLetters, typedText } from "./typedText";

/** Words for “no value”. */
const noneWords = new Set(
  [
    "none|none yet|none so far|none given|no|no one|noone|nothing|nothing yet|nil|null|not any|na|n.a|n/a|n / a",
    "not applicable|not available|empty|-|--|---|/|keine|keiner|aucun|aucune|nessuno|ninguno",
    "none this time|none today|none needed|nothing new|no url|no link|no items|no entries|no due date|no date",
  ].flatMap((line) => line.split("|")),
);

/** Words for "not known yet". */
const laterWords = new Set(
  "tbd|t.b.d|tba|t.b.a|tbc|t.b.c|to be defined|to be decided|to be determined|to be announced|to be confirmed|to be discussed|?|??|???|...|xxx|todo|unknown".split(
    "|",
  ),
);

/** Maximum UTF-16 units of such a word. */
const maxWordLength = 40;

/**
 * A digit, or two characters that begin none of the words above: a quick test, which most texts pass. A new word whose first
 * two characters are others must be added here.
 */
const otherStart = /^[\s"'`([{<]*(?:\d|(?!no|ni|nu|na|n\.|n\/|n |em|ke|au|ne|tb|t\.|to|xx|un)[a-z][ -~])/i;

/** True for `none`, `N/A`, `no`, `-` and the like, in any case and with a stop, a comma or quotes around it. */
export function isNoneWord(text: string): boolean {
  const word = wordIn(text);
  return word !== undefined && isNone(word);
}

/** True for a none word that is nothing else: `no` may be a name or a decision. */
export function isCertainNoneWord(text: string): boolean {
  return isNoneWord(text) && !doubtfulWords.has(wordIn(text) ?? "");
}

/** True for `isNoneWord`, and for `tbd`, `?` and the like. */
export function isPlaceholder(text: string): boolean {
  const word = wordIn(text);
  return word !== undefined && (isNone(word) || laterWords.has(word));
}

function isNone(word: string): boolean {
  return noneWords.has(word) || /^no(?:body|ne at all)$/.test(word) || noSuchThing.test(word);
}

/** `no actions`, `no new decisions`, `no action needed` */
const noSuchThing =
  /^no (?:new |further |more |open )?(?:theme|speaker|chair|owner|action|action item|decision|contribution|survey|discussion|community|answer)s?(?: needed| required| taken| made| yet| this time| so far)?$/;

/** Words that may also be a short answer, a name or initials beside other entries. */
const doubtfulWords = new Set(["no", "na", "nothing", "nil", "empty", "unknown", "todo"]);

/** True for a placeholder beside other entries of a list: `[A. Forti, TBD]`, not `[No, thanks]`. */
export function isPlaceholderAmongValues(text: string): boolean {
  return isPlaceholder(text) && !doubtfulWords.has(wordIn(text) ?? "");
}

/** The entries of a list without placeholders. */
export function withoutPlaceholders(texts: readonly string[]): readonly string[] {
  if (texts.every(isPlaceholder)) return [];
  return texts.filter((text) => !isPlaceholderAmongValues(text));
}

function wordIn(text: string): string | undefined {
  if (text.length > maxWordLength || otherStart.test(text)) return undefined;
  const dots = text.trim();
  if (/^(?:\.{2,3}|\u2026)$/.test(dots)) return "...";
  const word = plainLetters(typedText(text))
    .replace(/^[([{<]\s*/, "")
    // bounded: 40 characters (maxWordLength)
    .replace(/[\s.!]*[)\]}>]?[\s.!]*$/, "");
  return word === "" ? undefined : word;
}
