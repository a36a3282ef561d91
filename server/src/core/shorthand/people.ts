/** The persons of a file by the forms in which a line of notes names them. */
import { firstLast } from "../text/personName";
import { plainLetters } from "../text/typedText";
import { formsOf, normalisedName, otherInitials } from "./nameForms";

/** Finds persons by full name, surname, first name, initials or handle. */
export class People {
  /** the name by each form; undefined if several persons share it */
  readonly #byForm = new Map<string, string | undefined>();

  /** True for the name of a system, which is no person: `XCache to move to Kubernetes`. */
  readonly isSystem: (name: string) => boolean;

  /** @param names as written in the file: `A. Forti`, `Forti, A.`, `A. Forti (CERN)`, `RJ` */
  constructor(names: Iterable<string>, isSystem: (name: string) => boolean = () => false) {
    this.isSystem = isSystem;
    const written = new Map<string, string>();
    for (const name of names) {
      const full = fullName(name);
      const known = written.get(plainLetters(full));
      if (known === undefined && full !== "") written.set(plainLetters(full), full);
    }
    const persons = [...written.values()];
    this.#addUnknown(persons.filter((name) => shortnessOf(name) === 0));
    this.#addUnknown(persons.filter((name) => shortnessOf(name) === 1));
    // initials that are those of another person in full are not ambiguous
    const known = new Set(this.#byForm.keys());
    for (const full of persons)
      for (const form of otherInitials(full)) if (!known.has(form)) this.#add(form, full);
    this.#addUnknown(persons.filter((name) => shortnessOf(name) === 2));
    // a name in full is that person, even if it is also a form of another name
    for (const full of persons) if (shortnessOf(full) === 0) this.#byForm.set(normalisedName(full), full);
  }

  /** @returns the name of the person in the file; undefined if no person, or more than one, has this form of a name */
  find(text: string): string | undefined {
    return this.#byForm.get(normalisedName(text)) ?? this.#byForm.get(normalisedName(fullName(text)));
  }

  /** Adds those that are not a form of a name that was added before: `RJ` is Roger Jonas if the file has him. */
  #addUnknown(names: readonly string[]): void {
    const added = names.filter((name) => !this.#byForm.has(normalisedName(name)));
    for (const name of added) for (const form of formsOf(name)) this.#add(form, name);
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

/** 0 for `Roger Jonas`, 1 for `R. Jonas`, 2 for `RJ` and `Roger` */
function shortnessOf(full: string): 0 | 1 | 2 {
  const [first = "", ...others] = full.split(/[\s.]+/).filter((word) => word !== "");
  if (others.length === 0) return 2;
  return first.length === 1 ? 1 : 0;
}
