/** Limits on what an agenda is read from, so that reading takes bounded time and memory. */

/** Maximum UTF-16 units of a text; the export of an event with 1,000 contributions has about a million. */
export const maxAgendaText = 16 * 2 ** 20;

/** Maximum UTF-16 units of a page and of a mail, of which every line is compared with many patterns. */
export const maxProseText = 8_000_000;

/** Maximum UTF-16 units of each form of a clipboard: a paste must not wait. */
export const maxPastedText = 2_000_000;

/** Maximum number of contributions and breaks: about as many items as a file in the editor may have. */
const maxEntries = 20_000;

/** A sentence if an agenda has too many contributions and breaks. */
export function tooManyEntries(count: number): string | undefined {
  return count > maxEntries
    ? `The agenda has ${count} contributions and breaks; at most ${maxEntries} can be read.`
    : undefined;
}
