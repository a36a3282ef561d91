import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Range as LspRange,
  type Position,
  type TextEdit,
} from "vscode-languageserver-types";
import type { Vocabulary } from "../../core/catalogue/vocabulary";
import type { Cursor } from "../../core/cursor/cursor";
import { cursorsAt } from "../../core/cursor/cursorsAt";
import { isPeopleKey } from "../../core/schema/keyKinds";
import { requiredAt, schemaAt } from "../../core/schema/schema";
import { iconlessText } from "../../core/text/displayText";
import { type Range, shiftRange } from "../../core/text/range";
import {
  communityDocumentation,
  keyDocumentation,
  referenceDocumentation,
  systemDocumentation,
} from "../shared/documentation";
import type { Markdown } from "../shared/markup";
import { toLspRange, type View } from "../shared/view";
import { keyProposals } from "./completionKeys";
import { bracketsAround, removalOf } from "./completionList";
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
      if (!placed.has(proposal.label) && (!proposal.replacesList || target.brackets))
        placed.set(proposal.label, { proposal, target });
  }
  const ranked = [...placed.values()].sort((a, b) => rankOf(a) - rankOf(b));
  return ranked.map(({ proposal, target }, rank) => toItem(proposal, rank, target));
}

interface PlacedProposal {
  readonly proposal: Proposal;
  readonly target: Target;
}

/** On an empty line whole entries come first, but for those of other lists; then keys that begin with the typed word. */
function rankOf({ proposal: { kind, label }, target: { cursor } }: PlacedProposal): number {
  if (cursor.isAlternative) return 3;
  if (cursor.word === "") return kind === "item" ? 0 : 2;
  return kind === "key" && label.startsWith(cursor.prefix.toLowerCase()) ? 1 : 2;
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

function targetOf(cursor: Cursor, source: Source, view: View): Target {
  const { start, text } = source;
  const toRange = (range: Range): LspRange => toLspRange(view, shiftRange(range, start));
  return {
    cursor,
    range: toRange(cursor.range),
    lineEnd: view.document.lineEnd,
    mark: /^[ \t]*-/.test(text.slice(cursor.range.start, cursor.range.end)) ? "- " : "",
    space: spaceAfterComma(cursor, text),
    brackets: bracketsAround(cursor, text)?.map((range) => ({ range: toRange(range), newText: "" })),
    removal: (name) => {
      const removed = removalOf(name, cursor, text);
      return removed && { range: toRange(removed), newText: "" };
    },
  };
}

function proposalsFor(request: CompletionContext): readonly Proposal[] {
  const { slot } = request.cursor;
  if (slot === "key") return keyProposals(request);
  if (slot !== "entry") return valueProposals(request);
  const isPerson = isPeopleKey(String(request.cursor.path.at(-2)));
  return isPerson
    ? [...valueProposals(request), ...keyProposals(request)]
    : [...keyProposals(request), ...valueProposals(request)];
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
  readonly mark: "- " | "";
  /** inserted before the text */
  readonly space: " " | "";
  /** the edits that remove the brackets around the cursor, if the list has no other entries */
  readonly brackets: readonly TextEdit[] | undefined;
  /** The edit that removes another entry of the list. */
  readonly removal: (name: string) => TextEdit | undefined;
}

function toItem(proposal: Proposal, rank: number, target: Target): CompletionItem {
  const { label, title, detail, documentation: card, matchWords = [label] } = proposal;
  const { cursor, range, lineEnd, mark } = target;
  const removal = proposal.removes === undefined ? undefined : target.removal(proposal.removes);
  const additionalTextEdits = [
    ...(proposal.replacesList ? (target.brackets ?? []) : []),
    ...(removal ? [removal] : []),
  ];
  const isAfterRemoval = removal !== undefined && isSamePosition(removal.range.end, range.start);
  const space = isAfterRemoval ? "" : target.space;
  return {
    label: iconlessText(label),
    kind: kinds[proposal.kind],
    ...(title !== undefined && { labelDetails: { description: iconlessText(title) } }),
    ...((detail ?? title) !== undefined && { detail: iconlessText(detail ?? title ?? "") }),
    ...(card && { data: card }),
    // clients match this with the text in the range, the opening quote included
    filterText: matchWords.map((word) => mark + (cursor.quote ?? "") + word).join(" "),
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
    ...(additionalTextEdits.length > 0 && { additionalTextEdits }),
  };
}

function isSamePosition(left: Position, right: Position): boolean {
  return left.line === right.line && left.character === right.character;
}

/** `[security,<|>]` and `{text: a,<|>}` */
function spaceAfterComma({ style, range }: Cursor, text: string): "" | " " {
  return style === "flow" && text[range.start - 1] === "," ? " " : "";
}
