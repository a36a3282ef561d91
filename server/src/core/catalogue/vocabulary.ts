/** An index of a catalogue: references, corrections, and systems named in a text. */
import { distance } from "fastest-levenshtein";
import type { Range } from "../text/range";
import { singleLineLabel } from "../text/singleLineLabel";
import type { Catalogue, Community, System, Theme, Topic } from "./catalogue";
import { NameFinder } from "./nameFinder";

export interface Reference {
  /** as written in a file: `theme` or `theme/topic` */
  readonly ref: string;
  readonly theme: Theme;
  readonly topic?: Topic;
}

/** A possible correction of a misspelt reference. */
export interface Correction {
  readonly ref: string;
  /** `exact`: found by title, alias or topic id, so that a replacement is safe; `near`: by edit distance */
  readonly match: "exact" | "near";
}

export interface Mention extends Range {
  readonly system: System;
}

interface NamedSystem {
  readonly system: System;
  /** the name that was found, in the catalogue's spelling */
  readonly name: string;
}

/** maximum number of texts with cached corrections */
const maxCachedTexts = 200;
/** maximum UTF-16 units of a text whose corrections are cached */
const maxCachedTextLength = 200;

/** A word that is in the names of some themes, but names none. */
const vagueWord = /^\s*(?:others?|misc(?:ellaneous)?|various|general|all|any|unknown|new)\s*$/i;

export class Vocabulary {
  readonly catalogue: Catalogue;
  readonly references: readonly Reference[];
  readonly #byRef = new Map<string, Reference>();
  readonly #byName = new Map<string, string[]>();
  readonly #systems = new Map<string, System>();
  readonly #communities = new Map<string, Community>();
  readonly #systemNames = new NameFinder<NamedSystem>();
  /** cached corrections by text: the other themes of an item are looked up again with each keystroke */
  readonly #correctionsByText = new Map<string, readonly Correction[]>();

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
        const key = normalizeName(name);
        const refs = this.#byName.get(key);
        // the names of one reference are consecutive
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

  /** If names of a system differ only in case, the first one determines the spelling. */
  #addSystem(system: System): void {
    const names = [system.name, ...(system.aliases ?? [])];
    for (const name of names.toReversed()) {
      this.#systems.set(name.toLowerCase(), system);
      this.#systemNames.add(name, { system, name });
    }
  }

  /** `theme` or `theme/topic`, exactly as the catalogue spells it. */
  resolve(ref: string): Reference | undefined {
    return this.#byRef.get(ref);
  }

  /** The references with this id, title or alias, in any case and with spaces or hyphens. */
  refsByName(name: string): readonly string[] {
    return this.#byName.get(normalizeName(name)) ?? [];
  }

  /** Like `resolve`, but an unknown topic resolves to its theme. */
  resolveTheme(ref: string): Reference | undefined {
    return this.resolve(ref) ?? this.resolve(ref.split("/")[0] ?? "");
  }

  /** The catalogue's name of a community, otherwise the name as written, in one line; undefined if it is blank. */
  communityName(written: string): string | undefined {
    return singleLineLabel(this.community(written)?.name ?? written) || undefined;
  }

  community(name: string): Community | undefined {
    return this.#communities.get(name.trim().toLowerCase());
  }

  system(name: string): System | undefined {
    return this.#systems.get(name.trim().toLowerCase());
  }

  /** Systems that indicate a theme or topic, ordered by the rank of that theme in each system. */
  systemsOf(ref: string): readonly System[] {
    const topicPrefix = `${ref}/`;
    const covers = (candidate: string): boolean => candidate === ref || candidate.startsWith(topicPrefix);
    const rank = (system: System): number => system.themes.findIndex(covers);
    return this.catalogue.systems
      .map((system) => ({ system, rank: rank(system) }))
      .filter((ranked) => ranked.rank >= 0)
      .sort((a, b) => a.rank - b.rank)
      .map(({ system }) => system);
  }

  /** Every system named in `text`, by offset; the longest name wins. */
  mentions(text: string): readonly Mention[] {
    return this.#systemNames
      .findIn(text)
      .filter(({ start, end, of }) => hasSpellingOf(text.slice(start, end), of))
      .map(({ start, end, of }) => ({ start, end, system: of.system }));
  }

  /** At most three corrections of an unknown reference, best first; a system's name gives its themes. */
  correctionsFor(text: string): readonly Correction[] {
    const corrections = this.#correctionsByText.get(text) ?? this.#findCorrections(text);
    if (this.#correctionsByText.size >= maxCachedTexts) this.#correctionsByText.clear();
    if (text.length <= maxCachedTextLength) this.#correctionsByText.set(text, corrections);
    return corrections;
  }

  #findCorrections(text: string): readonly Correction[] {
    const exact =
      this.#byName.get(normalizeName(text)) ?? this.#byName.get(normalizeName(topicPart(text))) ?? [];
    const exactCorrections: Correction[] = exact.map((ref) => ({ ref, match: "exact" }));
    const refs = this.references.map(({ ref }) => ref);
    const nearReferences = [
      ...(this.system(topicPart(text))?.themes ?? []),
      ...this.nearest(text, refs),
      ...(vagueWord.test(text) ? [] : this.#refsByWord(text)),
    ].filter((ref) => !exact.includes(ref));
    return [
      ...exactCorrections,
      ...[...new Set(nearReferences)].map((ref): Correction => ({ ref, match: "near" })),
    ].slice(0, 3);
  }

  /** References whose title or alias is close to the text; after `theme/` only topics of that theme. */
  #refsByWord(text: string): readonly string[] {
    const theme = text.slice(0, text.length - topicPart(text).length);
    const isInTheme = (ref: string): boolean => !this.resolve(theme.slice(0, -1)) || ref.startsWith(theme);
    const names = [...this.#byName.keys()].filter((name) => this.#byName.get(name)?.some(isInTheme));
    return this.nearest(normalizeName(topicPart(text)), names)
      .flatMap((name) => this.#byName.get(name) ?? [])
      .filter(isInTheme);
  }

  /**
   * The entries of `choices` within an edit distance of a third of the text's length, or that start with the
   * text; closest first.
   */
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

/** The part after the slash: `aai` of `security/aai`; the whole text without a slash. */
function topicPart(text: string): string {
  return text.slice(text.indexOf("/") + 1);
}

function editsBetween(text: string, choice: string): number {
  if (text.length >= 3 && choice.startsWith(text)) return 1;
  return isTransposed(text, choice) ? 1 : distance(text, choice);
}

/** True for two transposed neighbouring characters: `titel` for `title`. */
function isTransposed(text: string, choice: string): boolean {
  if (text.length !== choice.length) return false;
  let at = 0;
  while (at < text.length && text[at] === choice[at]) at++;
  return (
    text[at] === choice[at + 1] && text[at + 1] === choice[at] && text.slice(at + 2) === choice.slice(at + 2)
  );
}

/**
 * Names that are also ordinary words, `Helm` and `Spark`, match only in their exact spelling; `jupyterhub`
 * and `cvmfs` in any case.
 */
function hasSpellingOf(written: string, { name }: NamedSystem): boolean {
  const isOrdinaryWord = /^[A-Z][a-z]+$/.test(name) || (/^[A-Z]+$/.test(name) && name.length < 5);
  return !isOrdinaryWord || name === written;
}

/** One form for `Storage Integration`, `storage_integration` and `storage-integration`. */
function normalizeName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, " ")
    .trim();
}
