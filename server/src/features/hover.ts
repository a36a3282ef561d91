import type { Hover, Position } from "vscode-languageserver-types";
import type { MeetingDocument } from "../core/analysis/meetingDocument";
import type { Reference } from "../core/catalogue/vocabulary";
import { nodeAt, type Place } from "../core/document/nodeAt";
import { meantBy } from "../core/rules/misspeltKey";
import { titleKey } from "../core/schema/itemKinds";
import { requiredAt, schemaAt } from "../core/schema/schema";
import { suggestionsFor } from "../core/suggest/suggestForItem";
import { inMessage } from "../core/text/displayText";
import { type Range, shiftRange } from "../core/text/range";
import { textOf } from "../core/yaml/nodes";
import { communityCard, keyCard, referenceCard, stacked, systemCard, untaggedCard } from "./shared/cards";
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
  const place = nodeAt(view.document, offset);
  const word = place ? cardOf(place, offset, view.document) : wordCard(view.document, offset);
  const card = place ? withSuggestions(word, place, offset, view.document) : word;
  return card ? { contents: card.markdown.toContent(), range: toLspRange(view, card.range) } : null;
}

function cardOf(place: Place, offset: number, document: MeetingDocument): Card | undefined {
  const name = String(place.path.at(-1));
  if (place.role === "key") return keyCardAt(place, document);
  const text = textOf(place.node);
  if (text === undefined) return undefined;
  if (place.path.at(-2) === "themes") return themeCard(text, place.range, offset, document);
  if (name === "themes" && text === "none")
    return { markdown: Markdown.of`**none**\n\nThis item has no theme on purpose.`, range: place.range };
  if (name === "community") {
    const community = document.vocabulary.community(text);
    const { communities } = document.censusSoFar();
    const uses = [...communities].reduce(
      (sum, [used, count]) => (document.vocabulary.community(used) === community ? sum + count : sum),
      0,
    );
    return community && { markdown: communityCard(community, uses), range: place.range };
  }
  return mentionCard(place.range, offset, document);
}

/** The key's card; on a misspelt one the card of the key it may mean. */
function keyCardAt({ path, range }: Place, { vocabulary }: MeetingDocument): Card | undefined {
  const name = String(path.at(-1));
  const parent = path.slice(0, -1);
  const key = schemaAt(path) ? name : meantBy(name, null, parent, vocabulary)[0];
  const schema = key === undefined ? undefined : schemaAt([...parent, key]);
  if (key === undefined || !schema) return undefined;
  const card = keyCard(key, schema, requiredAt(parent).includes(key));
  const unknown = Markdown.of`There is no key “${inMessage(name)}” here. Did you mean this one?`;
  return { markdown: key === name ? card : stacked(unknown, card), range };
}

/** On the title of an item without themes also what may be its themes. */
function withSuggestions(
  card: Card | undefined,
  { path, role, range }: Place,
  offset: number,
  document: MeetingDocument,
): Card | undefined {
  const item = document.unitAt(offset);
  const isTitle = role === "value" && item && path.length === 3 && path[2] === titleKey(item.summary.kind);
  const suggestions =
    isTitle && item.summary.isUntagged
      ? item.withUnit((unit) => suggestionsFor(unit, document.suggester))
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
  const best = vocabulary.candidates(ref)[0];
  const meant = best && vocabulary.resolve(best.ref);
  const unknown = Markdown.of`There is no theme “${inMessage(ref)}”.`;
  if (!meant) return { markdown: unknown, range };
  return {
    markdown: stacked(Markdown.of`${unknown} Did you mean this one?`, referenceCard(meant, vocabulary)),
    range,
  };
}

/** How many items speak to the theme, or to the topic. */
function usesOf(ref: string, document: MeetingDocument): number {
  return document.censusSoFar().themes.get(ref) ?? 0;
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

/** In a broken block only the word itself speaks: a theme reference or a system's name. */
function wordCard(document: MeetingDocument, offset: number): Card | undefined {
  const { start: base, block } = document.blockAt(offset);
  if (block.sound) return undefined;
  const isWord = (at: number): boolean => /[\p{L}\p{N}/.-]/u.test(block.text[at] ?? "");
  let start = offset - base;
  let end = start;
  while (start > 0 && isWord(start - 1)) start--;
  while (end < block.text.length && isWord(end)) end++;
  const word = block.text.slice(start, end);
  if (word === "") return undefined;
  if (document.vocabulary.resolve(word))
    return themeCard(word, shiftRange({ start, end }, base), offset, document);
  return mentionCard(shiftRange({ start, end }, base), offset, document);
}
