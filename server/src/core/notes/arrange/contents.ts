/** The parts of the notes in their order. */
import type { Notes } from "../read/notes";
import { type SectionName, sectionNames } from "./sectionNames";
import type { Arrangement, Section } from "./sections";

export interface Contents {
  /** without `counts` */
  readonly names: readonly SectionName[];
  readonly hasCounts: boolean;
  /** the sections of the arrangement by the part that they are in */
  readonly sectionsOf: (name: SectionName) => readonly Section[];
}

/** @param chosen by default, the parts for those who read minutes */
export function contentsOf(
  notes: Notes,
  { sections }: Arrangement,
  chosen: readonly SectionName[] = defaultNames(notes),
): Contents {
  const names = [...new Set(chosen)].filter((name) => name !== "counts");
  const first = names.find((name) => name === "agenda" || name === "surveys" || name === "discussion");
  const partOf = ({ kind }: Section): SectionName | undefined =>
    (kind === "surveys" || kind === "discussion") && names.includes(kind)
      ? kind
      : names.includes("agenda")
        ? "agenda"
        : first;
  return {
    names,
    hasCounts: chosen.includes("counts"),
    sectionsOf: (name) => sections.filter((section) => partOf(section) === name),
  };
}

/** Themes are of interest only where most items have them. */
function defaultNames({ items }: Notes): readonly SectionName[] {
  const tagged = items.filter(({ tagged }) => tagged === "themes");
  const hasThemes = tagged.length > 0 && 2 * tagged.length >= items.length;
  const left = hasThemes ? ["counts"] : ["themes", "coverage", "counts"];
  return sectionNames.filter((name) => !left.includes(name));
}
