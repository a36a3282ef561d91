/** Persons as one symbol, however their names are written. */

/** Maximum UTF-16 units of a name that is compared in parts. */
const maxLength = 100;

/** Equal for `A. Forti`, `Forti, A.`, `a. forti`, `A.Forti` and `A. Forti (CERN)`. */
export function comparablePerson(name: string): string {
  const words = firstLast(withoutRemark(name)).replaceAll(".", ". ").replaceAll(/\s+/g, " ").trim();
  return words.toLowerCase();
}

/**
 * `Forti, A.` as `A. Forti`, `Forti, A. (CERN)` as `A. Forti (CERN)`, for a list with commas; other names as they are,
 * among them two persons in one text: `Alessandra Forti, Bob Scribe`.
 */
export function firstLast(name: string): string {
  const bare = withoutRemark(name);
  const [last = "", first = "", ...others] = bare.slice(0, maxLength).split(",");
  const isSwapped = others.length === 0 && isLastFirst(last, first);
  const remark = name.trim().slice(bare.length).trim();
  return isSwapped ? `${first.trim()} ${last.trim()} ${remark}`.trim() : name;
}

/** `A. Forti, B. Two`; with semicolons if a name has a comma: `García Márquez, Gabriel; B. Two`. */
export function joinedNames(names: readonly string[]): string {
  return names.join(names.some((name) => name.includes(",")) ? "; " : ", ");
}

/**
 * True for the parts of `Forti, A.` and `van der Berg, Jan`; false for those of `Alessandra Forti, Bob`, as the first of
 * them may be a first name and a surname.
 */
function isLastFirst(last: string, first: string): boolean {
  const [surnames, given] = [last, first].map((part) => part.trim().split(/\s+/));
  if (!surnames || !given || !areGivenNames(given) || !areSurnames(surnames)) return false;
  const main = surnames.slice(surnames.findIndex((word) => !isParticle(word)));
  if (main.length === 1) return true;
  // `UK` is no given name
  return areInitials(given) ? /\.|^\p{Lu}$/u.test(first.trim()) : areCapitals(main) && !areCapitals(given);
}

/** `A.`, `J.-P.`, `AB` */
function areInitials(words: readonly string[]): boolean {
  const text = words.join(" ");
  return /^(?:\p{Lu}\.?[ -]?){1,3}$/u.test(text) && text.length <= 8;
}

/** `Alessandro Maria`, `J.P.` and `Jan van`, but neither `CERN` nor `Jr.` */
function areGivenNames(words: readonly string[]): boolean {
  const [first = "", ...others] = words;
  return (
    words.length <= 4 && isGivenName(first) && others.every((word) => isGivenName(word) || isParticle(word))
  );
}

function isGivenName(word: string): boolean {
  return (
    /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) &&
    !/^[A-Z\d-]{3,}$/.test(word) &&
    !/^(?:[JS]r|Ph\.?D|M\.?D|Dr|Prof|II|IV)\.?$/i.test(word)
  );
}

/** One surname or several, with their particles: `De Salvo`, `García Márquez` */
function areSurnames(words: readonly string[]): boolean {
  const [first = "", ...others] = words;
  const isSurname = (word: string): boolean => /^[\p{Lu}\p{Lo}'’]/u.test(word) || isParticle(word);
  return (
    words.length <= 5 &&
    words.every((word) => /^[\p{L}\p{M}'’-]+$/u.test(word)) &&
    (others.length === 0 || (first.length > 1 && words.every(isSurname)))
  );
}

function areCapitals(words: readonly string[]): boolean {
  return words.every((word) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase());
}

/** Words before a surname; other words with a capital letter, such as `Ben`, are also first names. */
const particles: ReadonlySet<string> = new Set(
  (
    "de del della dello dei degli di da dal dalla das dos do du des le la los las van vande vanden von vom zu zum zur " +
    "den der het ter ten te af av el"
  ).split(" "),
);

/** Particles in lower case only. */
const lowerParticles: ReadonlySet<string> = new Set("al ben bin ibn abu mac san st".split(" "));

/** `van`, `De` */
export function isParticle(word: string): boolean {
  return particles.has(word.toLowerCase()) || lowerParticles.has(word);
}

/** `A. Forti (CERN)` without the words in brackets. */
function withoutRemark(name: string): string {
  const words = name.trim();
  const at = words.endsWith(")") ? words.lastIndexOf("(") : -1;
  return at > 0 ? words.slice(0, at).trim() : words;
}
