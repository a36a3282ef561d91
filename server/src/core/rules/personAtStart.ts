/** Finds the person whose name begins the text of an action. */

export interface NamedPerson {
  readonly name: string;
  /** true if the name is among the known ones */
  readonly isKnown: boolean;
}

/**
 * @param people known names
 * @returns the person of `A. Forti: ask the sites`, `A. Forti to ask`, `Forti will ask` or `@forti ask`
 */
export function personAtStart(text: string, people: readonly string[]): NamedPerson | undefined {
  const start = text.trimStart().slice(0, maxStartLength);
  const known = people.filter((person) => isNamedAt(start, person));
  if (known.length > 0)
    return known[0] === undefined || known.length > 1 ? undefined : { name: known[0], isKnown: true };
  const [, name] =
    /^@?((?:\p{Lu}\.[ -]?){1,3}\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)(?::|,? (?:to|will|should|must|-|–)\s)/u.exec(
      start,
    ) ?? [];
  return name === undefined ? undefined : { name, isKnown: false };
}

/** Maximum UTF-16 units of a text that are searched for a name. */
const maxStartLength = 80;

/** True if the text begins with the name or the last part of it, followed by a colon, `to` and the like. */
function isNamedAt(start: string, person: string): boolean {
  const lower = start.toLowerCase();
  const bare = lower.replace(/^@/, "");
  const name = person.toLowerCase().replace(/\s{0,9}\([^()]*\)$/, "");
  const last = name.split(/[\s.]+/).at(-1) ?? "";
  const compact = name.replaceAll(/[\s.]+/g, "");
  const used = [name, ...(last.length >= 3 ? [last] : []), compact].find(
    (part) => part !== "" && bare.startsWith(part),
  );
  if (used === undefined) return false;
  const rest = bare.slice(used.length);
  const isMention = lower.startsWith("@") && /^(?:[\s:,]|$)/.test(rest);
  return isMention || /^(?:\s?:|,?\s(?:to|will|should|must|-|–|→|->)\s|,\s)/.test(rest);
}
