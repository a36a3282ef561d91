/**
 * The vocabulary of a working group, as data: themes with their topics, the systems people talk
 * about, and the communities they come from. Read from a catalogue file; see `schemas/`.
 */
export interface Catalogue {
  readonly name: string;
  readonly themes: readonly Theme[];
  readonly systems: readonly System[];
  readonly communities: readonly Community[];
  /** titles to learn from */
  readonly examples?: readonly Example[];
}

/** An item that somebody tagged, as suggestions learn from it. */
export interface Example {
  readonly title: string;
  /** Markdown */
  readonly notes?: string;
  /** references, the one that fits best in front; `none` where it is about no theme */
  readonly themes: readonly string[] | "none";
}

/** A word or phrase that gives a theme away; a plain string weighs 1. */
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
  /** CNCF maturity, where it has one */
  readonly maturity?: Maturity;
  /** theme references (`theme` or `theme/topic`) it speaks for, strongest first */
  readonly themes: readonly string[];
}

export interface Community {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
  readonly url?: string;
}
