import type { Finding } from "../finding";
import type { Unit } from "../parse";
import type { Suggester } from "../suggest/index";
import type { Vocabulary } from "../vocabulary";

export interface RuleContext {
  /** the text of the block the unit stands in; all offsets are relative to it */
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly suggester: Suggester;
  /** ISO 8601 date for what has to be filled in */
  readonly today: string;
}

/** Looks at one unit of a sound block. Does not throw, whatever the user wrote. */
export type UnitRule = (unit: Unit, context: RuleContext) => readonly Finding[];

const singular = {
  contributions: "contribution",
  surveys: "survey",
  discussion: "discussion item",
  meeting: "meeting",
} as const;

/** `a contribution`, as messages call a unit. */
export function nameOf(kind: Unit["kind"]): string {
  return singular[kind];
}

/** The key that names a unit. */
export function titleKey(kind: Unit["kind"]): string {
  return kind === "surveys" ? "question" : kind === "discussion" ? "topic" : "title";
}

/** Where the unit stands below the schema's root. */
export function schemaPathOf(kind: Unit["kind"]): readonly (string | number)[] {
  return kind === "meeting" ? [kind] : [kind, 0];
}
