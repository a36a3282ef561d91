/** How much a catalogue may hold, so that reading and using it takes bounded time and memory, whoever wrote it. */
import type { Catalogue, Theme, Topic, Word } from "./catalogue";
import { type CatalogueFault, inWords, type Step, shown } from "./catalogueFault";

export const catalogueLimits = {
  /** bytes of the file */
  bytes: 2 ** 20,
  /** line ends, commas, colons, brackets and the like, each of which may be a value of its own */
  marks: 60_000,
  themes: 200,
  /** of one theme */
  topicsOfTheme: 100,
  topics: 1_000,
  systems: 2_000,
  communities: 500,
  examples: 5_000,
  /** of all themes and topics */
  words: 5_000,
  /** of all themes, topics, systems and communities */
  aliases: 5_000,
  /** of all themes and topics */
  links: 1_000,
  /** theme references of one system or example */
  references: 20,
  /** UTF-16 units of an id */
  idLength: 100,
  /** UTF-16 units of a title, a name, an alias, a word */
  nameLength: 200,
  /** UTF-16 units of a summary, and of an address */
  summaryLength: 2_000,
  /** UTF-16 units of an example's title */
  titleLength: 2_000,
  /** UTF-16 units of an example's notes */
  notesLength: 20_000,
} as const;

/** @returns the first limit that the catalogue is beyond, with its value */
export function beyondLimits(catalogue: Catalogue): CatalogueFault | undefined {
  return tooMany(catalogue) ?? tooLong(catalogue);
}

function tooMany({ themes, systems, communities, examples = [] }: Catalogue): CatalogueFault | undefined {
  const limits = catalogueLimits;
  const topics = themes.flatMap((theme) => theme.topics);
  const subjects = [...themes, ...topics];
  const sum = (of: (subject: Theme | Topic) => readonly unknown[] | undefined): number => total(subjects, of);
  const aliases =
    sum((one) => one.aliases) +
    total(systems, (one) => one.aliases) +
    total(communities, (one) => one.aliases);
  return (
    more("themes", themes.length, limits.themes, ["themes"]) ??
    more("topics", topics.length, limits.topics, ["themes"]) ??
    first(themes, ({ id, topics: own }, at) =>
      more(`topics in theme \`${shown(id)}\``, own.length, limits.topicsOfTheme, ["themes", at, "topics"]),
    ) ??
    more("systems", systems.length, limits.systems, ["systems"]) ??
    more("communities", communities.length, limits.communities, ["communities"]) ??
    more("examples", examples.length, limits.examples, ["examples"]) ??
    more(
      "words",
      sum((one) => one.words),
      limits.words,
      ["themes"],
    ) ??
    more("aliases", aliases, limits.aliases, ["themes"]) ??
    more(
      "links",
      sum((one) => one.links),
      limits.links,
      ["themes"],
    ) ??
    first(systems, ({ name, themes: refs }, at) =>
      more(`themes of system \`${shown(name)}\``, refs.length, limits.references, ["systems", at, "themes"]),
    ) ??
    first(examples, ({ title, themes: refs }, at) =>
      more(`themes of example “${shown(title)}”`, refs === "none" ? 0 : refs.length, limits.references, [
        "examples",
        at,
        "themes",
      ]),
    )
  );
}

function tooLong({
  name,
  themes,
  systems,
  communities,
  examples = [],
}: Catalogue): CatalogueFault | undefined {
  const { nameLength, titleLength, notesLength } = catalogueLimits;
  return (
    longer("the catalogue's `name`", name, nameLength, ["name"]) ??
    first(
      themes,
      (theme, at) =>
        subjectTooLong("theme", theme, ["themes", at]) ??
        first(theme.topics, (topic, index) =>
          subjectTooLong("topic", topic, ["themes", at, "topics", index]),
        ),
    ) ??
    first(systems, (system, at) => namedTooLong("system", system, ["systems", at])) ??
    first(communities, (community, at) => namedTooLong("community", community, ["communities", at])) ??
    first(
      examples,
      ({ title, notes = "", themes: refs }, at) =>
        longer("an example's `title`", title, titleLength, ["examples", at, "title"]) ??
        longer("an example's `notes`", notes, notesLength, ["examples", at, "notes"]) ??
        referencesTooLong("an example", refs === "none" ? [] : refs, ["examples", at, "themes"]),
    )
  );
}

function subjectTooLong(
  kind: string,
  subject: Theme | Topic,
  path: readonly Step[],
): CatalogueFault | undefined {
  const { idLength, nameLength, summaryLength } = catalogueLimits;
  const { id, title, summary, aliases = [], words = [], links = [] } = subject;
  const what = `${kind} \`${shown(id)}\``;
  return (
    longer(`the \`id\` of ${what}`, id, idLength, [...path, "id"]) ??
    longer(`the \`title\` of ${what}`, title, nameLength, [...path, "title"]) ??
    longer(`the \`summary\` of ${what}`, summary, summaryLength, [...path, "summary"]) ??
    first(aliases, (alias, at) =>
      longer(`an alias of ${what}`, alias, nameLength, [...path, "aliases", at]),
    ) ??
    first(words, (word, at) =>
      longer(`a word of ${what}`, textOf(word), nameLength, [...path, "words", at]),
    ) ??
    first(
      links,
      (link, at) =>
        longer(`a link's title in ${what}`, link.title, nameLength, [...path, "links", at]) ??
        longer(`a link's \`url\` in ${what}`, link.url, summaryLength, [...path, "links", at]),
    )
  );
}

function namedTooLong(
  kind: string,
  named: Catalogue["systems"][number] | Catalogue["communities"][number],
  path: readonly Step[],
): CatalogueFault | undefined {
  const { nameLength, summaryLength } = catalogueLimits;
  const what = `${kind} \`${shown(named.name)}\``;
  return (
    longer(`the \`name\` of ${what}`, named.name, nameLength, [...path, "name"]) ??
    longer(`the \`summary\` of ${what}`, named.summary, summaryLength, [...path, "summary"]) ??
    longer(`the \`url\` of ${what}`, named.url ?? "", summaryLength, [...path, "url"]) ??
    first(named.aliases ?? [], (alias, at) =>
      longer(`an alias of ${what}`, alias, nameLength, [...path, "aliases", at]),
    ) ??
    referencesTooLong(what, "themes" in named ? named.themes : [], [...path, "themes"])
  );
}

function referencesTooLong(
  what: string,
  refs: readonly string[],
  path: readonly Step[],
): CatalogueFault | undefined {
  const longest = 2 * catalogueLimits.idLength + 1;
  return first(refs, (ref, at) => longer(`a theme reference of ${what}`, ref, longest, [...path, at]));
}

function more(what: string, count: number, limit: number, path: readonly Step[]): CatalogueFault | undefined {
  if (count <= limit) return undefined;
  return { path, message: `too many ${what}: ${inWords(count)}; the limit is ${inWords(limit)}` };
}

function longer(
  what: string,
  text: string,
  limit: number,
  path: readonly Step[],
): CatalogueFault | undefined {
  if (text.length <= limit) return undefined;
  const lengths = `${inWords(text.length)} characters; the limit is ${inWords(limit)}`;
  return { path, message: `${what} is too long: ${lengths}` };
}

function first<T>(
  list: readonly T[],
  faultOf: (one: T, at: number) => CatalogueFault | undefined,
): CatalogueFault | undefined {
  for (const [at, one] of list.entries()) {
    const fault = faultOf(one, at);
    if (fault) return fault;
  }
  return undefined;
}

function total<T>(list: readonly T[], of: (one: T) => readonly unknown[] | undefined): number {
  return list.reduce((sum, one) => sum + (of(one)?.length ?? 0), 0);
}

function textOf(word: Word): string {
  return typeof word === "string" ? word : word.text;
}
