/** Reads an agenda from a text of any of the known kinds, which it finds out from the content. */
import type { AgendaReading } from "../agenda";
import { maxAgendaText } from "../agendaLimits";
import { agendaOfCalendar } from "../calendar/agendaOfCalendar";
import { agendaOfExports } from "../indico/agendaOfExports";
import { agendaOfPage } from "../page/readPage";
import { agendaOfText } from "../text/readText";
import { isNestedTooDeep } from "./jsonNesting";

/** What the caller knows about the text. */
interface Origin {
  /** of the file, for example `event.json`; it decides only where the content does not */
  readonly name?: string;
  /** ISO 8601; completes a date without a year */
  readonly today?: string;
  /** IANA name: the zone of the file that the agenda is for; for a calendar that does not say its own */
  readonly timezone?: string;
}

/** @param text an export of Indico, a calendar, a page or a mail; a byte order mark is ignored */
export function readAgenda(text: string, { name = "", today, timezone }: Origin = {}): AgendaReading {
  if (text.length > maxAgendaText)
    return { problem: `The text is too large: at most ${maxAgendaText / 2 ** 20} MB can be read.` };
  const options = today === undefined ? {} : { today };
  const content = text.replace(/^\ufeff/, "").trimStart();
  if (content === "") return { problem: "The text is empty." };
  if (isCalendar(content) || /\.ics$/i.test(name))
    return agendaOfCalendar(content, timezone === undefined ? {} : { timezone });
  if (isPage(content) || /\.html?$/i.test(name)) return agendaOfPage(content, options);
  const json = /^[{[]/.test(content) || /\.json$/i.test(name) ? agendaOfJson(content, name) : undefined;
  return json ?? agendaOfText(content, options);
}

function isCalendar(text: string): boolean {
  return /^BEGIN:VCALENDAR\b/i.test(text);
}

/** A tag or a comment, or the head that Windows puts before copied HTML; `<https://…>` is text. */
function isPage(text: string): boolean {
  return /^(?:<(?:[a-z][a-z\d-]*[\s/>]|!doctype\b|!--|\?xml\b)|Version:\d\.\d\s+StartHTML:)/i.test(text);
}

/** `{"` or `[{"`, as no mail begins. */
function isLikeJson(text: string): boolean {
  return /^(?:\[\s*)?\{\s*"/.test(text);
}

/** @returns undefined if the text is not JSON: a mail may begin with a bracket as well */
function agendaOfJson(text: string, name: string): AgendaReading | undefined {
  const isJson = isLikeJson(text) || /\.json$/i.test(name);
  if (isNestedTooDeep(text))
    return isJson ? { problem: "This JSON is nested too deeply for an export of Indico." } : undefined;
  const json = jsonOf(text);
  if (json) return agendaOfExports({ event: json.value });
  return isJson ? { problem: "This is not valid JSON: a part of it may be missing." } : undefined;
}

function jsonOf(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
