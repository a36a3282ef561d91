import { distance } from "fastest-levenshtein";
import { comparableSession } from "../document/itemDay";
import { messageText } from "../text/displayText";
import { lineAt, lineEndOf, type Range, trimmedEnd } from "../text/range";
import { quoteIfNeeded } from "../yaml/scalars";
import type { CrossItemFinding, CrossItemFix, CrossItemRule, PlacedSummary } from "./shared/rule";

/** `unknown-session`: an item of a session that the list `sessions` of the file does not have. */
export const unknownSession: CrossItemRule = {
  codes: ["unknown-session"],
  isUnaffected: (before, after) =>
    before.kind === after.kind &&
    before.session?.title === after.session?.title &&
    (before.kind !== "sessions" || before.title === after.title),
  find: (items) => {
    const all = items();
    const sessions = all.filter(({ summary }) => summary.kind === "sessions" && summary.title !== "");
    const last = sessions.at(-1);
    if (!last) return [];
    const titles = new Map(sessions.map(({ summary: { title } }) => [comparableSession(title), title]));
    const nearest = nearestFinder(titles);
    return all.flatMap((item) => {
      const { session } = item.summary;
      return session && !titles.has(comparableSession(session.title))
        ? [findingFor(item, last, nearest)]
        : [];
    });
  },
};

/** Returns the titles of sessions that may be meant, the nearest first. */
type NearestFinder = (title: string) => readonly string[];

function findingFor(item: PlacedSummary, last: PlacedSummary, nearest: NearestFinder): CrossItemFinding {
  return {
    code: "unknown-session",
    item,
    otherItem: last,
    describe: ({ session, titleRange }, other) => {
      const title = session?.title ?? "";
      const [best] = nearest(title);
      const hint = best === undefined ? "" : ` Did you mean “${messageText(best, maxTitleLength)}”?`;
      return {
        message: `\`sessions\` must have a session “${messageText(title, maxTitleLength)}”.${hint}`,
        range: session?.range ?? titleRange,
        related: { message: "The last of the sessions.", range: other.titleRange },
        fixes: ({ otherItem }) =>
          session ? [...renameFixes(session, nearest), ...addFix(title, other.range, otherItem)] : [],
      };
    },
  };
}

/** Maximum UTF-16 units of a title in a message. */
const maxTitleLength = 60;
const maxNearest = 3;
/** Maximum number of sessions that a title is compared with. */
const maxCompared = 500;

function renameFixes(
  { title, range }: { readonly title: string; readonly range: Range },
  nearest: NearestFinder,
): readonly CrossItemFix[] {
  const titles = nearest(title);
  return titles.map((session) => ({
    title: `Replace with “${messageText(session, maxTitleLength)}”`,
    edits: [{ ...range, text: quoteIfNeeded(session) }],
    preferred: titles.length === 1,
  }));
}

/** Adds an entry below the last session, which has this range in `text`. */
function addFix(title: string, { start, end: sessionEnd }: Range, text: string): readonly CrossItemFix[] {
  const line = lineAt(text, start);
  const [, indent] = /^([ \t]*)-[ \t]+$/.exec(text.slice(line.start, start)) ?? [];
  if (indent === undefined) return [];
  const end = lineAt(text, trimmedEnd(text, sessionEnd)).end;
  const entry = `${lineEndOf(text)}${indent}- title: ${quoteIfNeeded(title)}`;
  return [
    {
      title: `Add “${messageText(title, maxTitleLength)}” to \`sessions\``,
      edits: [{ start: end, end, text: entry }],
      isInOtherItem: true,
    },
  ];
}

/** @param titles of the sessions by their comparable form */
function nearestFinder(titles: ReadonlyMap<string, string>): NearestFinder {
  const candidates = [...titles].slice(0, maxCompared);
  return (title) => {
    const written = comparableSession(title).slice(0, maxTitleLength);
    const limit = Math.max(1, Math.floor(written.length / 4));
    return candidates
      .map(([comparable, session]) => ({
        session,
        rank: rankOf(written, comparable.slice(0, maxTitleLength)),
      }))
      .filter(({ rank }) => rank <= limit)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, maxNearest)
      .map(({ session }) => session);
  };
}

/** Minimum UTF-16 units of a part of a title that is taken for the title. */
const minPart = 4;

/** 1 for a part of the title, otherwise the number of different letters. */
function rankOf(written: string, title: string): number {
  const [shorter, longer] = written.length < title.length ? [written, title] : [title, written];
  if (shorter.length >= minPart && longer.includes(shorter)) return 1;
  // at least as many letters differ
  if (longer.length - shorter.length > shorter.length) return Number.POSITIVE_INFINITY;
  return distance(written, title);
}
