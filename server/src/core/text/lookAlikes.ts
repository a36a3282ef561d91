/**
 * Characters that look like the spaces, dashes, colons, quotes, brackets and commas of YAML, and invisible ones. Word
 * processors, mail programs and input methods write them. Each constant is a class of a regular expression.
 */

/** Spaces other than U+0020: no-break, thin, ideographic and others. */
export const spaceClass = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";

/** Characters without width, without the joiners that emoji and some scripts need. */
export const invisibleClass =
  "\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff";

/** Separators of lines and pages that do not end a line in YAML. */
export const separatorClass = "\\v\\f\\u0085\\u2028\\u2029";

/** Spaces, invisible characters and separators, with the ordinary space and tab. */
export const blankClass = ` \\t${spaceClass}${invisibleClass}${separatorClass}`;

export const colonClass = "\\uff1a\\ufe55\\ua789\\ufe30\\u2236\\u02d0";

const dashClass = "\\u2010-\\u2015\\u2212\\u2043\\ufe58\\ufe63\\uff0d";

/** Bullets, and the code points of Word's symbol fonts. */
const bulletClass =
  "\\u2022\\u2023\\u2219\\u25cf\\u25cb\\u25e6\\u25aa\\u25ab\\u25a0\\u25a1\\u25ba\\u25b8\\u25b6\\u25c6\\u25c7\\u2605\\u2606\\u2192\\u2713\\u2714\\u2610-\\u2612\\u2756\\u2794\\u27a1\\u27a2\\u27a4\\u00b7\\u00a7\\uf020-\\uf0ff";

/** Dashes and bullets that are no hyphen. */
export const dashOrBulletClass = dashClass + bulletClass;

/** Double and single quotes that are not straight, and accents. */
export const typographicQuoteClass =
  "\\u201c-\\u201f\\u2018-\\u201b\\u00ab\\u00bb\\u2039\\u203a\\u2033\\u2032\\uff02\\uff07\\u00b4";

/** Typographic quotes and backticks. */
export const quoteClass = `${typographicQuoteClass}\``;

/** Commas and semicolons of full width. */
export const commaClass = "\\uff0c\\u3001\\ufe50\\uff1b\\ufe54";

export const bracketClass = "\\uff3b\\uff3d\\uff5b\\uff5d";

const names: Readonly<Record<string, string>> = {
  "\t": "tab",
  "\v": "vertical tab",
  "\f": "form feed",
  "\u0085": "next-line character",
  "\u2028": "line separator",
  "\u2029": "paragraph separator",
  "\u00a0": "no-break space",
  "\u202f": "narrow no-break space",
  "\u2007": "figure space",
  "\u2009": "thin space",
  "\u2002": "en space",
  "\u2003": "em space",
  "\u3000": "full-width space",
  "\u00ad": "soft hyphen",
  "\u200b": "zero-width space",
  "\u2060": "word joiner",
  "\ufeff": "byte order mark",
  "\u2010": "hyphen",
  "\u2011": "no-break hyphen",
  "\u2012": "figure dash",
  "\u2013": "en dash",
  "\u2014": "em dash",
  "\u2212": "minus sign",
  "\u2022": "bullet",
  "\u00b7": "middle dot",
  "\uff1a": "full-width colon",
  "\uff0c": "full-width comma",
  "\u3001": "ideographic comma",
  "\uff1b": "full-width semicolon",
  "`": "backtick",
  "\u00b4": "acute accent",
};

const classNames: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`[${spaceClass}]`), "special space"],
  [new RegExp(`[${invisibleClass}]`), "invisible character"],
  [new RegExp(`[${colonClass}]`), "special colon"],
  [new RegExp(`[${dashClass}]`), "special dash"],
  [new RegExp(`[${bulletClass}]`), "bullet"],
  [new RegExp(`[${quoteClass}]`), "typographic quote"],
  [new RegExp(`[${commaClass}]`), "full-width comma"],
  [new RegExp(`[${bracketClass}]`), "full-width bracket"],
  [/\p{Script=Cyrillic}/u, "Cyrillic letter"],
  [/\p{Script=Greek}/u, "Greek letter"],
];

/**
 * @param text starts with the character
 * @returns its name with its article and code point, `A no-break space (U+00A0)`
 */
export function describeCharacter(text: string): string {
  const [character = ""] = text;
  const name =
    names[character] ?? classNames.find(([pattern]) => pattern.test(character))?.[1] ?? "character";
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `${/^[aeiou]/.test(name) ? "An" : "A"} ${name} (U+${code})`;
}

/** Letters of other scripts, each at the index of the Latin letter that it looks like. */
const lettersOfOtherScripts = "аеорсухіјѕһԁԛԝкмтпгӏαορνιυτκεχıɡϲ";
const latinLetters = "aeopcyxijshdqwkmtnrlaopviutkexigc";

/** The word with a Latin letter for each letter of full width or of another script that looks like it. */
export function withLatinLetters(word: string): string {
  if (/^[\w-]*$/.test(word)) return word;
  return [...word.normalize("NFKC")]
    .map((letter) => latinLetters[lettersOfOtherScripts.indexOf(letter)] ?? letter)
    .join("");
}
