/**
 * The vocabulary of a working group, as data: themes with their topics, the systems people talk
 * about, and the communities they come from. Read from a catalogue file; see `schemas/`.
 */
export interface Catalogue {
  readonly name: string;
  readonly themes: readonly Theme[];
  readonly systems: readonly System[];
  readonly communities: readonly Community[];
  /** titles used as training data */
  readonly examples?: readonly Example[];
}

/** A tagged item, used as training data for suggestions. */
export interface Example {
  readonly title: string;
  /** Markdown */
  readonly notes?: string;
  /** theme references, best match first; `none` for an item without a theme */
  readonly themes: readonly string[] | "none";
}

/** A word or phrase that indicates a theme; a plain string has weight 1. */
export type Word = string | { readonly text: string; readonly weight: number };

export interface Link {
  readonly title: string;
  readonly url: string;
}

interface Subject {
  /** kebab-case, unique among its siblings */
  readonly id: string;
  readonly title: string;
  /** what it is about, for a newcomer, in one to three sentences of Markdown */
  readonly summary: string;
  readonly aliases?: readonly string[];
  readonly words?: readonly Word[];
  readonly links?: readonly Link[];
}

export interface Topic extends Subject {}

export interface Theme extends Subject {
  readonly topics: readonly Topic[];
}

type Maturity = "sandbox" | "incubating" | "graduated" | "archived";

export interface System {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** what it is, in one line */
  readonly summary: string;
  readonly url: string;
  /** CNCF maturity, if it has one */
  readonly maturity?: Maturity;
  /** theme references (`theme` or `theme/topic`) that it indicates, strongest first */
  readonly themes: readonly string[];
}

export interface Community {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly url?: string;
}

/** The text of a word, without its weight. */
export function wordText(word: Word): string {
  return typeof word === "string" ? word : word.text;
}
