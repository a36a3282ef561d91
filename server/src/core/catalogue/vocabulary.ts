/** A catalogue made quick to ask: references, near misses, and systems named in a text. */
import { distance } from "fastest-levenshtein";
import { oneLine } from "../text/labelText";
import type { Range } from "../text/range";
import type { Catalogue, Community, System, Theme, Topic } from "./catalogue";
import { Names } from "./nameFinder";

export interface Reference {
  /** as it is written in a file: `theme` or `theme/topic` */
  readonly ref: string;
  readonly theme: Theme;
  readonly topic?: Topic;
}

/** A reference that a misspelt text may have meant. */
export interface Candidate {
  readonly ref: string;
  /** `exact`: by title, alias or topic id, so a replacement is sure; `near`: by edit distance */
  readonly by: "exact" | "near";
}

export interface Mention extends Range {
  readonly system: System;
}

interface NamedSystem {
  readonly system: System;
  /** the one of its names that was found, as the catalogue spells it */
  readonly name: string;
}

/** texts of which the candidates are kept */
const mostCandidates = 200;
/** UTF-16 units of a text that may be kept */
const longestName = 200;

export class Vocabulary {
  readonly catalogue: Catalogue;
  readonly references: readonly Reference[];
  readonly #byRef = new Map<string, Reference>();
  readonly #byName = new Map<string, string[]>();
  readonly #systems = new Map<string, System>();
  readonly #communities = new Map<string, Community>();
  readonly #names = new Names<NamedSystem>();
  /** of texts that were asked about last: a half-typed theme is looked at with each letter beside it */
  readonly #candidates = new Map<string, readonly Candidate[]>();

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
    this.references = catalogue.themes.flatMap((theme) => [
      { ref: theme.id, theme },
      ...theme.topics.map((topic) => ({ ref: `${theme.id}/${topic.id}`, theme, topic })),
    ]);
    for (const reference of this.references) {
      this.#byRef.set(reference.ref, reference);
      const subject = reference.topic ?? reference.theme;
      for (const name of [subject.id, subject.title, ...(subject.aliases ?? [])]) {
        const key = fold(name);
        const refs = this.#byName.get(key);
        // a reference's names come one after the other
        if (!refs) this.#byName.set(key, [reference.ref]);
        else if (refs.at(-1) !== reference.ref) refs.push(reference.ref);
      }
    }
    for (const system of catalogue.systems) this.#addSystem(system);
    for (const community of catalogue.communities) {
      for (const name of [community.name, ...(community.aliases ?? [])])
        this.#communities.set(name.toLowerCase(), community);
    }
  }

  /** Of a system's names that differ in case alone, the first says how it is spelt. */
  #addSystem(system: System): void {
    const names = [system.name, ...(system.aliases ?? [])];
    for (const name of names.toReversed()) {
      this.#systems.set(name.toLowerCase(), system);
      this.#names.add(name, { system, name });
    }
  }

  /** `theme` or `theme/topic`, exactly as the catalogue spells it. */
  resolve(ref: string): Reference | undefined {
    return this.#byRef.get(ref);
  }

  /** As `resolve`; of a topic that the catalogue does not have its theme. */
  resolveTheme(ref: string): Reference | undefined {
    return this.resolve(ref) ?? this.resolve(ref.split("/")[0] ?? "");
  }

  /** The catalogue's name of a community, or else the name as it is written, in one line; nothing where that is blank. */
  communityName(written: string): string | undefined {
    return oneLine(this.community(written)?.name ?? written) || undefined;
  }

  community(name: string): Community | undefined {
    return this.#communities.get(name.trim().toLowerCase());
  }

  system(name: string): System | undefined {
    return this.#systems.get(name.trim().toLowerCase());
  }

  /** Systems that speak for a theme or topic, those for whom it comes first in front. */
  systemsOf(ref: string): readonly System[] {
    const below = `${ref}/`;
    const covers = (candidate: string): boolean => candidate === ref || candidate.startsWith(below);
    const rank = (system: System): number => system.themes.findIndex(covers);
    return this.catalogue.systems
      .map((system) => ({ system, rank: rank(system) }))
      .filter((one) => one.rank >= 0)
      .sort((a, b) => a.rank - b.rank)
      .map(({ system }) => system);
  }

  /** Every system named in `text`, by offset; the longest name wins. */
  mentions(text: string): readonly Mention[] {
    return this.#names
      .in(text)
      .filter(({ start, end, of }) => isNamed(text.slice(start, end), of))
      .map(({ start, end, of }) => ({ start, end, system: of.system }));
  }

  /** What a reference that does not resolve may have meant, best first, three at most; a system's themes by its name. */
  candidates(text: string): readonly Candidate[] {
    const known = this.#candidates.get(text) ?? this.#candidatesFor(text);
    if (this.#candidates.size >= mostCandidates) this.#candidates.clear();
    if (text.length <= longestName) this.#candidates.set(text, known);
    return known;
  }

  #candidatesFor(text: string): readonly Candidate[] {
    const exact = this.#byName.get(fold(text)) ?? this.#byName.get(fold(lastOf(text))) ?? [];
    const named: Candidate[] = exact.map((ref) => ({ ref, by: "exact" }));
    const refs = this.references.map(({ ref }) => ref);
    const near = [
      ...(this.system(lastOf(text))?.themes ?? []),
      ...this.nearest(text, refs),
      ...this.#byWord(text),
    ].filter((ref) => !exact.includes(ref));
    return [...named, ...[...new Set(near)].map((ref): Candidate => ({ ref, by: "near" }))].slice(0, 3);
  }

  /** By a title or alias nearly as it is spelt; behind `theme/` of that theme's topics alone. */
  #byWord(text: string): readonly string[] {
    const theme = text.slice(0, text.length - lastOf(text).length);
    const isHere = (ref: string): boolean => !this.resolve(theme.slice(0, -1)) || ref.startsWith(theme);
    const names = [...this.#byName.keys()].filter((name) => this.#byName.get(name)?.some(isHere));
    return this.nearest(fold(lastOf(text)), names)
      .flatMap((name) => this.#byName.get(name) ?? [])
      .filter(isHere);
  }

  /** Words of `choices` within a third of the text's length in edits, or that it begins; nearest first. */
  nearest(text: string, choices: readonly string[]): readonly string[] {
    const lower = text.toLowerCase();
    const limit = Math.max(1, Math.floor(lower.length / 3));
    const isNear = ({ length }: string, begins: boolean): boolean =>
      lower.length - length <= limit && (begins || length - lower.length <= limit);
    return choices
      .filter((choice) => isNear(choice, choice.toLowerCase().startsWith(lower)))
      .map((choice) => ({ choice, edits: editsBetween(lower, choice.toLowerCase()) }))
      .filter(({ edits }) => edits <= limit)
      .sort(
        (a, b) => a.edits - b.edits || a.choice.length - b.choice.length || (a.choice < b.choice ? -1 : 1),
      )
      .slice(0, 3)
      .map(({ choice }) => choice);
  }
}

/** `aai` of `security/aai`, and all of a text without a slash. */
function lastOf(text: string): string {
  return text.slice(text.indexOf("/") + 1);
}

function editsBetween(text: string, choice: string): number {
  if (text.length >= 3 && choice.startsWith(text)) return 1;
  return isSwapped(text, choice) ? 1 : distance(text, choice);
}

/** `titel` for `title`: two neighbours changed places. */
function isSwapped(text: string, choice: string): boolean {
  if (text.length !== choice.length) return false;
  let at = 0;
  while (at < text.length && text[at] === choice[at]) at++;
  return (
    text[at] === choice[at + 1] && text[at + 1] === choice[at] && text.slice(at + 2) === choice.slice(at + 2)
  );
}

/** `Helm` and `Spark` only as they are spelt; `jupyterhub` and `cvmfs` in any case, since they are no other words. */
function isNamed(written: string, { name }: NamedSystem): boolean {
  const isPlainWord = /^[A-Z][a-z]+$/.test(name) || (/^[A-Z]+$/.test(name) && name.length < 5);
  return !isPlainWord || name === written;
}

/** One form for `Storage Integration`, `storage_integration` and `storage-integration`. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ")
    .trim();
}
