import { isDateKey, isPeopleKey } from "./keyKinds";

/** How the values of some keys begin, which distinguishes `owner A. Forti`, a key without its colon, from other words. */
const valueForms: Readonly<Record<string, RegExp>> = {
  themes: /^(?:none$|\[.*\]$|[a-z]+(?:[-/][a-z]+)*$)/,
  community: /^\p{Lu}/u,
  owner: /^\p{Lu}/u,
  status: /^(?:open|in-progress|done|dropped|draft|final)$/,
  url: /^https?:/,
  code: /^[A-Z]+\d+$/,
};

const number = /^["']?\d/;

const people = /^(?:\[.*\]$|\p{Lu})/u;

const numberKeys: ReadonlySet<string> = new Set(["start", "duration", "count", "responses"]);

/** True for a value that the key may well have: `2020-01-31` for `due`; false for a key with free text. */
export function isLikelyValue(key: string, value: string): boolean {
  const isNumber = numberKeys.has(key) || isDateKey(key);
  const form = isNumber ? number : isPeopleKey(key) ? people : valueForms[key];
  return form?.test(value) === true;
}
