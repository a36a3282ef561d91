import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import { comparableSession } from "../../core/document/itemDay";
import { isDateKey, isPeopleKey } from "../../core/schema/keyKinds";
import { schemaAt } from "../../core/schema/schema";
import { comparablePerson } from "../../core/text/personName";
import { singleLineLabel } from "../../core/text/singleLineLabel";
import { quoteIfNeeded } from "../../core/yaml/scalars";
import { dateProposals, startProposals } from "./completionDates";
import { type CompletionContext, matchUntilComplete, type Proposal } from "./completionProposal";
import { themeEntryProposals, themeListProposals } from "./completionThemes";

const commonTimeZones = [
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
export function valueProposals(context: CompletionContext): readonly Proposal[] {
  const { quote, isAlternative } = context.cursor;
  if (isAlternative) return [];
  const proposals = proposalsFor(context);
  return quote
    ? proposals.map((proposal) => ({
        ...proposal,
        text: quote + escapedForQuote(proposal.text, quote) + quote,
      }))
    : proposals;
}

function proposalsFor(context: CompletionContext): readonly Proposal[] {
  const { slot, path } = context.cursor;
  if (slot === "text") return systemProposals(context);
  const key = path.findLast((step) => typeof step === "string");
  if (typeof key === "string" && isPeopleKey(key)) return listProposals(context, people, peopleLists);
  if (typeof key === "string" && isDateKey(key)) return dateProposals(key, context);
  switch (key) {
    case "themes":
      return listProposals(context, themeEntryProposals, themeListProposals);
    case "owner":
      return people(context);
    case "name":
      return isPeopleKey(String(path.at(-3))) ? people(context) : [];
    case "session":
      return sessions(context.document);
    case "community":
      return communities(context.document);
    case "start":
      return startProposals(context);
    case "timezone":
      return commonTimeZones.map(choiceProposal);
    default:
      return (schemaAt(path)?.enum ?? []).filter((value) => typeof value === "string").map(choiceProposal);
  }
}

type Propose = (context: CompletionContext) => readonly Proposal[];

/** Entries within a list; whole lists instead of one, which cannot be in quotes. */
function listProposals(context: CompletionContext, entries: Propose, lists: Propose): readonly Proposal[] {
  if (context.cursor.slot === "entry") return entries(context);
  return context.cursor.quote ? [] : lists(context);
}

function peopleLists(context: CompletionContext): readonly Proposal[] {
  return people(context).map((proposal) => ({ ...proposal, text: `[${proposal.text}]` }));
}

function communities(document: MeetingDocument): readonly Proposal[] {
  const catalogued = document.vocabulary.catalogue.communities.map(
    ({ name, aliases }): Proposal => ({
      ...nameProposal(name),
      ...(aliases && { title: aliases.join(", "), matchWords: [name, ...aliases] }),
      documentation: { card: "community", name },
    }),
  );
  const usedNames = document.nameCountsSoFar().communities.keys();
  const otherNames = [...usedNames].filter((name) => !document.vocabulary.community(name)).sort();
  return [...catalogued, ...otherNames.filter(isLabel).map(nameProposal)];
}

/** Maximum number of proposed names. */
const maxPeople = 1000;

/** People named in the file, each once, most frequent first, not counting the name at the cursor. */
function people({ cursor, document }: CompletionContext): readonly Proposal[] {
  const siblings = new Set(cursor.siblings.map(comparablePerson));
  const otherPeople = [...document.nameCountsSoFar().people].flatMap(([name, count]) => {
    const otherUses = name === cursor.word ? count - 1 : count;
    return otherUses > 0 && isLabel(name) && !siblings.has(comparablePerson(name))
      ? [{ name, otherUses }]
      : [];
  });
  const seen = new Set<string>();
  const isFirst = (name: string): boolean => !seen.has(name) && seen.add(name).has(name);
  return otherPeople
    .sort((a, b) => b.otherUses - a.otherUses || (a.name < b.name ? -1 : 1))
    .filter(({ name }) => isFirst(comparablePerson(name)))
    .slice(0, maxPeople)
    .map(({ name }) => nameProposal(name));
}

/** The titles of the sessions, and those that only items name. */
function sessions(document: MeetingDocument): readonly Proposal[] {
  const titles = new Map<string, string>();
  const others: string[] = [];
  document.forEachSummarySoFar(({ kind, title, session }) => {
    if (kind === "sessions" && isLabel(title)) titles.set(comparableSession(title), title);
    if (session && isLabel(session.title)) others.push(session.title);
  });
  // without a list of sessions every title is one
  if (titles.size === 0) for (const title of others) titles.set(comparableSession(title), title);
  return [...titles.values()].slice(0, maxPeople).map(nameProposal);
}

/** Systems that begin with the word being typed, by name or alias. */
function systemProposals({ cursor, document }: CompletionContext): readonly Proposal[] {
  const word = cursor.prefix.toLowerCase();
  if (word.length < 3) return [];
  return document.vocabulary.catalogue.systems.flatMap(
    ({ name, aliases = [], summary }): readonly Proposal[] => {
      const isMatch = [name, ...aliases].some((candidate) => candidate.toLowerCase().startsWith(word));
      return isMatch
        ? [
            {
              label: name,
              kind: "system",
              text: name,
              detail: summary,
              matchWords: [name, ...aliases],
              documentation: { card: "system", name },
            },
          ]
        : [];
    },
  );
}

/** False for `owner: ""`, and for a text of several lines instead of a name. */
function isLabel(name: string): boolean {
  return name !== "" && singleLineLabel(name) === name;
}

function nameProposal(name: string): Proposal {
  return { label: name, kind: "name", text: quoteIfNeeded(name) };
}

/** One of a few values. No value begins with another value. */
function choiceProposal(name: string): Proposal {
  return { ...nameProposal(name), matchWords: matchUntilComplete(name) };
}

/** The text without its quotes, escaped for `quote`. */
function escapedForQuote(text: string, quote: string): string {
  const inner = text.replace(/^(["'])(.*)\1$/, "$2");
  return quote === "'" ? inner.replaceAll("'", "''") : inner;
}
