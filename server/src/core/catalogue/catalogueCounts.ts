/** Checks the numbers of entries of a catalogue against its limits. */
import type { Catalogue, Theme, Topic } from "./catalogue";
import { catalogueLimits } from "./catalogueLimits";
import { type CatalogueProblem, displayName, formatCount, type PathSegment } from "./catalogueProblem";

/** The name of the counted entries in messages, their number, its limit and their place. */
type EntryCount = readonly [what: string, count: number, limit: number, path: readonly PathSegment[]];

/** @returns the first count beyond its limit */
export function countProblem(catalogue: Catalogue): CatalogueProblem | undefined {
  const counts = [
    ...countsOfThemes(catalogue),
    ...countsOfLists(catalogue),
    ...countsOfReferences(catalogue),
  ];
  const exceeded = counts.find(([, count, limit]) => count > limit);
  if (!exceeded) return undefined;
  const [what, count, limit, path] = exceeded;
  return { path, message: `too many ${what}: ${formatCount(count)}; the limit is ${formatCount(limit)}` };
}

function countsOfThemes({ themes }: Catalogue): readonly EntryCount[] {
  const limits = catalogueLimits;
  const topics = sumOfLengths(themes, (theme) => theme.topics);
  return [
    ["themes", themes.length, limits.themes, ["themes"]],
    ["topics", topics, limits.topics, ["themes"]],
    ...themes.map(
      ({ id, topics: own }, at): EntryCount => [
        `topics in theme \`${displayName(id)}\``,
        own.length,
        limits.topicsOfTheme,
        ["themes", at, "topics"],
      ],
    ),
  ];
}

function countsOfLists({ themes, systems, communities, examples = [] }: Catalogue): readonly EntryCount[] {
  const limits = catalogueLimits;
  const subjects: readonly (Theme | Topic)[] = [...themes, ...themes.flatMap(({ topics }) => topics)];
  const aliases = sumOfLengths([...subjects, ...systems, ...communities], (entry) => entry.aliases);
  return [
    ["systems", systems.length, limits.systems, ["systems"]],
    ["communities", communities.length, limits.communities, ["communities"]],
    ["examples", examples.length, limits.examples, ["examples"]],
    ["words", sumOfLengths(subjects, ({ words }) => words), limits.words, ["themes"]],
    ["aliases", aliases, limits.aliases, ["themes"]],
    ["links", sumOfLengths(subjects, ({ links }) => links), limits.links, ["themes"]],
  ];
}

function countsOfReferences({ systems, examples = [] }: Catalogue): readonly EntryCount[] {
  const { references } = catalogueLimits;
  return [
    ...systems.map(
      ({ name, themes }, at): EntryCount => [
        `themes of system \`${displayName(name)}\``,
        themes.length,
        references,
        ["systems", at, "themes"],
      ],
    ),
    ...examples.map(
      ({ title, themes }, at): EntryCount => [
        `themes of example “${displayName(title)}”`,
        themes === "none" ? 0 : themes.length,
        references,
        ["examples", at, "themes"],
      ],
    ),
  ];
}

function sumOfLengths<T>(list: readonly T[], listOf: (entry: T) => readonly unknown[] | undefined): number {
  return list.reduce((sum, entry) => sum + (listOf(entry)?.length ?? 0), 0);
}
