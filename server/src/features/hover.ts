import type { Hover, Position } from "vscode-languageserver-types";
import type { MeetingDocument } from "../core/analysis/meetingDocument";
import type { Reference } from "../core/catalogue/vocabulary";
import { Item } from "../core/document/item";
import { comparableSession } from "../core/document/itemDay";
import { type NodeLocation, nodeAt } from "../core/document/nodeAt";
import { keyCorrectionsFor } from "../core/rules/keys/keyCorrections";
import { titleKey } from "../core/schema/itemKinds";
import { isPeopleKey } from "../core/schema/keyKinds";
import { requiredAt, schemaAt } from "../core/schema/schema";
import { suggestForItem } from "../core/suggest/suggestForItem";
import { messageText } from "../core/text/displayText";
import { comparablePerson } from "../core/text/personName";
import { type Range, shiftRange } from "../core/text/range";
import { stringOf } from "../core/yaml/nodes";
import {
  communityDocumentation,
  keyDocumentation,
  personDocumentation,
  referenceDocumentation,
  sessionDocumentation,
  stacked,
  suggestionsDocumentation,
  systemDocumentation,
} from "./shared/documentation";
import { Markdown } from "./shared/markup";
import { toLspRange, type View } from "./shared/view";

interface HoverContent {
  readonly markdown: Markdown;
  /** offsets in the file */
  readonly range: Range;
}

/**
 * The documentation of the key, theme, topic, community or system at the position; `null` if there is nothing
 * to show.
 */
export function hover(view: View, position: Position): Hover | null {
  const offset = view.positions.offsetAt(position);
  const location = nodeAt(view.document, offset);
  const baseContent = location
    ? contentAt(location, offset, view.document)
    : contentInBrokenBlock(view.document, offset);
  const content = location ? withSuggestions(baseContent, location, offset, view.document) : baseContent;
  return content ? { contents: content.markdown.toContent(), range: toLspRange(view, content.range) } : null;
}

function contentAt(
  location: NodeLocation,
  offset: number,
  document: MeetingDocument,
): HoverContent | undefined {
  const name = String(location.path.at(-1));
  if (location.role === "key") return keyContent(location, document);
  const text = stringOf(location.node);
  if (text === undefined) return undefined;
  if (location.path.at(-2) === "themes") return themeContent(text, location.range, offset, document);
  if (name === "themes" && text === "none")
    return {
      markdown: Markdown.of`**none**\n\nThis item intentionally has no theme.`,
      range: location.range,
    };
  if (name === "session") return sessionContent(text, location.range, document);
  const isPerson = isPeopleKey(String(location.path.at(-2))) || name === "owner" || isNameOfPerson(location);
  if (isPerson) return personContent(text, location.range, document);
  if (name === "community") {
    const community = document.vocabulary.community(text);
    const { communities } = document.nameCountsSoFar();
    const uses = [...communities].reduce(
      (sum, [used, count]) => (document.vocabulary.community(used) === community ? sum + count : sum),
      0,
    );
    return community && { markdown: communityDocumentation(community, uses), range: location.range };
  }
  return mentionContent(location.range, offset, document);
}

function isNameOfPerson({ path }: NodeLocation): boolean {
  return path.at(-1) === "name" && isPeopleKey(String(path.at(-3)));
}

/** The day, the time, the place and the conveners of a session of the list `sessions`. */
function sessionContent(title: string, range: Range, document: MeetingDocument): HoverContent | undefined {
  const sought = comparableSession(title);
  const session = document
    .units()
    .find(({ summary }) => summary.kind === "sessions" && comparableSession(summary.title) === sought);
  return session && { markdown: session.withUnit((unit) => sessionDocumentation(new Item(unit))), range };
}

/** How often the file names a person, however the name is written. */
function personContent(name: string, range: Range, document: MeetingDocument): HoverContent {
  const sought = comparablePerson(name);
  const { people } = document.nameCountsSoFar();
  const uses = [...people].reduce(
    (sum, [used, count]) => (comparablePerson(used) === sought ? sum + count : sum),
    0,
  );
  return { markdown: personDocumentation(name, uses), range };
}

/** The documentation of the key; for an unknown key, of the most similar one. */
function keyContent(
  { path, range }: NodeLocation,
  { vocabulary }: MeetingDocument,
): HoverContent | undefined {
  const name = String(path.at(-1));
  const parent = path.slice(0, -1);
  const key = schemaAt(path) ? name : keyCorrectionsFor(name, null, parent, vocabulary)[0]?.key;
  const schema = key === undefined ? undefined : schemaAt([...parent, key]);
  if (key === undefined || !schema) return undefined;
  const content = keyDocumentation(key, schema, requiredAt(parent).includes(key));
  const unknownKey = Markdown.of`Unknown key “${messageText(name)}”. Did you mean:`;
  return { markdown: key === name ? content : stacked(unknownKey, content), range };
}

/** Adds the suggested themes to the hover on the title of an untagged item. */
function withSuggestions(
  content: HoverContent | undefined,
  { path, role, range }: NodeLocation,
  offset: number,
  document: MeetingDocument,
): HoverContent | undefined {
  const item = document.placedUnitAt(offset);
  const isTitle = role === "value" && item && path.length === 3 && path[2] === titleKey(item.summary.kind);
  const suggestions =
    isTitle && item.summary.isUntagged
      ? item.withUnit((unit) => suggestForItem(unit, document.suggester))
      : [];
  if (suggestions.length === 0) return content;
  const markdown = suggestionsDocumentation(suggestions);
  return content ? { ...content, markdown: stacked(content.markdown, markdown) } : { markdown, range };
}

/**
 * The documentation of the theme on `theme`, of the topic on `/topic`; for an unknown theme, of the most
 * similar one.
 */
function themeContent(
  ref: string,
  range: Range,
  offset: number,
  document: MeetingDocument,
): HoverContent | undefined {
  const { vocabulary } = document;
  const exact = vocabulary.resolve(ref);
  if (!exact) return unknownThemeContent(ref, range, document);
  const slash = document.slice(range.start, range.end).indexOf("/");
  if (!exact.topic || slash < 0) return contentOf(exact, ref, range, document);
  const middle = range.start + slash;
  if (offset > middle) return contentOf(exact, ref, { start: middle + 1, end: range.end }, document);
  const theme = vocabulary.resolve(exact.theme.id);
  return theme && contentOf(theme, theme.ref, { start: range.start, end: middle }, document);
}

function contentOf(reference: Reference, ref: string, range: Range, document: MeetingDocument): HoverContent {
  return { markdown: referenceDocumentation(reference, document.vocabulary, usesOf(ref, document)), range };
}

function unknownThemeContent(ref: string, range: Range, { vocabulary }: MeetingDocument): HoverContent {
  const best = vocabulary.correctionsFor(ref)[0];
  const correction = best && vocabulary.resolve(best.ref);
  const unknown = Markdown.of`Unknown theme “${messageText(ref)}”.`;
  if (!correction) return { markdown: unknown, range };
  return {
    markdown: stacked(Markdown.of`${unknown} Did you mean:`, referenceDocumentation(correction, vocabulary)),
    range,
  };
}

/** The number of items with the theme or topic. */
function usesOf(ref: string, document: MeetingDocument): number {
  return document.nameCountsSoFar().themes.get(ref) ?? 0;
}

/** A system named in a title or in notes. */
function mentionContent(range: Range, offset: number, document: MeetingDocument): HoverContent | undefined {
  const source = document.slice(range.start, range.end);
  const mention = document.vocabulary
    .mentions(source)
    .find(({ start, end }) => range.start + start <= offset && offset <= range.start + end);
  return (
    mention && {
      markdown: systemDocumentation(mention.system),
      range: { start: range.start + mention.start, end: range.start + mention.end },
    }
  );
}

/** The documentation of a theme reference or a system's name in a block with syntax errors. */
function contentInBrokenBlock(document: MeetingDocument, offset: number): HoverContent | undefined {
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
    return themeContent(word, shiftRange({ start, end }, blockStart), offset, document);
  return mentionContent(shiftRange({ start, end }, blockStart), offset, document);
}
