/** Titles of breaks in the languages of agendas, and the marks around them. */
import { isBreakTitle } from "../../text/breakTitle";
import { plainLetters } from "../../text/typedText";

const words =
  "break|coffee|tea|lunch|dinner|breakfast|supper|pause|pausa|cafe|caffe|dejeuner|diner|repas|midi|kaffee|tee|kaffeepause|teepause|pausenkaffee|mittagspause|mittagessen|abendessen|pranzo|cena|merienda|comida|almuerzo|descanso|buffet|aperitif|apero|aperitivo|cocktail|refreshments|snacks?|cookies|cake|reception";
const fillers =
  "the|a|late|early|de|du|des|le|la|del|della|and|und|et|e|y|morning|afternoon|short|long|working|workshop|conference|social|welcome|accueil|registration|group|photo|virtual|networking|time|with|in|at|min|minutes|matin|midi|apres|gourmande|offert|self|service|free|no|host|kurze|grosse|kleine|breve";

const breakWord = new RegExp(`^(?:${words})$`);
const fillerWord = new RegExp(`^(?:${fillers})$`);

/** Maximum UTF-16 units of the title of a break. */
const maxLength = 60;

/** `Coffee break`, `Pause café`, `Coffee/Tea/registration`; not `Coffee prices` and not `Lunch talk`. */
export function isAgendaBreak(title: string): boolean {
  if (title.length > maxLength) return false;
  if (isBreakTitle(title)) return true;
  const all = plainLetters(title).match(/\p{L}+/gu) ?? [];
  return (
    all.some((word) => breakWord.test(word)) &&
    all.every((word) => breakWord.test(word) || fillerWord.test(word))
  );
}

/** `--- Coffee ---` as `Coffee`, `*** Lunch ***` as `Lunch` */
export function withoutBreakMarks(title: string): string {
  const [, inner] =
    // bounded: 500 characters (maxAgendaLine)
    /^(?:[-–—*=~_#]{2,}|[-–—*=~_]+(?= )) ?(\S.*?\S) ?[-–—*=~_#]+$/.exec(title) ?? [];
  return inner ?? title;
}
