import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { schemaAt } from "../../core/schema/schema";
import { oneLine } from "../../core/text/labelText";
import { plainOrQuoted } from "../../core/yaml/scalars";
import { dateProposals, startProposals } from "./completionDates";
import type { Asked, Proposal } from "./completionProposal";
import { themeListProposals, themeProposals } from "./completionThemes";

const zones = [
  "Europe/Zurich",
  "UTC",
  "Europe/London",
  "Europe/Paris",
  "Europe/Berlin",
  "America/Chicago",
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Tokyo",
];

/** Values that the catalogue, the schema or the file itself already knows, in the quotes that are there. */
export function valueProposals(asked: Asked): readonly Proposal[] {
  const { quote } = asked.cursor;
  const proposals = proposalsFor(asked);
  return quote
    ? proposals.map((proposal) => ({ ...proposal, text: quote + bare(proposal.text, quote) + quote }))
    : proposals;
}

function proposalsFor(asked: Asked): readonly Proposal[] {
  const { slot, path } = asked.cursor;
  if (slot === "text") return systemProposals(asked);
  const key = path.findLast((step) => typeof step === "string");
  switch (key) {
    case "themes":
      return listProposals(asked, themeProposals, themeListProposals);
    case "speakers":
    case "chairs":
      return listProposals(asked, people, peopleLists);
    case "owner":
      return people(asked);
    case "community":
      return communities(asked.document);
    case "date":
    case "due":
      return dateProposals(key, asked);
    case "start":
      return startProposals(asked);
    case "timezone":
      return zones.map(named);
    default:
      return (schemaAt(path)?.enum ?? []).filter((value) => typeof value === "string").map(named);
  }
}

type Propose = (asked: Asked) => readonly Proposal[];

/** Entries within a list; whole lists in its place, which cannot be in quotes. */
function listProposals(asked: Asked, entries: Propose, lists: Propose): readonly Proposal[] {
  if (asked.cursor.slot === "entry") return entries(asked);
  return asked.cursor.quote ? [] : lists(asked);
}

function peopleLists(asked: Asked): readonly Proposal[] {
  return people(asked).map((proposal) => ({ ...proposal, text: `[${proposal.text}]` }));
}

function communities(document: MeetingDocument): readonly Proposal[] {
  const known = document.vocabulary.catalogue.communities.map(
    ({ name, aliases }): Proposal => ({
      ...named(name),
      ...(aliases && { also: aliases }),
      card: { card: "community", name },
    }),
  );
  const used = document.censusSoFar().communities.keys();
  const others = [...used].filter((name) => !document.vocabulary.community(name)).sort();
  return [...known, ...others.filter(isLabel).map(named)];
}

/** Names that are proposed at most; nobody reads more. */
const maxPeople = 1000;

/** Who is named in the file, the most often named first; what is at the cursor does not count. */
function people({ cursor, document }: Asked): readonly Proposal[] {
  const siblings = new Set(cursor.siblings);
  const others = [...document.censusSoFar().people].flatMap(([name, count]) => {
    const left = name === cursor.word ? count - 1 : count;
    return left > 0 && isLabel(name) && !siblings.has(name) ? [{ name, left }] : [];
  });
  return others
    .sort((a, b) => b.left - a.left || (a.name < b.name ? -1 : 1))
    .slice(0, maxPeople)
    .map(({ name }) => named(name));
}

/** Systems that begin with the word being typed, by name or alias. */
function systemProposals({ cursor, document }: Asked): readonly Proposal[] {
  const word = cursor.prefix.toLowerCase();
  if (word.length < 3) return [];
  return document.vocabulary.catalogue.systems.flatMap(
    ({ name, aliases = [], summary }): readonly Proposal[] => {
      const isMeant = [name, ...aliases].some((known) => known.toLowerCase().startsWith(word));
      return isMeant
        ? [
            {
              label: name,
              kind: "system",
              text: name,
              detail: summary,
              also: aliases,
              card: { card: "system", name },
            },
          ]
        : [];
    },
  );
}

/** False for `owner: ""`, and for text over lines in place of a name. */
function isLabel(name: string): boolean {
  return name !== "" && oneLine(name) === name;
}

function named(name: string): Proposal {
  return { label: name, kind: "name", text: plainOrQuoted(name) };
}

/** Without the quotes it has, ready to stand in `quote`. */
function bare(text: string, quote: string): string {
  const inner = text.replace(/^(["'])(.*)\1$/, "$2");
  return quote === "'" ? inner.replaceAll("'", "''") : inner;
}
