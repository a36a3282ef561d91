import type { MeetingDocument } from "../../analysis/meetingDocument";
import type { Vocabulary } from "../../catalogue/vocabulary";
import type { PlacedUnit } from "../../document/blockDocument";
import { Item } from "../../document/item";
import type { ActionStatus } from "../../document/itemActions";
import { endOf } from "../../document/timetable";
import type { ItemList } from "../../schema/itemKinds";
import { shiftRange } from "../../text/range";
import { singleLineLabel } from "../../text/singleLineLabel";
import { isCalendarDate } from "../../time/calendarDate";
import { dedented } from "./brokenItem";
import { withoutComments } from "./htmlComments";
import type { Action, NotesItem, NotesTheme, Survey } from "./notes";
import type { ItemReading } from "./readResult";
import { withUnknownDetails, withUnknownKeys } from "./unknownKeys";

export function readItem(placed: PlacedUnit, document: MeetingDocument): ItemReading {
  return placed.withUnit((unit) => {
    const isBroken = !unit.isConverted || !placed.block.isValidYaml;
    const source = dedented(placed.block.text.slice(unit.range.start, unit.range.end));
    return {
      range: shiftRange(unit.range, placed.start),
      item: { ...itemValues(new Item(unit), document), isBroken, ...(isBroken && { source }) },
    };
  });
}

function itemValues(
  item: Item,
  { vocabulary, today }: MeetingDocument,
): Omit<ItemReading["item"], "isBroken"> {
  const kind = item.kind as ItemList;
  const { title, themes, url } = item;
  const [code, notes] = [
    item.text("code"),
    withUnknownKeys(withoutComments(item.prose("notes")), item.unknownKeys),
  ];
  const community = vocabulary.communityName(item.text("community") ?? "");
  return {
    kind,
    title,
    ...(kind === "surveys" && code !== undefined && { code }),
    speakers: item.names("speakers"),
    ...(community !== undefined && { community }),
    themes: themes.map((ref) => resolvedTheme(ref, vocabulary)),
    tagged: themes.length > 0 ? "themes" : item.hasThemesNone ? "none" : "untagged",
    ...timesOf(item),
    ...(url !== undefined && { url }),
    ...(notes !== undefined && { notes }),
    ...(kind === "surveys" && { survey: surveyOf(item) }),
    decisions: item.decisions,
    actions: actionsOf(item, today),
  };
}

function timesOf({ start, duration }: Item): Pick<NotesItem, "start" | "end" | "duration"> {
  const time = { ...(start !== undefined && { start }), ...(duration !== undefined && { duration }) };
  const end = endOf(time);
  return { ...time, ...(end !== undefined && { end }) };
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

function actionsOf({ actions }: Item, today: string): readonly Action[] {
  return actions.map(({ text = "(no text)", unknownKeys, ...action }) => ({
    ...action,
    text: withUnknownDetails(text, unknownKeys),
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
