/** Finds the code spans of Markdown in linear time. */

type Match = readonly [found: string, ...groups: (string | undefined)[]];

/**
 * Like `replaceAll`, but a match that begins with backticks becomes the whole code span if another run of the same
 * length closes it.
 * @param pattern a new global expression, whose `lastIndex` moves; one of its alternatives is "`+"
 * @param replace is given each match with its groups, and its offset in the text
 */
export function replaceWithCodeSpans(
  text: string,
  pattern: RegExp,
  replace: (match: Match, at: number) => string,
): string {
  const runs = new BacktickRuns(text);
  let result = "";
  let end = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const at = match.index;
    const [found, ...groups] = match;
    const span = found.startsWith("`") ? text.slice(at, runs.endOfSpan(at, found.length)) : found;
    result += text.slice(end, at) + replace([span, ...groups], at);
    end = at + span.length;
    pattern.lastIndex = end;
  }
  return result + text.slice(end);
}

/** The runs of backticks of a text by length; must be queried from left to right. */
export class BacktickRuns {
  /** offsets of the runs of each length, the last one first */
  readonly #byLength = new Map<number, number[]>();

  constructor(text: string) {
    for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
      const starts = this.#byLength.get(run.length);
      if (starts) starts.push(index);
      else this.#byLength.set(run.length, [index]);
    }
  }

  /** @returns the end of the code span that a run of this length opens; the end of the run if no other run closes it */
  endOfSpan(at: number, length: number): number {
    const starts = this.#byLength.get(length) ?? [];
    while ((starts.at(-1) ?? at + length) < at + length) starts.pop();
    return (starts.at(-1) ?? at) + length;
  }
}
