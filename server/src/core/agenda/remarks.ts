/** Sentences for the person who imports an agenda, about omissions and doubts. */
import { messageText } from "../text/displayText";

/** Maximum number of different sentences, and of names in one of them. */
const maxRemarks = 30;
const maxNames = 10;

export class Remarks {
  readonly #sentences = new Set<string>();
  readonly #names = new Map<string, Set<string>>();
  #omitted = 0;

  add(sentence: string): void {
    if (this.#sentences.has(sentence)) return;
    if (this.#sentences.size < maxRemarks) this.#sentences.add(sentence);
    else this.#omitted++;
  }

  /** Adds a name to the list at the end of a sentence. @param sentence without a stop */
  addName(sentence: string, name: string): void {
    const names = this.#names.get(sentence) ?? new Set();
    names.add(messageText(name));
    this.#names.set(sentence, names);
  }

  /** All sentences, in the order in which the first of each was added; those with names come last. */
  list(): readonly string[] {
    const named = [...this.#names].map(([sentence, names]) => `${sentence}: ${quotedList([...names])}.`);
    const more = this.#omitted > 0 ? [`There are ${this.#omitted} more remarks.`] : [];
    return [...this.#sentences, ...named, ...more];
  }
}

function quotedList(names: readonly string[]): string {
  const listed = names.slice(0, maxNames).map((name) => `“${name}”`);
  const omitted = names.length - listed.length;
  return listed.join(", ") + (omitted > 0 ? ` and ${omitted} more` : "");
}
