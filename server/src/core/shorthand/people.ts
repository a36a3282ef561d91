/** The persons of a file by the forms in which a line of notes names them. */
import { firstLast } from "../text/personName";
import { plainLetters } from "../text/typedText";

/** Finds persons by full name, surname, first name, initials or handle. */
export class People {
  /** the name by each form; undefined if several persons share it */
  readonly #byForm = new Map<string, string | undefined>();

  /** @param names as written in the file: `A. Forti`, `Forti, A.`, `A. Forti (CERN)` */
  constructor(names: Iterable<string>) {
    const written = new Map<string, string>();
    for (const name of names) {
      const full = fullName(name);
      const known = written.get(plainLetters(full));
      if (known === undefined && full !== "") written.set(plainLetters(full), full);
    }
    for (const full of written.values()) for (const form of formsOf(full)) this.#add(form, full);
    // initials that are those of another person in full are not ambiguous
    const known = new Set(this.#byForm.keys());
    for (const full of written.values())
      for (const form of otherInitials(full)) if (!known.has(form)) this.#add(form, full);
  }

  /** @returns the name of the person in the file; undefined if no person, or more than one, has this form of a name */
  find(text: string): string | undefined {
    return this.#byForm.get(normalised(text)) ?? this.#byForm.get(normalised(fullName(text)));
  }

  #add(form: string, name: string): void {
    const other = this.#byForm.has(form) && this.#byForm.get(form) !== name;
    this.#byForm.set(form, other ? undefined : name);
  }
}

/** UTF-16 units of a name. */
const maxNameLength = 100;

/** `Forti, A. (CERN)` as `A. Forti` */
function fullName(name: string): string {
  const words = name.slice(0, maxNameLength).replaceAll(/\s+/g, " ");
  return firstLast(words.replace(/ ?\([^()]*\)$/, "").trim());
}

/** @returns each form in the form of `normalised` */
function formsOf(full: string): ReadonlySet<string> {
  const words = full.split(/[\s.]+/).filter((word) => word !== "");
  const first = words[0] ?? "";
  const last = words.slice(1).join(" ");
  const initials = words.map((word) => word.charAt(0)).join("");
  const forms = [
    full,
    words.join(" "),
    ...(last === "" ? [] : [last, `${first.charAt(0)} ${last}`, first.charAt(0) + last.replaceAll(" ", "")]),
    ...(last === "" ? [] : [initials, words.join(""), `${first} ${last.charAt(0)}`]),
    ...(first.length > 1 ? [first] : []),
    ...(words.length > 2 ? [words.at(-1) ?? ""] : []),
  ];
  return new Set(forms.map(normalised).filter((form) => form.length > 1));
}

/** Other initials: `RD` for `Robert J. Dane`, `JLP` for `Jean-Luc Petit`. */
function otherInitials(full: string): readonly string[] {
  const words = full.split(/[\s.]+/).filter((word) => word !== "");
  const long = words.filter((word, at) => at === 0 || word.length > 1);
  return [long, words.flatMap((word) => word.split("-"))]
    .map((parts) => normalised(parts.map((part) => part.charAt(0)).join("")))
    .filter((form) => form.length > 1);
}

/** Lower case without accents, dots and the mark of a handle. */
function normalised(text: string): string {
  return plainLetters(text.slice(0, maxNameLength))
    .replace(/^@/, "")
    .replaceAll(/[.\s_]+/g, " ")
    .trim();
}
