/** Reads the agenda on a clipboard. */
import type { AgendaReading } from "../agenda";
import { maxPastedText } from "../agendaLimits";
import { agendaOfPage, type PageOptions } from "../page/readPage";
import { agendaOfText } from "../text/readText";

/** A clipboard has its content in several forms. */
export interface Pasted {
  readonly text: string;
  readonly html?: string;
}

/** The page says more than its text: links, sessions, rooms. */
export function agendaOfPaste({ text, html }: Pasted, options: PageOptions = {}): AgendaReading {
  if (text.length > maxPastedText) return { problem: "The text is too long to be pasted as an agenda." };
  const ofPage = html === undefined || html.length > maxPastedText ? undefined : agendaOfPage(html, options);
  if (ofPage && "agenda" in ofPage && ofPage.agenda.entries.length > 0) return ofPage;
  const ofText = agendaOfText(text, options);
  return "problem" in ofText && ofPage && "agenda" in ofPage ? ofPage : ofText;
}
