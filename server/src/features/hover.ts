import type { Hover, Position } from "vscode-languageserver-types";
import type { MeetingDocument } from "../core/analysis/meetingDocument";
import type { Reference } from "../core/catalogue/vocabulary";
import { type NodeLocation, nodeAt } from "../core/document/nodeAt";
import { keyCorrectionsFor } from "../core/rules/misspeltKey";
import { titleKey } from "../core/schema/itemKinds";
import { requiredAt, schemaAt } from "../core/schema/schema";
import { suggestForItem } from "../core/suggest/suggestForItem";
import { messageText } from "../core/text/displayText";
import { type Range, shiftRange } from "../core/text/range";
import { stringOf } from "../core/yaml/nodes";
import {
  communityCard,
  keyCard,
  referenceCard,
  stacked,
  systemCard,
  untaggedCard,
} from "./shared/documentation";
import { Markdown } from "./shared/markup";
import { toLspRange, type View } from "./shared/view";

interface Card {
  readonly markdown: Markdown;
  /** offsets in the file */
  readonly range: Range;
}

/** A card for the one key, theme, topic, community or system at the position; `null` where there is none. */
export function hover(view: View, position: Position): Hover | null {
  const offset = view.positions.offsetAt(position);
  const location = nodeAt(view.document, offset);
  const baseCard = location ? cardOf(location, offset, view.document) : wordCard(view.document, offset);
  const card = location ? withSuggestions(baseCard, location, offset, view.document) : baseCard;
  return card ? { contents: card.markdown.toContent(), range: toLspRange(view, card.range) } : null;
}

function cardOf(location: NodeLocation, offset: number, document: MeetingDocument): Card | undefined {
  const name = String(location.path.at(-1));
  if (location.role === "key") return keyCardAt(location, document);
  const text = stringOf(location.node);
  if (text === undefined) return undefined;
  if (location.path.at(-2) === "themes") return themeCard(text, location.range, offset, document);
  if (name === "themes" && text === "none")
    return { markdown: Markdown.of`**none**\n\nThis item has no theme on purpose.`, range: location.range };
  if (name === "community") {
    const community = document.vocabulary.community(text);
    const { communities } = document.nameCountsSoFar();
    const uses = [...communities].reduce(
      (sum, [used, count]) => (document.vocabulary.community(used) === community ? sum + count : sum),
      0,
    );
    return community && { markdown: communityCard(community, uses), range: location.range };
  }
  return mentionCard(location.range, offset, document);
}

/** The key's card; on a misspelt one the card of the key it may mean. */
function keyCardAt({ path, range }: NodeLocation, { vocabulary }: MeetingDocument): Card | undefined {
  const name = String(path.at(-1));
  const parent = path.slice(0, -1);
  const key = schemaAt(path) ? name : keyCorrectionsFor(name, null, parent, vocabulary)[0];
  const schema = key === undefined ? undefined : schemaAt([...parent, key]);
  if (key === undefined || !schema) return undefined;
  const card = keyCard(key, schema, requiredAt(parent).includes(key));
  const unknownKey = Markdown.of`There is no key “${messageText(name)}” here. Did you mean this one?`;
  return { markdown: key === name ? card : stacked(unknownKey, card), range };
}

/** Adds the suggested themes to the card on the title of an untagged item. */
function withSuggestions(
  card: Card | undefined,
  { path, role, range }: NodeLocation,
  offset: number,
  document: MeetingDocument,
): Card | undefined {
  const item = document.placedUnitAt(offset);
  const isTitle = role === "value" && item && path.length === 3 && path[2] === titleKey(item.summary.kind);
  const suggestions =
    isTitle && item.summary.isUntagged
      ? item.withUnit((unit) => suggestForItem(unit, document.suggester))
      : [];
  if (suggestions.length === 0) return card;
  const markdown = untaggedCard(suggestions);
  return card ? { ...card, markdown: stacked(card.markdown, markdown) } : { markdown, range };
}

/** The theme's card on `theme`, the topic's on `/topic`; on a misspelt one the card of what it may mean. */
function themeCard(ref: string, range: Range, offset: number, document: MeetingDocument): Card | undefined {
  const { vocabulary } = document;
  const exact = vocabulary.resolve(ref);
  if (!exact) return unknownThemeCard(ref, range, document);
  const slash = document.slice(range.start, range.end).indexOf("/");
  if (!exact.topic || slash < 0) return cardFor(exact, ref, range, document);
  const middle = range.start + slash;
  if (offset > middle) return cardFor(exact, ref, { start: middle + 1, end: range.end }, document);
  const theme = vocabulary.resolve(exact.theme.id);
  return theme && cardFor(theme, theme.ref, { start: range.start, end: middle }, document);
}

function cardFor(reference: Reference, ref: string, range: Range, document: MeetingDocument): Card {
  return { markdown: referenceCard(reference, document.vocabulary, usesOf(ref, document)), range };
}

function unknownThemeCard(ref: string, range: Range, { vocabulary }: MeetingDocument): Card {
  const best = vocabulary.correctionsFor(ref)[0];
  const meant = best && vocabulary.resolve(best.ref);
  const unknown = Markdown.of`There is no theme “${messageText(ref)}”.`;
  if (!meant) return { markdown: unknown, range };
  return {
    markdown: stacked(Markdown.of`${unknown} Did you mean this one?`, referenceCard(meant, vocabulary)),
    range,
  };
}

/** The number of items with the theme or topic. */
function usesOf(ref: string, document: MeetingDocument): number {
  return document.nameCountsSoFar().themes.get(ref) ?? 0;
}

/** A system named in a title or in notes. */
function mentionCard(range: Range, offset: number, document: MeetingDocument): Card | undefined {
  const source = document.slice(range.start, range.end);
  const mention = document.vocabulary
    .mentions(source)
    .find(({ start, end }) => range.start + start <= offset && offset <= range.start + end);
  return (
    mention && {
      markdown: systemCard(mention.system),
      range: { start: range.start + mention.start, end: range.start + mention.end },
    }
  );
}

/** The card in a block with syntax errors: for a theme reference or a system's name at the position. */
function wordCard(document: MeetingDocument, offset: number): Card | undefined {
  const { start: blockStart, block } = document.blockAt(offset);
  if (block.isValidYaml) return undefined;
  const isWord = (at: number): boolean => /[\p{L}\p{N}/.-]/u.test(block.text[at] ?? "");
  let start = offset - blockStart;
  let end = start;
  while (start > 0 && isWord(start - 1)) start--;
  while (end < block.text.length && isWord(end)) end++;
  const word = block.text.slice(start, end);
  if (word === "") return undefined;
  if (document.vocabulary.resolve(word))
    return themeCard(word, shiftRange({ start, end }, blockStart), offset, document);
  return mentionCard(shiftRange({ start, end }, blockStart), offset, document);
}
