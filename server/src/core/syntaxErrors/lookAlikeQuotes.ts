/** Pairs of typographic quotes. */
const double = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02";
const single = "\u2018\u2019\u201a\u201b\u2039\u203a\u2032\uff07`\u00b4";

/** True for a typographic quote, a backtick or an accent. */
export function isLookAlikeQuote(character: string | undefined): boolean {
  return character !== undefined && (double.includes(character) || single.includes(character));
}

/** True if both are quotes of the same kind, straight ones included. */
export function isQuotePair(open: string | undefined, close: string | undefined): boolean {
  if (!open || !close) return false;
  return [`${double}"`, `${single}'`].some((kind) => kind.includes(open) && kind.includes(close));
}

/** The straight quote of the same kind. */
export function straightQuote(quote: string): '"' | "'" {
  return double.includes(quote) || quote === '"' ? '"' : "'";
}
