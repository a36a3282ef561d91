/** Persons as one symbol, however their names are written. */

/** Maximum UTF-16 units of a name that is compared in parts. */
const maxLength = 100;

/** Equal for `A. Forti`, `Forti, A.`, `a. forti`, `A.Forti` and `A. Forti (CERN)`. */
export function comparablePerson(name: string): string {
  const words = firstLast(withoutRemark(name)).replaceAll(".", ". ").replaceAll(/\s+/g, " ").trim();
  return words.toLowerCase();
}

/** `Forti, A.` as `A. Forti`, `Forti, A. (CERN)` as `A. Forti (CERN)`, for a list with commas; other names as they are. */
export function firstLast(name: string): string {
  const bare = withoutRemark(name);
  const [last = "", first = "", ...others] = bare.slice(0, maxLength).split(",");
  const isSwapped =
    others.length === 0 &&
    /^\p{Lu}/u.test(first.trim()) &&
    /^[\p{L}'’ -]+$/u.test(last.trim()) &&
    !/^[A-Z\d-]{3,}$/.test(first.trim());
  const remark = name.trim().slice(bare.length).trim();
  return isSwapped ? `${first.trim()} ${last.trim()} ${remark}`.trim() : name;
}

/** `A. Forti (CERN)` without the words in brackets. */
function withoutRemark(name: string): string {
  const words = name.trim();
  const at = words.endsWith(")") ? words.lastIndexOf("(") : -1;
  return at > 0 ? words.slice(0, at).trim() : words;
}
