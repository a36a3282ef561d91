import type { Range as LspRange } from "vscode-languageserver-types";
import { countContributions } from "../core/agenda/write/meetingText";
import { agendaPlace, pastedAgenda, pastedAgendaText } from "../core/editing/pastedAgenda";
import { fromLspRange, toLspRange, type View } from "./shared/view";

/** The entries to insert instead of a pasted agenda. */
export interface PastedEntries {
  readonly range: LspRange;
  readonly text: string;
  readonly contributions: number;
}

/**
 * @param pasted the clipboard as text, and as HTML if it has that
 * @param today the date of a new meeting whose agenda has none
 * @returns null to paste the text as it is
 */
export async function pastedEntries(
  view: View,
  range: LspRange,
  pasted: { readonly text: string; readonly html?: string },
  today: string,
): Promise<PastedEntries | null> {
  const { document } = view;
  const selection = fromLspRange(view, range);
  // the readers are loaded only where an agenda may be inserted
  if (!agendaPlace(document, selection)) return null;
  const { agendaOfPaste } = await import("../core/agenda/read/agendaReaders");
  const found = pastedAgenda(document, selection, () => agendaOfPaste(pasted, { today }));
  if (!found) return null;
  return {
    range: toLspRange(view, found.place.range),
    text: pastedAgendaText(found, { date: today, lineEnd: document.lineEnd }),
    contributions: countContributions(found.agenda),
  };
}
