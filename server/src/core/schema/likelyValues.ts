/** How the values of some keys begin, which distinguishes `owner A. Forti`, a key without its colon, from other words. */
const valueForms: Readonly<Record<string, RegExp>> = {
  themes: /^(?:none$|\[.*\]$|[a-z]+(?:[-/][a-z]+)*$)/,
  speakers: /^(?:\[.*\]$|\p{Lu})/u,
  community: /^\p{Lu}/u,
  owner: /^\p{Lu}/u,
  status: /^(?:open|done)$/,
  url: /^https?:/,
  code: /^[A-Z]+\d+$/,
};

const number = /^["']?\d/;

const numberKeys: ReadonlySet<string> = new Set(["start", "duration", "date", "due", "count", "responses"]);

/** True for a value that the key may well have: `2020-01-31` for `due`; false for a key with free text. */
export function isLikelyValue(key: string, value: string): boolean {
  return (numberKeys.has(key) ? number : valueForms[key])?.test(value) === true;
}
