/** Whether a catalogue's text can be read in bounded time and memory, before anybody parses it. */
import { inWords } from "../core/catalogue/catalogueFault";
import { catalogueLimits } from "../core/catalogue/catalogueLimits";
import { unreadable } from "../core/syntaxErrors/unreadableText";

/**
 * @param text a catalogue as YAML
 * @returns why it is not parsed, as a clause without a full stop
 */
export function unparsedBecause(text: string): string | undefined {
  const { bytes, marks } = catalogueLimits;
  if (text.length > bytes) return tooLarge(text.length);
  const obstacle = unreadable(text, true);
  if (obstacle) return `cannot be read: ${obstacle.message.replace(/\.$/, "")}`;
  const count = marksIn(text);
  if (count > marks)
    return `is too complex: ${inWords(count)} line ends, colons, brackets and other separators; the limit is ${inWords(marks)}`;
  return undefined;
}

/** @param size in bytes, or more */
export function tooLarge(size: number): string {
  return `is too large: ${megabytes(size)}; the limit is ${megabytes(catalogueLimits.bytes)}`;
}

/** What may begin or end a value, or be a separate error. */
function marksIn(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\n,:[\]{}&*!%@]|[-?]\s/g)) count++;
  return count;
}

/** Rounded up, so that what is beyond a limit reads so. */
function megabytes(bytes: number): string {
  return `${(Math.ceil((bytes / 2 ** 20) * 100) / 100).toLocaleString("en")} MB`;
}
