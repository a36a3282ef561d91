/** Checks the lengths of a catalogue's texts against their limits. */
import { type Catalogue, type Theme, type Topic, wordText } from "./catalogue";
import { catalogueLimits } from "./catalogueLimits";
import { type CatalogueProblem, displayName, formatCount, type PathSegment } from "./catalogueProblem";

/** The name of a text in messages, the text, its limit and its place. */
type TextLength = readonly [what: string, text: string, limit: number, path: readonly PathSegment[]];
type Path = readonly PathSegment[];

/** @returns the first text beyond its limit */
export function lengthProblem(catalogue: Catalogue): CatalogueProblem | undefined {
  for (const [what, text, limit, path] of lengthsOf(catalogue)) {
    if (text.length <= limit) continue;
    const lengths = `${formatCount(text.length)} characters; the limit is ${formatCount(limit)}`;
    return { path, message: `${what} is too long: ${lengths}` };
  }
  return undefined;
}

function* lengthsOf({ name, themes, systems, communities, examples = [] }: Catalogue): Generator<TextLength> {
  yield ["the catalogue's `name`", name, catalogueLimits.nameLength, ["name"]];
  for (const [at, theme] of themes.entries()) {
    yield* subjectLengths("theme", theme, ["themes", at]);
    for (const [index, topic] of theme.topics.entries())
      yield* subjectLengths("topic", topic, ["themes", at, "topics", index]);
  }
  for (const [at, system] of systems.entries()) yield* namedEntryLengths("system", system, ["systems", at]);
  for (const [at, community] of communities.entries())
    yield* namedEntryLengths("community", community, ["communities", at]);
  for (const [at, example] of examples.entries()) yield* exampleLengths(example, ["examples", at]);
}

function* subjectLengths(kind: string, subject: Theme | Topic, path: Path): Generator<TextLength> {
  const { idLength, nameLength, summaryLength } = catalogueLimits;
  const what = `${kind} \`${displayName(subject.id)}\``;
  yield [`the \`id\` of ${what}`, subject.id, idLength, [...path, "id"]];
  yield [`the \`title\` of ${what}`, subject.title, nameLength, [...path, "title"]];
  yield [`the \`summary\` of ${what}`, subject.summary, summaryLength, [...path, "summary"]];
  yield* aliasLengths(subject.aliases, what, path);
  for (const [at, word] of (subject.words ?? []).entries())
    yield [`a word of ${what}`, wordText(word), nameLength, [...path, "words", at]];
  for (const [at, link] of (subject.links ?? []).entries()) {
    yield [`a link's title in ${what}`, link.title, nameLength, [...path, "links", at]];
    yield [`a link's \`url\` in ${what}`, link.url, summaryLength, [...path, "links", at]];
  }
}

function* namedEntryLengths(
  kind: string,
  named: Catalogue["systems"][number] | Catalogue["communities"][number],
  path: Path,
): Generator<TextLength> {
  const { nameLength, summaryLength } = catalogueLimits;
  const what = `${kind} \`${displayName(named.name)}\``;
  yield [`the \`name\` of ${what}`, named.name, nameLength, [...path, "name"]];
  yield [`the \`summary\` of ${what}`, named.summary, summaryLength, [...path, "summary"]];
  yield [`the \`url\` of ${what}`, named.url ?? "", summaryLength, [...path, "url"]];
  yield* aliasLengths(named.aliases, what, path);
  yield* referenceLengths("themes" in named ? named.themes : [], what, [...path, "themes"]);
}

function* exampleLengths(
  { title, notes = "", themes }: NonNullable<Catalogue["examples"]>[number],
  path: Path,
): Generator<TextLength> {
  const { titleLength, notesLength } = catalogueLimits;
  yield ["an example's `title`", title, titleLength, [...path, "title"]];
  yield ["an example's `notes`", notes, notesLength, [...path, "notes"]];
  yield* referenceLengths(themes === "none" ? [] : themes, "an example", [...path, "themes"]);
}

function* aliasLengths(aliases: readonly string[] = [], what: string, path: Path): Generator<TextLength> {
  for (const [at, alias] of aliases.entries())
    yield [`an alias of ${what}`, alias, catalogueLimits.nameLength, [...path, "aliases", at]];
}

function* referenceLengths(refs: readonly string[], what: string, path: Path): Generator<TextLength> {
  const maxLength = 2 * catalogueLimits.idLength + 1;
  for (const [at, ref] of refs.entries())
    yield [`a theme reference of ${what}`, ref, maxLength, [...path, at]];
}
