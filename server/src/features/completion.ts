import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
} from "vscode-languageserver-types";
import { type Cursor, cursorAt } from "../core/cursor";
import type { PlacedBlock } from "../core/document";
import { lineEndOf, shiftRange } from "../core/range";
import type { Vocabulary } from "../core/vocabulary";
import { communityCard, referenceCard, systemCard } from "./cards";
import { keyProposals } from "./completionKeys";
import { valueProposals } from "./completionValues";
import type { Proposal } from "./proposal";
import { toLspRange, type View } from "./view";

/** What a completion item's documentation is made of, once somebody looks at it. */
interface CardData {
  readonly card: "reference" | "system" | "community";
  readonly name: string;
}

/** What may stand at the position; the documentation of themes and systems comes with `resolveCompletion`. */
export function completion(view: View, position: Position): CompletionList {
  const offset = view.positions.offsetAt(position);
  const placed = blockFor(view, offset);
  const cursor = cursorAt(
    placed?.block.text ?? "",
    offset - (placed?.start ?? 0),
    placed?.piece ?? { kind: "lead" },
  );
  const proposals =
    cursor.slot === "none"
      ? []
      : cursor.slot === "key"
        ? keyProposals(cursor, view.document)
        : valueProposals(cursor, view.document, offset);
  const items = proposals.map((proposal, rank) => toItem(proposal, rank, cursor, placed?.start ?? 0, view));
  return { isIncomplete: cursor.slot === "text" && cursor.prefix.length < 3, items };
}

/** On a fresh line between two blocks the one above is still being written. */
function blockFor(view: View, offset: number): PlacedBlock | undefined {
  const { document } = view;
  const placed = document.blockAt(offset);
  if (!placed || offset > placed.start || offset === 0) return placed;
  return document.text.slice(placed.start, placed.end).startsWith("\n") ||
    placed.start === document.text.length
    ? document.blockAt(offset - 1)
    : placed;
}

/** Fills in the card of a theme, a system or a community. */
export function resolveCompletion(item: CompletionItem, vocabulary: Vocabulary): CompletionItem {
  const data = item.data as CardData | undefined;
  const value = data && cardOf(data, vocabulary);
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}

function cardOf({ card, name }: CardData, vocabulary: Vocabulary): string | undefined {
  if (card === "reference") {
    const reference = vocabulary.resolve(name);
    return reference && referenceCard(reference, vocabulary);
  }
  const system = card === "system" ? vocabulary.system(name) : undefined;
  if (system) return systemCard(system);
  const community = vocabulary.community(name);
  return community && communityCard(community);
}

const kinds = {
  key: CompletionItemKind.Property,
  item: CompletionItemKind.Snippet,
  theme: CompletionItemKind.EnumMember,
  topic: CompletionItemKind.Value,
  name: CompletionItemKind.Constant,
  system: CompletionItemKind.Class,
} as const;

function toItem(proposal: Proposal, rank: number, cursor: Cursor, start: number, view: View): CompletionItem {
  const { document } = view;
  const isSnippet = proposal.snippet !== undefined;
  const before = (cursor.needsSpace ? " " : "") + (cursor.needsDash ? "- " : "");
  const body = before + (proposal.snippet ?? proposal.text);
  const range = shiftRange(cursor.range, start);
  const newText = body.replaceAll("\n", lineEndOf(document.text));
  const filter = `${document.text.slice(range.start, range.end).match(/^["']/)?.[0] ?? ""}${[proposal.label, ...(proposal.also ?? [])].join(" ")}`;
  return {
    label: proposal.label,
    kind: kinds[proposal.kind],
    ...(proposal.detail && { detail: proposal.detail }),
    ...(proposal.documentation && {
      documentation: { kind: MarkupKind.Markdown, value: proposal.documentation },
    }),
    ...(proposal.card && { data: proposal.card }),
    filterText: filter,
    sortText: String(rank).padStart(4, "0"),
    ...(proposal.preselect && { preselect: true }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // the text carries its own indentation, so that it lands alike in every client
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: toLspRange(view, range), newText },
  };
}
