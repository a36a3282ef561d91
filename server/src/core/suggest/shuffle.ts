/** Deterministic pseudo-random order. */

/** Fisher and Yates's shuffle, in place. */
export function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const swapIndex = random() % (at + 1);
    const [first, second] = [list[at] as T, list[swapIndex] as T];
    list[at] = second;
    list[swapIndex] = first;
  }
}

/** A deterministic sequence: linear congruential generator with the constants of Numerical Recipes. */
export function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
