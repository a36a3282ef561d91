/**
 * Names of months in English, German, French, Italian, Spanish, Portuguese, Dutch and Polish, and of days of the week in the
 * first five, without accents.
 */

const months = [
  "january|januar|janner|janvier|gennaio|enero|janeiro|januari|stycznia",
  "february|februar|fevrier|febbraio|febrero|fevereiro|februari|lutego",
  "march|marz|maerz|mars|marzo|marco|maart|marca",
  "april|avril|aprile|abril|kwietnia",
  "may|mai|maggio|mayo|maio|mei|maja",
  "june|juni|juin|giugno|junio|junho|czerwca",
  "july|juli|juillet|luglio|julio|julho|lipca",
  "august|aout|agosto|augustus|sierpnia",
  "september|septembre|settembre|septiembre|setiembre|setembro|wrzesnia",
  "october|oktober|octobre|ottobre|octubre|outubro|pazdziernika",
  "november|novembre|noviembre|novembro|listopada",
  "december|dezember|decembre|dicembre|diciembre|dezembro|grudnia",
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
