/** Names of months and days of the week in English, German, French, Italian and Spanish, without accents. */

const months = [
  "january|januar|janner|janvier|gennaio|enero",
  "february|februar|fevrier|febbraio|febrero",
  "march|marz|maerz|mars|marzo",
  "april|avril|aprile|abril",
  "may|mai|maggio|mayo",
  "june|juni|juin|giugno|junio",
  "july|juli|juillet|luglio|julio",
  "august|aout|agosto",
  "september|septembre|settembre|septiembre|setiembre",
  "october|oktober|octobre|ottobre|octubre",
  "november|novembre|noviembre",
  "december|dezember|decembre|dicembre|diciembre",
].map((names) => names.split("|"));

/** Sunday first, as in `Date.getUTCDay`. */
const weekdays = [
  "sunday|sonntag|dimanche|domenica|domingo|so",
  "monday|montag|lundi|lunedi|lunes|mo",
  "tuesday|dienstag|mardi|martedi|martes",
  "wednesday|mittwoch|mercredi|mercoledi|miercoles|mi",
  "thursday|donnerstag|jeudi|giovedi|jueves|do",
  "friday|freitag|vendredi|venerdi|viernes|fr",
  "saturday|samstag|sonnabend|samedi|sabato|sabado|sa",
].map((names) => names.split("|"));

/** @param word in lower case without accents; three letters or more @returns 1 to 12 */
export function monthOf(word: string): number | undefined {
  const at = indexOfName(word, months);
  return at === undefined ? undefined : at + 1;
}

/** @param word in lower case without accents @returns 0 for Sunday to 6 */
export function weekdayOf(word: string): number | undefined {
  return indexOfName(word, weekdays);
}

/** The only group with a name that is the word or begins with it. */
function indexOfName(word: string, groups: readonly (readonly string[])[]): number | undefined {
  const isName = (name: string): boolean => name === word || (word.length >= 3 && name.startsWith(word));
  const [at, ...others] = groups.flatMap((names, index) => (names.some(isName) ? [index] : []));
  return others.length > 0 ? undefined : at;
}
