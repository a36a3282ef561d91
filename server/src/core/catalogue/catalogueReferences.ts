/** Whether what a catalogue refers to exists, and whether each name means one thing. */
import type { Catalogue, Theme, Topic } from "./catalogue";
import { type CatalogueFault, type Step, shown } from "./catalogueFault";

interface Name {
  readonly text: string;
  /** what bears it, in words */
  readonly of: string;
  readonly path: readonly Step[];
}

/** @returns all faults, in the order of the catalogue's keys; none where all is well */
export function referenceFaults(catalogue: Catalogue): readonly CatalogueFault[] {
  if (catalogue.themes.length === 0)
    return [{ path: ["themes"], message: "the catalogue must have at least one theme" }];
  return [
    ...subjectFaults("theme", catalogue.themes, ["themes"]),
    ...catalogue.themes.flatMap(({ topics }, at) => subjectFaults("topic", topics, ["themes", at, "topics"])),
    ...sharedNames("system", catalogue.systems, "systems"),
    ...danglingReferences(catalogue),
    ...sharedNames("community", catalogue.communities, "communities"),
    ...contradictions(catalogue.examples ?? []),
  ];
}

/** Ids that occur twice, and aliases of two. */
function subjectFaults(
  kind: string,
  subjects: readonly (Theme | Topic)[],
  path: readonly Step[],
): readonly CatalogueFault[] {
  const ids = subjects.map(({ id }, at) => ({ text: id, of: kind, path: [...path, at, "id"] }));
  const aliases = subjects.flatMap(({ id, title, aliases: own = [] }, at): readonly Name[] =>
    [...new Set([title, ...own])].map((text) => ({
      text,
      of: `${kind} \`${shown(id)}\``,
      path: [...path, at],
    })),
  );
  return [...repeated(ids, ({ text }) => `duplicate ${kind} id \`${shown(text)}\``), ...sharedByTwo(aliases)];
}

function sharedNames(
  kind: string,
  named: readonly { readonly name: string; readonly aliases?: readonly string[] }[],
  key: string,
): readonly CatalogueFault[] {
  const names = named.map(({ name }, at) => ({ text: name, of: kind, path: [key, at, "name"] }));
  const all = named.flatMap(({ name, aliases = [] }, at): readonly Name[] =>
    [name, ...aliases].map((text) => ({ text, of: `${kind} \`${shown(name)}\``, path: [key, at] })),
  );
  return [...repeated(names, ({ text }) => `duplicate ${kind} \`${shown(text)}\``), ...sharedByTwo(all)];
}

function danglingReferences({ themes, systems, examples = [] }: Catalogue): readonly CatalogueFault[] {
  const known = new Set(
    themes.flatMap(({ id, topics }) => [id, ...topics.map((topic) => `${id}/${topic.id}`)]),
  );
  const check = (of: string, refs: readonly string[], path: readonly Step[]): readonly CatalogueFault[] =>
    refs.flatMap((ref, at) => (known.has(ref) ? [] : [{ path: [...path, at], message: missing(of, ref) }]));
  return [
    ...systems.flatMap(({ name, themes: refs }, at) =>
      check(`system \`${shown(name)}\``, refs, ["systems", at, "themes"]),
    ),
    ...examples.flatMap(({ title, themes: refs }, at) =>
      check(`example “${shown(title)}”`, refs === "none" ? [] : refs, ["examples", at, "themes"]),
    ),
  ];
}

function missing(of: string, ref: string): string {
  if (ref === "none") return `${of}: \`none\` cannot be an entry of a list; write \`themes: none\``;
  const [theme = "", topic] = ref.split("/");
  const what = topic === undefined ? "theme" : "topic";
  return `${of}: unknown ${what} \`${shown(topic === undefined ? theme : ref)}\``;
}

/** One title that is about a theme and about none. */
function contradictions(examples: NonNullable<Catalogue["examples"]>): readonly CatalogueFault[] {
  const isNone = new Map<string, boolean>();
  return examples.flatMap(({ title, themes }, at) => {
    const before = isNone.get(title);
    isNone.set(title, themes === "none");
    if (before === undefined || before === (themes === "none")) return [];
    return [
      {
        path: ["examples", at],
        message: `example “${shown(title)}” is listed both with themes and with \`none\``,
      },
    ];
  });
}

function repeated(names: readonly Name[], message: (name: Name) => string): readonly CatalogueFault[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const key = name.text.toLowerCase();
    if (seen.has(key)) return [{ path: name.path, message: message(name) }];
    seen.add(key);
    return [];
  });
}

/** What two have as a title, name or alias. */
function sharedByTwo(names: readonly Name[]): readonly CatalogueFault[] {
  const owners = new Map<string, Name>();
  return names.flatMap((name) => {
    const key = name.text.toLowerCase();
    const owner = owners.get(key);
    if (!owner) owners.set(key, name);
    if (!owner || owner.of === name.of) return [];
    return [{ path: name.path, message: `${owner.of} and ${name.of} share the name “${shown(name.text)}”` }];
  });
}
