/** Titles of breaks in the languages of agendas. */
import { plainLetters } from "./typedText";

const breakPattern =
  // bounded: the title's start (maxBreakTitle)
  /^(?:(?:morning|afternoon|short|group) )?(?:coffee|tea|lunch|dinner|breakfast|break|pause|photo|reception)(?: (?:and|&|with) \w+)?(?: (?:break|pause|time|photo))?\W*(?:[({].*|\d*|at .*|in .*)$/i;

/** UTF-16 units of a title that are searched for a break. */
const maxBreakTitle = 60;

const breakWords =
  "break|coffee|tea|lunch|dinner|breakfast|supper|pause|pausa|cafe|caffe|dejeuner|diner|repas|midi|kaffee|tee|kaffeepause|teepause|pausenkaffee|mittagspause|mittagessen|abendessen|pranzo|cena|merienda|comida|almuerzo|descanso|buffet|aperitif|apero|aperitivo|cocktail|refreshments|snacks?|cookies|cake|reception";
const fillerWords =
  "the|a|late|early|de|du|des|le|la|del|della|and|und|et|e|y|morning|afternoon|short|long|working|workshop|conference|social|welcome|accueil|registration|group|photo|virtual|networking|time|with|in|at|min|minutes|matin|midi|apres|gourmande|offert|self|service|free|no|host|kurze|grosse|kleine|breve";

const breakWord = new RegExp(`^(?:${breakWords})$`);
const fillerWord = new RegExp(`^(?:${fillerWords})$`);

/**
 * `Coffee break`, `Lunch`, `Break`, and the same with a place or a number after it; `Pause café`, `Coffee/Tea/registration`;
 * not `Coffee prices` and not `Lunch talk`.
 */
export function isBreakTitle(title: string): boolean {
  return breakPattern.test(title.slice(0, maxBreakTitle)) || hasBreakWordsOnly(title);
}

function hasBreakWordsOnly(title: string): boolean {
  if (title.length > maxBreakTitle) return false;
  const words = plainLetters(title).match(/\p{L}+/gu) ?? [];
  const isBreak = words.map((word) => breakWord.test(word));
  return isBreak.includes(true) && words.every((word, at) => isBreak[at] || fillerWord.test(word));
}
