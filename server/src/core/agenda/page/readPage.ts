/** Reads an agenda on a page of HTML: Indico's timetable, copied from the browser or saved, or any table or list. */
import { singleLineLabel } from "../../text/singleLineLabel";
import { ianaNameOf } from "../../time/timeZone";
import type { Agenda, AgendaLink, AgendaMeeting, AgendaReading } from "../agenda";
import { dateInText } from "../lines/dateInText";
import { markdownOfHtml } from "../markdown/markdownOfHtml";
import { agendaOfText } from "../text/readText";
import { conferenceTimetable, isConferencePage } from "./indicoConferencePage";
import {
  firstDay,
  isMeetingPage,
  lastDay,
  meetingTimetable,
  type PageContext,
  type Timetable,
} from "./indicoMeetingPage";
import { type PageAddresses, pageAddresses } from "./pageAddresses";
import { pageLines } from "./pageLines";
import { personsIn } from "./pagePersons";
import { findAll, findFirst, hasClass, type PageElement, pageTree, textOf } from "./pageTree";

export interface PageOptions {
  /** ISO 8601; completes a date without a year */
  readonly today?: string;
}

export function agendaOfPage(html: string, { today }: PageOptions = {}): AgendaReading {
  const page = pageTree(html);
  if (!page)
    return {
      problem: "The page is too large, or its elements are nested too deeply, to be read as an agenda.",
    };
  const addresses = pageAddresses(page, html);
  if (isMeetingPage(page) || isConferencePage(page)) {
    const text = (description: PageElement): string => markdownOfHtml(description.html(), addresses.event);
    return { agenda: indicoAgenda(page, addresses, text, today, html.includes("<mjx-container")) };
  }
  if (isEmptyConference(page)) return { problem: noTimetable };
  return agendaOfText(pageLines(page, addresses.resolve), today === undefined ? {} : { today });
}

const noTimetable =
  "The page of the conference has no contributions: copy its contribution list, or import the event by its address.";

/** A page of a conference whose timetable is drawn by the browser later. */
function isEmptyConference(page: PageElement): boolean {
  return (
    findFirst(page, ({ classes }) => classes.has("confTitle") || classes.has("confTitleBox")) !== undefined
  );
}

function indicoAgenda(
  page: PageElement,
  addresses: PageAddresses,
  markdownOf: PageContext["markdownOf"],
  today: string | undefined,
  hasFormulas: boolean,
): Agenda {
  const meeting = meetingOf(page, addresses, markdownOf, today);
  const { date, endDate, place } = meeting;
  const context: PageContext = {
    addresses,
    markdownOf,
    ...(date !== undefined && { date }),
    ...(place !== undefined && { place }),
  };
  const isMeeting = isMeetingPage(page);
  const timetable = isMeeting
    ? meetingTimetable(page, context)
    : conferenceTimetable(page, context, {
        ...(date !== undefined && { date }),
        ...(endDate !== undefined && { endDate }),
      });
  return { meeting, ...timetable, remarks: remarksOn(page, timetable, hasFormulas), isPartial: true };
}

function remarksOn(page: PageElement, { entries }: Timetable, hasFormulas: boolean): readonly string[] {
  const isGrid = findFirst(page, hasClass("timetableBlock")) !== undefined;
  const hasTalks = entries.some(({ kind }) => kind === "contribution");
  if (hasFormulas) return ["Formulas are left out: the page draws them as pictures."];
  if (isGrid && !hasTalks)
    return [
      "The timetable shows one day and no contributions: copy the contribution list, or import the event by its address.",
    ];
  return entries.length === 0 ? ["The page has no entries of a timetable."] : [];
}

function meetingOf(
  page: PageElement,
  addresses: PageAddresses,
  markdownOf: PageContext["markdownOf"],
  today: string | undefined,
): AgendaMeeting {
  const text = (...names: readonly string[]): string =>
    singleLineLabel(
      names.map((name) => textOf(findFirst(page, hasClass(name)))).find((words) => words !== "") ?? "",
    );
  const header = findFirst(page, ({ classes }) => classes.has("event-title") || classes.has("confTitle"));
  const title = singleLineLabel(
    textOf(header && findFirst(header, ({ name }) => name === "h1")) || text("confTitle"),
  );
  const written = text("event-time-data") || text("date");
  const dates = datesOf(page, written, today);
  const place = text("event-location") || text("place");
  const zone = ianaNameOf(text("timezone").replace(/ timezone$/, ""));
  const description = findFirst(page, hasClass("event-description"));
  const words = textOf(description);
  return {
    ...(title !== "" && { title }),
    ...dates,
    ...(place !== "" && { place }),
    ...(zone !== undefined && { timezone: zone }),
    ...(addresses.event?.startsWith("https:") === true && { url: addresses.event }),
    chairs: personsIn(findFirst(page, hasClass("chairperson-list"))),
    links: eventMaterial(page, addresses),
    ...(description && words !== "" && { context: markdownOf(description) }),
  };
}

/** The days of the timetable, otherwise those in the head of the page. */
function datesOf(
  page: PageElement,
  written: string,
  today: string | undefined,
): { readonly date?: string; readonly endDate?: string } {
  const head = dateInText(written.slice(0, 200), today);
  const later = head && dateInText(head.after, today)?.date;
  const date = head?.date ?? firstDay(page);
  const last = [head?.endDate, later, head ? undefined : lastDay(page)].find(
    (day) => day !== undefined && date !== undefined && day > date,
  );
  return { ...(date !== undefined && { date }), ...(last !== undefined && { endDate: last }) };
}

/** Material of the event, above its timetable. */
function eventMaterial(page: PageElement, { resolve }: PageAddresses): readonly AgendaLink[] {
  const details = findFirst(page, hasClass("event-sub-header"));
  const files = details ? findAll(details, hasClass("attachment")) : [];
  return files.flatMap((file) => {
    const url = resolve(file.attributes.get("href"));
    const title = singleLineLabel(textOf(file));
    return url === undefined ? [] : [{ title: title === "" ? url : title, url }];
  });
}
