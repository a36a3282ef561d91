/** Numbers and lists in words. */

/** `12` and `6.7` */
export function minutes(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** `1 file`, `2 files` */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

export function list(names: readonly string[]): string {
  const left = names.length - mostListed;
  return names.slice(0, mostListed).join(", ") + (left > 0 ? ` and ${left} more` : "");
}

const mostListed = 20;
