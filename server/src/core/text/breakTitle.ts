/** Titles of breaks. */

const breakPattern =
  // bounded: the title's start (maxBreakTitle)
  /^(?:(?:morning|afternoon|short|group) )?(?:coffee|tea|lunch|dinner|breakfast|break|pause|photo|reception)(?: (?:and|&|with) \w+)?(?: (?:break|pause|time|photo))?\W*(?:[({].*|\d*|at .*|in .*)$/i;

/** UTF-16 units of a title that are searched for a break. */
const maxBreakTitle = 60;

/** `Coffee break`, `Lunch`, `Break`, and the same with a place or a number after it. */
export function isBreakTitle(title: string): boolean {
  return breakPattern.test(title.slice(0, maxBreakTitle));
}
