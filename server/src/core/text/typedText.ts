/** Values as people type and paste them. */

/** Maximum UTF-16 units of a value that is read as a date, a time or a number. */
const maxTypedLength = 100;

/**
 * The text of a typed value without what surrounds it: spaces of all kinds, quotes, and a final stop or comma. All dashes
 * become `-`, all spaces ` `,
 * and full-width digits, letters and marks those of ASCII.
 * @returns empty for a text that is too long to be a single value
 */
export function typedText(text: string): string {
  if (text.length > maxTypedLength) return "";
  const simple = text
    .replaceAll(/[\s\u200B\u2060\uFEFF]+/g, " ")
    .replaceAll(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - fullWidthOffset))
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/[\u2018\u2019\u201B\u2032\u00B4]/g, "'");
  return withoutSurroundings(simple);
}

/** From a character of ASCII to the full-width one. */
const fullWidthOffset = 0xfee0;

function withoutSurroundings(text: string): string {
  return (
    text
      .replace(/^[\s"'`\u201C-\u201F\u00AB\u00BB]+/, "")
      // bounded: 100 characters (maxTypedLength)
      .replace(/[\s"`\u201C-\u201F\u00AB\u00BB.,;]+$/, "")
  );
}

/** ASCII, which has no accents. */
const isPlain = /^[\x20-\x7E]*$/;

/** The text in lower case without accents: `décembre` as `decembre`. */
export function plainLetters(text: string): string {
  return (isPlain.test(text) ? text : text.normalize("NFD").replaceAll(/\p{M}/gu, "")).toLowerCase();
}
