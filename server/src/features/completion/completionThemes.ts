import type { Reference } from "../../core/catalogue/vocabulary";
import { partialTitle } from "../../core/document/partialItem";
import { isRoutineTitle } from "../../core/suggest/routineTitle";
import { aboveDisplayThreshold, refOf, type Suggestion } from "../../core/suggest/suggester";
import type { CompletionContext, Proposal } from "./completionProposal";

/**
 * Entries of a list: themes and topics that it does not have yet, and `none` instead of a list without entries.
 */
export function themeEntryProposals(context: CompletionContext): readonly Proposal[] {
  const { style, siblings, quote } = context.cursor;
  const themes = themeProposals(context);
  if (style === "block" || siblings.length > 0 || quote) return themes;
  return withNone(themes, { ...noTheme, replacesList: true }, context);
}

/** Values for a missing list: a list of one theme, or `none`. */
export function themeListProposals(context: CompletionContext): readonly Proposal[] {
  const lists = themeProposals(context).map((proposal) => ({ ...proposal, text: `[${proposal.text}]` }));
  return withNone(lists, noTheme, context);
}

const noTheme: Proposal = {
  label: "none",
  kind: "name",
  text: "none",
  title: "intentionally no theme",
  documentation: { card: "key", name: "contributions/0/themes" },
};

/** With `none` first for a coffee break and where it is being typed, otherwise last. */
function withNone(
  themes: readonly Proposal[],
  none: Proposal,
  context: CompletionContext,
): readonly Proposal[] {
  const { prefix } = context.cursor;
  const isLikely = prefix === "" ? isRoutineTitle(titleAt(context)) : none.text.startsWith(prefix);
  if (!isLikely) return [...themes, none];
  const others = themes.map(({ preselect: _, ...proposal }) => proposal);
  return [{ ...none, preselect: true }, ...others];
}

/**
 * Themes and topics that the list does not have yet: those whose id is the typed word or begins with it, then those
 * suggested by the item's text; after `theme/` only the topics of that theme.
 */
function themeProposals(context: CompletionContext): readonly Proposal[] {
  const { cursor, document } = context;
  const { references } = document.vocabulary;
  const prefix = cursor.prefix.toLowerCase();
  const slash = prefix.indexOf("/");
  const themePrefix = slash < 0 ? undefined : prefix.slice(0, slash + 1);
  const topics = themePrefix === undefined ? [] : references.filter(({ ref }) => ref.startsWith(themePrefix));
  const unused = (topics.length > 0 ? topics : references).filter(
    ({ ref }) => !cursor.siblings.includes(ref),
  );
  const suggested = suggestedAt(context);
  const ranks = new Map<string, number>();
  for (const [rank, suggestion] of suggested.entries())
    for (const ref of [suggestion.theme, refOf(suggestion)]) if (!ranks.has(ref)) ranks.set(ref, rank);
  const rankOf = ({ ref }: Reference): number => ranks.get(ref) ?? suggested.length;
  const distanceOf = (reference: Reference): number => distanceFromId(prefix, reference);
  return [...unused]
    .sort((a, b) => distanceOf(a) - distanceOf(b) || rankOf(a) - rankOf(b))
    .map((reference, index) => {
      const matched = suggested[rankOf(reference)]?.reasons.map(({ text }) => text);
      const { id } = reference.theme;
      return {
        ...themeProposal(reference, prefix),
        ...(matched && { detail: `suggested by ${matched.join(", ")}` }),
        ...(matched && index === 0 && { preselect: true as const }),
        ...(reference.topic && cursor.siblings.includes(id) && { removes: id }),
      };
    });
}

/** 0 for the typed id, `cvmfs` or `image-distribution/cvmfs`; 1 for the start of one; otherwise 2. */
function distanceFromId(typed: string, { ref, topic }: Reference): number {
  if (typed === "") return 2;
  const ids = [ref, topic?.id ?? ref];
  if (ids.includes(typed)) return 0;
  return ids.some((id) => id.startsWith(typed)) ? 1 : 2;
}

function themeProposal(reference: Reference, prefix: string): Proposal {
  const { ref, theme, topic } = reference;
  const subject = topic ?? theme;
  return {
    label: ref,
    kind: topic ? "topic" : "theme",
    text: ref,
    ...(lettersOf(subject.title) === lettersOf(subject.id)
      ? { detail: subject.title }
      : { title: subject.title }),
    matchWords: [...idWords(reference, prefix), subject.title, ...(subject.aliases ?? [])],
    documentation: { card: "reference", name: ref },
  };
}

/**
 * The id of a topic comes before the reference, because clients prefer matches near the start: `security` finds the
 * theme first. A topic whose id extends that of another comes after it.
 */
function idWords({ ref, theme, topic }: Reference, prefix: string): readonly string[] {
  if (!topic || (prefix !== "" && ref.startsWith(prefix))) return [ref];
  const isExtension = theme.topics.some(({ id }) => id !== topic.id && topic.id.startsWith(id));
  return isExtension ? [ref, topic.id] : [topic.id, ref];
}

/** The letters and digits alone, to compare a title with an id. */
function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Suggestions for the title; also of an item that does not parse. */
function suggestedAt(context: CompletionContext): readonly Suggestion[] {
  return aboveDisplayThreshold(context.document.suggester.suggest(titleAt(context)));
}

function titleAt({ document, offset }: CompletionContext): string {
  const { shape, block } = document.blockAt(offset);
  const list = shape.kind === "item" ? shape.list : undefined;
  return document.placedUnitAt(offset)?.summary.title ?? (list ? partialTitle(block.text, list) : "");
}
