/** Numbers and lists as text. */

/** `12` and `6.7` */
export function minutesText(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** `1 file`, `2 files` */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** A clause as a sentence: `the meeting has no url` as `The meeting has no url.`; a host or a name stays as it is. */
export function sentence(clause: string): string {
  const start = /^[a-z]+ /.test(clause) ? clause.charAt(0).toUpperCase() + clause.slice(1) : clause;
  return /[.?!…]$/.test(start) ? start : `${start}.`;
}

export function listText(names: readonly string[]): string {
  const omittedCount = names.length - maxListedNames;
  return names.slice(0, maxListedNames).join(", ") + (omittedCount > 0 ? ` and ${omittedCount} more` : "");
}

const maxListedNames = 20;
