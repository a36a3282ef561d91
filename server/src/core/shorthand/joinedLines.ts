/** UTF-16 units of a line that its writer may have broken only because it was full. */
const fullLine = 60;

/** The end of a line that continues in the next one: a mark, or a word that nothing ends with. */
const openEnd =
  /[^\p{L}\p{N})\]"'\u2019\u201d*_`/]$|(?:^|\s)(?:a|an|and|as|at|by|for|from|in|into|of|on|or|our|that|the|their|this|to|via|with)$/iu;

/**
 * Joins the lines of an action or a decision as one text: a sentence that is wrapped stays one, and a line that begins another
 * thought, with a capital letter below a line without punctuation, is after a semicolon.
 */
export function joinedLines([first = "", ...others]: readonly string[]): string {
  let last = first;
  return others.reduce((text, line) => {
    const isThought =
      /^\s*\p{Lu}/u.test(line) && last.trimEnd().length < fullLine && !openEnd.test(last.trimEnd());
    last = line;
    return `${text}${isThought ? ";" : ""} ${line}`;
  }, first);
}
