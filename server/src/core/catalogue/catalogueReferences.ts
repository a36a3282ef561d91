/** Checks that all references of a catalogue resolve and that each name is unique. */
import type { Catalogue, Theme, Topic } from "./catalogue";
import { type CatalogueProblem, displayName, type PathSegment } from "./catalogueProblem";

interface OwnedName {
  readonly text: string;
  /** the entry with this name, as text for a message */
  readonly owner: string;
  readonly path: readonly PathSegment[];
}

/** @returns all problems, in the order of the catalogue's keys; empty if there are none */
export function referenceProblems(catalogue: Catalogue): readonly CatalogueProblem[] {
  if (catalogue.themes.length === 0)
    return [{ path: ["themes"], message: "the catalogue must have at least one theme" }];
  return [
    ...subjectProblems("theme", catalogue.themes, ["themes"]),
    ...catalogue.themes.flatMap(({ topics }, at) =>
      subjectProblems("topic", topics, ["themes", at, "topics"]),
    ),
    ...nameProblems("system", catalogue.systems, "systems"),
    ...danglingReferences(catalogue),
    ...nameProblems("community", catalogue.communities, "communities"),
    ...contradictoryExamples(catalogue.examples ?? []),
  ];
}

/** Duplicate ids, and names that two themes or topics share. */
function subjectProblems(
  kind: string,
  subjects: readonly (Theme | Topic)[],
  path: readonly PathSegment[],
): readonly CatalogueProblem[] {
  const ids = subjects.map(({ id }, at) => ({ text: id, owner: kind, path: [...path, at, "id"] }));
  const aliases = subjects.flatMap(({ id, title, aliases: ownAliases = [] }, at): readonly OwnedName[] =>
    [...new Set([title, ...ownAliases])].map((text) => ({
      text,
      owner: `${kind} \`${displayName(id)}\``,
      path: [...path, at],
    })),
  );
  return [
    ...duplicateNames(ids, ({ text }) => `duplicate ${kind} id \`${displayName(text)}\``),
    ...namesSharedByTwo(aliases),
  ];
}

function nameProblems(
  kind: string,
  entries: readonly { readonly name: string; readonly aliases?: readonly string[] }[],
  key: string,
): readonly CatalogueProblem[] {
  const names = entries.map(({ name }, at) => ({ text: name, owner: kind, path: [key, at, "name"] }));
  const allNames = entries.flatMap(({ name, aliases = [] }, at): readonly OwnedName[] =>
    [name, ...aliases].map((text) => ({ text, owner: `${kind} \`${displayName(name)}\``, path: [key, at] })),
  );
  return [
    ...duplicateNames(names, ({ text }) => `duplicate ${kind} \`${displayName(text)}\``),
    ...namesSharedByTwo(allNames),
  ];
}

function danglingReferences({ themes, systems, examples = [] }: Catalogue): readonly CatalogueProblem[] {
  const references = new Set(
    themes.flatMap(({ id, topics }) => [id, ...topics.map((topic) => `${id}/${topic.id}`)]),
  );
  const check = (
    owner: string,
    refs: readonly string[],
    path: readonly PathSegment[],
  ): readonly CatalogueProblem[] =>
    refs.flatMap((ref, at) =>
      references.has(ref) ? [] : [{ path: [...path, at], message: missingMessage(owner, ref) }],
    );
  return [
    ...systems.flatMap(({ name, themes: refs }, at) =>
      check(`system \`${displayName(name)}\``, refs, ["systems", at, "themes"]),
    ),
    ...examples.flatMap(({ title, themes: refs }, at) =>
      check(`example “${displayName(title)}”`, refs === "none" ? [] : refs, ["examples", at, "themes"]),
    ),
  ];
}

function missingMessage(owner: string, ref: string): string {
  if (ref === "none") return `${owner}: \`none\` cannot be an entry of a list; write \`themes: none\``;
  const [theme = "", topic] = ref.split("/");
  const what = topic === undefined ? "theme" : "topic";
  return `${owner}: unknown ${what} \`${displayName(topic === undefined ? theme : ref)}\``;
}

/** Examples with the same title, one with themes and one with `none`. */
function contradictoryExamples(examples: NonNullable<Catalogue["examples"]>): readonly CatalogueProblem[] {
  const isNone = new Map<string, boolean>();
  return examples.flatMap(({ title, themes }, at) => {
    const wasNone = isNone.get(title);
    isNone.set(title, themes === "none");
    if (wasNone === undefined || wasNone === (themes === "none")) return [];
    return [
      {
        path: ["examples", at],
        message: `example “${displayName(title)}” is listed both with themes and with \`none\``,
      },
    ];
  });
}

function duplicateNames(
  names: readonly OwnedName[],
  message: (name: OwnedName) => string,
): readonly CatalogueProblem[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const key = name.text.toLowerCase();
    if (seen.has(key)) return [{ path: name.path, message: message(name) }];
    seen.add(key);
    return [];
  });
}

/** Names (titles, names, aliases) that two owners share. */
function namesSharedByTwo(names: readonly OwnedName[]): readonly CatalogueProblem[] {
  const owners = new Map<string, OwnedName>();
  return names.flatMap((name) => {
    const key = name.text.toLowerCase();
    const firstName = owners.get(key);
    if (!firstName) owners.set(key, name);
    if (!firstName || firstName.owner === name.owner) return [];
    return [
      {
        path: name.path,
        message: `${firstName.owner} and ${name.owner} share the name “${displayName(name.text)}”`,
      },
    ];
  });
}
