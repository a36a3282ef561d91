import type { Reference } from "../../core/catalogue/vocabulary";
import { partialTitle } from "../../core/document/partialItem";
import { refOf, type Suggestion, worthShowing } from "../../core/suggest/suggester";
import type { Asked, Proposal } from "./completionProposal";

/**
 * Themes and topics of the catalogue that the list does not have yet: those first that the item's own
 * words speak for. Behind `theme/` the topics of that theme only.
 */
export function themeProposals(asked: Asked): readonly Proposal[] {
  const { cursor, document } = asked;
  const { references } = document.vocabulary;
  const slash = cursor.prefix.indexOf("/");
  const head = slash < 0 ? undefined : cursor.prefix.slice(0, slash + 1);
  const topics = head === undefined ? [] : references.filter(({ ref }) => ref.startsWith(head));
  const free = (topics.length > 0 ? topics : references).filter(({ ref }) => !cursor.siblings.includes(ref));
  const suggested = suggestedAt(asked);
  const ranks = new Map<string, number>();
  for (const [rank, one] of suggested.entries())
    for (const ref of [one.theme, refOf(one)]) if (!ranks.has(ref)) ranks.set(ref, rank);
  return free
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

/** In place of a list: a list of one, or `none`. */
export function themeListProposals(asked: Asked): readonly Proposal[] {
  const lists = themeProposals(asked).map((proposal) => ({ ...proposal, text: `[${proposal.text}]` }));
  return [...lists, { label: "none", kind: "name", text: "none", title: "no theme on purpose" }];
}

function themeProposal({ ref, theme, topic }: Reference): Proposal {
  const subject = topic ?? theme;
  return {
    label: ref,
    kind: topic ? "topic" : "theme",
    text: ref,
    title: subject.title,
    also: [subject.title, ...(subject.aliases ?? [])],
    card: { card: "reference", name: ref },
  };
}

/** By the title, of an item that does not parse as well. */
function suggestedAt({ document, offset }: Asked): readonly Suggestion[] {
  const { piece, block } = document.blockAt(offset);
  const list = piece.kind === "item" ? piece.list : undefined;
  const title = document.unitAt(offset)?.summary.title ?? (list ? partialTitle(block.text, list) : "");
  return worthShowing(document.suggester.suggest(title));
}
