import type { Reference } from "../../core/catalogue/vocabulary";
import { partialTitle } from "../../core/document/partialItem";
import { aboveDisplayThreshold, refOf, type Suggestion } from "../../core/suggest/suggester";
import type { CompletionContext, Proposal } from "./completionProposal";

/**
 * Themes and topics that the list does not have yet, those suggested by the item's text first; after `theme/`
 * only the topics of that theme.
 */
export function themeProposals(context: CompletionContext): readonly Proposal[] {
  const { cursor, document } = context;
  const { references } = document.vocabulary;
  const slash = cursor.prefix.indexOf("/");
  const themePrefix = slash < 0 ? undefined : cursor.prefix.slice(0, slash + 1);
  const topics = themePrefix === undefined ? [] : references.filter(({ ref }) => ref.startsWith(themePrefix));
  const unused = (topics.length > 0 ? topics : references).filter(
    ({ ref }) => !cursor.siblings.includes(ref),
  );
  const suggested = suggestedAt(context);
  const ranks = new Map<string, number>();
  for (const [rank, suggestion] of suggested.entries())
    for (const ref of [suggestion.theme, refOf(suggestion)]) if (!ranks.has(ref)) ranks.set(ref, rank);
  return unused
    .map((reference) => ({ reference, rank: ranks.get(reference.ref) ?? suggested.length }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ reference, rank }, index) => {
      const matched = suggested[rank]?.reasons.map(({ text }) => text);
      return {
        ...themeProposal(reference),
        ...(matched && { detail: `suggested by ${matched.join(", ")}` }),
        ...(matched && index === 0 && { preselect: true as const }),
      };
    });
}

/** Values for a missing list: a list of one theme, or `none`. */
export function themeListProposals(context: CompletionContext): readonly Proposal[] {
  const lists = themeProposals(context).map((proposal) => ({ ...proposal, text: `[${proposal.text}]` }));
  return [...lists, { label: "none", kind: "name", text: "none", title: "intentionally no theme" }];
}

function themeProposal({ ref, theme, topic }: Reference): Proposal {
  const subject = topic ?? theme;
  return {
    label: ref,
    kind: topic ? "topic" : "theme",
    text: ref,
    title: subject.title,
    filterWords: [subject.title, ...(subject.aliases ?? [])],
    documentation: { card: "reference", name: ref },
  };
}

/** Suggestions for the title; also of an item that does not parse. */
function suggestedAt({ document, offset }: CompletionContext): readonly Suggestion[] {
  const { shape, block } = document.blockAt(offset);
  const list = shape.kind === "item" ? shape.list : undefined;
  const title = document.placedUnitAt(offset)?.summary.title ?? (list ? partialTitle(block.text, list) : "");
  return aboveDisplayThreshold(document.suggester.suggest(title));
}
