/** The text of a new meeting, which begins with what stays the same from one meeting of a series to the next. */

import type { MeetingDocument } from "../analysis/meetingDocument";
import { Item } from "../document/item";
import type { Person } from "../document/persons";
import { slugOf } from "../text/slug";
import { isCalendarDate } from "../time/calendarDate";
import { keepAsString, quoteIfNeeded } from "../yaml/scalars";

/** The head of a meeting; all texts are one line. */
export interface MeetingHead {
  readonly title: string;
  /** ISO 8601; undefined if it is missing or invalid */
  readonly date?: string;
  readonly series?: string;
  readonly place?: string;
  readonly timezone?: string;
  readonly chairs: readonly Person[];
}

export interface NewMeeting {
  /** `2026-11-30-kubernetes-pre-gdb.contributions.yaml` */
  readonly name: string;
  readonly text: string;
  /** the same text as an LSP snippet, with tab stops in title, date, chairs and the first contribution */
  readonly snippet: string;
}

const defaultTitle = "Kubernetes meeting";
const defaultTimezone = "Europe/Zurich";

export function meetingHeadOf(document: MeetingDocument): MeetingHead | undefined {
  return document.head()?.withUnit((unit) => {
    const item = new Item(unit);
    const [date, series, place, timezone] = [
      item.text("date"),
      item.text("series"),
      item.text("place"),
      item.text("timezone"),
    ];
    return {
      title: item.title,
      chairs: item.persons("chairs"),
      ...(date !== undefined && isCalendarDate(date) && { date }),
      ...(series !== undefined && { series }),
      ...(place !== undefined && { place }),
      ...(timezone !== undefined && { timezone }),
    };
  });
}

/**
 * @param last the last meeting of the series, if there is one
 * @param date of the new meeting, ISO 8601
 */
export function newMeeting(last: MeetingHead | undefined, date: string): NewMeeting {
  const title = titleAfter(last);
  const lines = linesOf(last, title, date);
  return {
    name: meetingFileName(title, date),
    text: `${lines.map(({ key, value }) => key + value).join("\n")}\n`,
    snippet: snippetOf(lines),
  };
}

/** `2026-11-30-gdb.contributions.yaml`; without a date or a title, the rest. */
export function meetingFileName(title: string, date: string | undefined): string {
  const slug = /[\p{L}\p{N}]/u.test(title) ? slugOf(title).replace(/-$/, "") : undefined;
  const parts = [date, slug].filter((part) => part !== undefined);
  return `${parts.length > 0 ? parts.join("-") : "meeting"}.contributions.yaml`;
}

/** A title with digits names one meeting, such as `GDB 12/2026`; the series is then the better start. */
function titleAfter(last: MeetingHead | undefined): string {
  if (!last) return defaultTitle;
  const isReusable = last.title !== "" && !/\d{2}/.test(last.title);
  return isReusable ? last.title : (last.series ?? defaultTitle);
}

interface Line {
  readonly key: string;
  readonly value: string;
  readonly isTabStop?: true;
}

function linesOf(last: MeetingHead | undefined, title: string, date: string): readonly Line[] {
  const { series, place, timezone = defaultTimezone, chairs = [] } = last ?? {};
  return [
    { key: "meeting:", value: "" },
    { key: "  title: ", value: keepAsString(title), isTabStop: true },
    { key: "  date: ", value: date, isTabStop: true },
    ...(series === undefined ? [] : [{ key: "  series: ", value: keepAsString(series) }]),
    { key: "  chairs: ", value: `[${chairs.map(personText).join(", ")}]`, isTabStop: true },
    ...(place === undefined ? [] : [{ key: "  place: ", value: keepAsString(place) }]),
    { key: "  timezone: ", value: keepAsString(timezone) },
    { key: "contributions:", value: "" },
    { key: "  - title: ", value: "Welcome", isTabStop: true },
    { key: "    themes: ", value: "none", isTabStop: true },
  ];
}

function personText({ name, affiliation }: Person): string {
  if (affiliation === undefined) return quoteIfNeeded(name);
  return `{name: ${quoteIfNeeded(name)}, affiliation: ${quoteIfNeeded(affiliation)}}`;
}

function snippetOf(lines: readonly Line[]): string {
  let count = 0;
  const written = lines.map(({ key, value, isTabStop }) => {
    if (!isTabStop) return key + escapeSnippet(value);
    count++;
    // the tab stop of a list is inside its brackets
    const list = /^\[(.*)\]$/.exec(value);
    if (list) return `${key}[\${${count}:${escapeSnippet(list[1] ?? "")}}]`;
    return `${key}\${${count}:${escapeSnippet(value)}}`;
  });
  return `${written.join("\n")}\n  $0`;
}

function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, "\\$&");
}
