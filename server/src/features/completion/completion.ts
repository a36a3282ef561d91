import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Range as LspRange,
  type Position,
} from "vscode-languageserver-types";
import type { Vocabulary } from "../../core/catalogue/vocabulary";
import type { Cursor } from "../../core/cursor/cursor";
import { cursorsAt } from "../../core/cursor/cursorsAt";
import { requiredAt, schemaAt } from "../../core/schema/schema";
import { iconlessText } from "../../core/text/displayText";
import { shiftRange } from "../../core/text/range";
import {
  communityDocumentation,
  keyDocumentation,
  referenceDocumentation,
  systemDocumentation,
} from "../shared/documentation";
import type { Markdown } from "../shared/markup";
import { toLspRange, type View } from "../shared/view";
import { keyProposals } from "./completionKeys";
import type { CompletionContext, DocumentationData, Proposal } from "./completionProposal";
import { type Source, sourceAt } from "./completionSource";
import { valueProposals } from "./completionValues";

/**
 * Completions at the position, each with its own edit; `resolveCompletion` adds the documentation.
 * @param triggerCharacter the character that triggered the request; after an indenting space, and after any
 * trigger character in Markdown, nothing is proposed
 */
export function completion(view: View, position: Position, triggerCharacter?: string): CompletionList {
  const offset = view.positions.offsetAt(position);
  const isIndented = triggerCharacter === " " && isBlankBefore(offset, view);
  return { isIncomplete: false, items: isIndented ? [] : itemsAt(offset, view, triggerCharacter) };
}

function isBlankBefore(offset: number, { document }: View): boolean {
  return document.slice(document.lineAt(offset).start, offset).trim() === "";
}

/** Each label once: the first cursor that proposes it decides. */
function itemsAt(offset: number, view: View, typed: string | undefined): CompletionItem[] {
  const { document } = view;
  const source = sourceAt(view, offset);
  const placed = new Map<string, PlacedProposal>();
  for (const cursor of cursorsIn(source, offset, typed)) {
    const target = targetOf(cursor, source, view);
    for (const proposal of proposalsFor({ cursor, document, offset }))
      if (!placed.has(proposal.label)) placed.set(proposal.label, { proposal, target });
  }
  const ranked = [...placed.values()].sort((a, b) => rankOf(a) - rankOf(b));
  return ranked.map(({ proposal, target }, rank) => toItem(proposal, rank, target));
}

interface PlacedProposal {
  readonly proposal: Proposal;
  readonly target: Target;
}

/** On an empty line whole entries come first, but for those of other lists. */
function rankOf({ proposal, target: { cursor } }: PlacedProposal): number {
  if (cursor.isAlternative) return 2;
  return proposal.kind === "item" && cursor.word === "" ? 0 : 1;
}

function cursorsIn(
  { start, text, shape, exceedsLimits }: Source,
  offset: number,
  typed: string | undefined,
): readonly Cursor[] {
  if (exceedsLimits) return [];
  // a lone CR ends a line to clients, and no completion reaches over lines
  return cursorsAt(text, offset - start, shape, "any")
    .filter(({ slot }) => slot !== "text" || typed === undefined)
    .filter(({ range }) => !text.slice(range.start, range.end).includes("\r"));
}

function targetOf(cursor: Cursor, { start, text }: Source, view: View): Target {
  return {
    cursor,
    range: toLspRange(view, shiftRange(cursor.range, start)),
    lineEnd: view.document.lineEnd,
    dash: /^[ \t]*-/.test(text.slice(cursor.range.start, cursor.range.end)) ? "-" : "",
    space: spaceAfterComma(cursor, text),
  };
}

function proposalsFor(request: CompletionContext): readonly Proposal[] {
  const { slot } = request.cursor;
  if (slot === "key") return keyProposals(request);
  return slot === "entry" ? [...keyProposals(request), ...valueProposals(request)] : valueProposals(request);
}

/** Fills in the documentation of a theme, a key, a system or a community. */
export function resolveCompletion(item: CompletionItem, vocabulary: Vocabulary): CompletionItem {
  const data = item.data as DocumentationData | undefined;
  const value = data && documentationOf(data, vocabulary);
  return value ? { ...item, documentation: value.toContent() } : item;
}

function documentationOf({ card, name }: DocumentationData, vocabulary: Vocabulary): Markdown | undefined {
  if (card === "key") return documentationOfKey(name);
  if (card === "reference") {
    const reference = vocabulary.resolve(name);
    return reference && referenceDocumentation(reference, vocabulary);
  }
  if (card === "system") {
    const system = vocabulary.system(name);
    return system && systemDocumentation(system);
  }
  const community = vocabulary.community(name);
  return community && communityDocumentation(community);
}

/** @param name `contributions/0/themes` */
function documentationOfKey(name: string): Markdown | undefined {
  const path = name.split("/").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const key = String(path.at(-1));
  const schema = schemaAt(path);
  return schema && keyDocumentation(key, schema, requiredAt(path.slice(0, -1)).includes(key));
}

const kinds = {
  key: CompletionItemKind.Property,
  item: CompletionItemKind.Snippet,
  theme: CompletionItemKind.EnumMember,
  topic: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Value,
  date: CompletionItemKind.Value,
  system: CompletionItemKind.Class,
} as const;

/** The insertion point of completion items. */
interface Target {
  readonly cursor: Cursor;
  readonly range: LspRange;
  readonly lineEnd: string;
  /** the dash in the range, which clients match too */
  readonly dash: "-" | "";
  /** inserted before the text */
  readonly space: " " | "";
}

function toItem(
  proposal: Proposal,
  rank: number,
  { cursor, range, lineEnd, dash, space }: Target,
): CompletionItem {
  const { label, title, detail, documentation: card, filterWords = [] } = proposal;
  const words = [label, ...filterWords].map((word) => dash + (cursor.quote ?? "") + word).join(" ");
  return {
    label: iconlessText(label),
    kind: kinds[proposal.kind],
    ...(title !== undefined && { labelDetails: { description: iconlessText(title) } }),
    ...((detail ?? title) !== undefined && { detail: iconlessText(detail ?? title ?? "") }),
    ...(card && { data: card }),
    // clients match this with the text in the range, the opening quote included
    filterText: words,
    sortText: String(rank).padStart(4, "0"),
    ...(proposal.preselect && { preselect: true }),
    insertTextFormat: proposal.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // The text carries its whole indentation, so that it is inserted alike in all clients: VS Code would add
    // the line's own (it takes `asIs` as `keepWhitespace`), others take the text as it is.
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range,
      newText: (space + cursor.insertPrefix + proposal.text).replaceAll("\n", lineEnd),
    },
  };
}

/** `[security,<|>]` and `{text: a,<|>}` */
function spaceAfterComma({ style, range }: Cursor, text: string): "" | " " {
  return style === "flow" && text[range.start - 1] === "," ? " " : "";
}
