import type { Vocabulary } from "../../catalogue/vocabulary";
import type { PlacedUnit } from "../../document/blockDocument";
import { Item } from "../../document/item";
import type { ActionStatus, ItemAction } from "../../document/itemActions";
import { dayInSession } from "../../document/itemDay";
import { itemOutcome } from "../../document/itemShorthand";
import { type ItemShorthandContext, onDayOf } from "../../document/shorthandContext";
import type { ItemList } from "../../schema/itemKinds";
import { markedNotes } from "../../shorthand/markedNotes";
import { withoutAddressBrackets } from "../../text/addresses";
import { shiftRange } from "../../text/range";
import { singleLineLabel } from "../../text/singleLineLabel";
import { firstCalendarDate, isCalendarDate } from "../../time/calendarDate";
import { dedented } from "./brokenItem";
import { withoutComments } from "./htmlComments";
import type { ItemContext } from "./itemContext";
import type { Action, NotesTheme, Part, Survey } from "./notes";
import { placeOf } from "./placeOf";
import { publishedMarkdown } from "./publishedMarkdown";
import type { ItemReading } from "./readResult";
import { timesOf } from "./times";
import { withUnknownDetails, withUnknownKeys } from "./unknownKeys";

export function readItem(placed: PlacedUnit, context: ItemContext): ItemReading {
  const shorthand = onDayOf(placed.summary, context.shorthand);
  return placed.withUnit((unit) => {
    const isBroken = !unit.isConverted || !placed.block.isValidYaml;
    return {
      range: shiftRange(unit.range, placed.start),
      item: {
        ...itemValues(new Item(unit), placed, context, shorthand),
        isBroken,
        ...(isBroken && { source: dedented(placed.block.text.slice(unit.range.start, unit.range.end)) }),
      },
    };
  });
}

type ItemValues = Omit<ItemReading["item"], "isBroken">;

function itemValues(
  item: Item,
  placed: PlacedUnit,
  context: ItemContext,
  shorthand: ItemShorthandContext,
): ItemValues {
  const { vocabulary, today } = context.document;
  const kind = item.kind as ItemList;
  const { title, themes } = item;
  const code = item.text("code");
  const community = vocabulary.communityName(item.text("community") ?? "");
  const { actions, decisions, inNotes, reports } = itemOutcome(item, shorthand);
  return {
    kind,
    title,
    ...(kind === "surveys" && code !== undefined && { code }),
    ...(kind === "contributions" && placeAndTime(item, placed, context)),
    speakers: item.persons("speakers"),
    ...(community !== undefined && { community }),
    themes: themes.map((ref) => resolvedTheme(ref, vocabulary)),
    tagged: themes.length > 0 ? "themes" : item.hasThemesNone ? "none" : "untagged",
    ...timesOf(item),
    ...proseAndLinks(item, shorthand),
    parts: item.parts.map((part) => partOf(part, shorthand, today)),
    ...(kind === "surveys" && { survey: surveyOf(item) }),
    decisions: decisions.map(withoutAddressBrackets),
    inNotes,
    reports,
    actions: toActions(actions, today),
  };
}

/** The session, the day and the place of an entry of `contributions`. */
export function placeAndTime(
  item: Item,
  { summary }: PlacedUnit,
  { sessions, meetingDate, meetingPlace, shorthand: { schedule } }: ItemContext,
): Pick<ItemValues, "session" | "date" | "place"> {
  const [session, ownDate, place] = [item.text("session"), item.text("date"), placeOf(item)];
  const day = firstCalendarDate(ownDate, dayInSession(summary, schedule));
  const slot = { ...(day !== undefined && { date: day }), ...timesOf(item) };
  const inherited = session === undefined ? undefined : sessions.find(session, slot);
  const date = firstCalendarDate(ownDate, inherited?.date, meetingDate);
  return {
    ...(session !== undefined && { session: inherited?.title ?? session }),
    ...(date !== undefined && { date }),
    ...(place !== undefined && place !== (inherited?.place ?? meetingPlace) && { place }),
  };
}

function partOf(part: Item, shorthand: ItemShorthandContext, today: string): Part {
  const { title, duration } = part;
  const { actions, decisions, reports } = itemOutcome(part, shorthand);
  return {
    title,
    speakers: part.persons("speakers"),
    ...(duration !== undefined && { duration }),
    ...proseAndLinks(part, shorthand),
    decisions: decisions.map(withoutAddressBrackets),
    reports,
    actions: toActions(actions, today),
  };
}

function proseAndLinks(
  item: Item,
  shorthand: ItemShorthandContext,
): Pick<Part, "url" | "links" | "abstract" | "notes"> {
  const { url, links } = item;
  const abstract = publishedMarkdown(item.prose("abstract"));
  const prose = withoutComments(item.prose("notes"));
  const marked = prose === undefined ? undefined : markedNotes(prose, shorthand);
  const notes = publishedMarkdown(withUnknownKeys(marked, item.unknownKeys));
  return {
    ...(url !== undefined && { url }),
    links,
    ...(abstract !== undefined && { abstract }),
    ...(notes !== undefined && { notes }),
  };
}

function resolvedTheme(reference: string, vocabulary: Vocabulary): NotesTheme {
  const resolved = vocabulary.resolveTheme(reference);
  return {
    ref: singleLineLabel(reference),
    ...(resolved && { theme: { id: resolved.theme.id, title: singleLineLabel(resolved.theme.title) } }),
    ...(resolved?.topic && {
      topic: { id: resolved.topic.id, title: singleLineLabel(resolved.topic.title) },
    }),
  };
}

function surveyOf({ responses, answers }: Item): Survey {
  const sum = answers.reduce((sum, { count = 0 }) => sum + count, 0);
  const shareBase =
    responses === undefined ? sum : Math.max(responses, ...answers.map(({ count = 0 }) => count));
  return {
    ...(responses !== undefined && { responses }),
    answers: answers.map(({ answer, count, unknownKeys }) => ({
      answer: withUnknownDetails(answer, unknownKeys),
      ...(count !== undefined && { count }),
      ...(count !== undefined && shareBase > 0 && { share: count / shareBase }),
    })),
  };
}

/** @param today ISO 8601 */
export function toActions(actions: readonly ItemAction[], today: string): readonly Action[] {
  return actions.map(({ text = "(no text)", unknownKeys, ...action }) => ({
    ...action,
    text: withUnknownDetails(withoutAddressBrackets(text), unknownKeys),
    isOverdue: isActive(action.status) && isBefore(action.due, today),
  }));
}

/** True for an action that is still to be done. */
export function isActive(status: ActionStatus): boolean {
  return status === "open" || status === "in-progress";
}

function isBefore(date: string | undefined, today: string): boolean {
  return date !== undefined && isCalendarDate(date) && date < today;
}
