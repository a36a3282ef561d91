import type { MeetingDocument } from "../../analysis/meetingDocument";
import type { Vocabulary } from "../../catalogue/vocabulary";
import type { PlacedItem } from "../../document/blockDocument";
import { minutesOf, type Summary } from "../../document/itemSummary";
import { type ItemList, titleKey } from "../../schema/itemKinds";
import { oneLine } from "../../text/labelText";
import { shiftRange } from "../../text/range";
import { isCalendarDate } from "../../time/calendarDate";
import { sourceOf } from "./brokenItem";
import type { Action, Answer, NotedItem, NotedTheme, Survey } from "./model";
import type { ReadItem } from "./readResult";
import { addressIn, asText, countIn, listIn, proseIn, textIn, textsIn } from "./values";

export function readItem({ unit, summary, start, block }: PlacedItem, document: MeetingDocument): ReadItem {
  const kind = unit.kind as ItemList;
  const { value } = unit;
  const [code, url, notes] = [textIn(value, "code"), addressIn(value, "url"), proseIn(value, "notes")];
  const isBroken = !unit.sound || !block.sound;
  return {
    range: shiftRange(unit.range, start),
    item: {
      kind,
      title: textIn(value, titleKey(kind)) ?? asText(value) ?? oneLine(summary.title),
      ...(kind === "surveys" && code !== undefined && { code }),
      speakers: textsIn(value, "speakers"),
      ...communityOf(summary, document.vocabulary),
      themes: summary.themes.map((ref) => themeOf(ref, document.vocabulary)),
      tagged: summary.themes.length > 0 ? "themes" : summary.isNone ? "none" : "untagged",
      ...timesOf(summary),
      ...(url !== undefined && { url }),
      ...(notes !== undefined && { notes }),
      ...(kind === "surveys" && { survey: surveyOf(value) }),
      decisions: textsIn(value, "decisions"),
      actions: listIn(value, "actions").flatMap((action) => actionOf(action, document.today)),
      isBroken,
      ...(isBroken && { source: sourceOf(block.text.slice(unit.range.start, unit.range.end)) }),
    },
  };
}

function communityOf({ community }: Summary, vocabulary: Vocabulary): Pick<NotedItem, "community"> {
  const name = oneLine(vocabulary.community(community ?? "")?.name ?? community ?? "");
  return name ? { community: name } : {};
}

function timesOf(summary: Summary): Pick<NotedItem, "start" | "end" | "duration"> {
  const [start, duration] = [summary.start?.minute, minutesOf(summary)];
  return {
    ...(start !== undefined && { start }),
    ...(start !== undefined && duration !== undefined && { end: start + duration }),
    ...(duration !== undefined && { duration }),
  };
}

function themeOf(written: string, vocabulary: Vocabulary): NotedTheme {
  const found = vocabulary.resolve(written) ?? vocabulary.resolve(written.split("/")[0] ?? "");
  return {
    ref: oneLine(written),
    ...(found && { theme: { id: found.theme.id, title: oneLine(found.theme.title) } }),
    ...(found?.topic && { topic: { id: found.topic.id, title: oneLine(found.topic.title) } }),
  };
}

function surveyOf(value: unknown): Survey {
  const responses = countIn(value, "responses");
  const answers = listIn(value, "answers").flatMap((answer): readonly Answer[] => {
    const [text, count] = [textIn(answer, "answer") ?? asText(answer), countIn(answer, "count")];
    return text === undefined ? [] : [{ answer: text, ...(count !== undefined && { count }) }];
  });
  const given = answers.reduce((sum, { count = 0 }) => sum + count, 0);
  const all = responses === undefined ? given : Math.max(responses, ...answers.map(({ count = 0 }) => count));
  return {
    ...(responses !== undefined && { responses }),
    answers: answers.map((answer) =>
      answer.count === undefined || all === 0 ? answer : { ...answer, share: answer.count / all },
    ),
  };
}

/** `- Ask again` counts as an action too, though the format wants its key. */
function actionOf(value: unknown, today: string): readonly Action[] {
  const [owner, due] = [textIn(value, "owner"), textIn(value, "due")];
  const text = textIn(value, "text") ?? asText(value) ?? (owner || due ? "(no text)" : undefined);
  if (text === undefined) return [];
  const isDone = textIn(value, "status") === "done";
  return [
    {
      text,
      ...(owner !== undefined && { owner }),
      ...(due !== undefined && { due }),
      status: isDone ? "done" : "open",
      isOverdue: !isDone && due !== undefined && isCalendarDate(due) && due < today,
    },
  ];
}
