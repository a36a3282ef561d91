/** Checks before parsing that a catalogue can be read in bounded time and memory. */

import { catalogueLimits } from "../core/catalogue/catalogueLimits";
import { formatCount } from "../core/catalogue/catalogueProblem";
import { invalidEncoding } from "../core/syntaxErrors/invalidEncoding";

/**
 * @param text a catalogue as YAML
 * @returns why it is not parsed, as a clause without a full stop
 */
export function unparsedReason(text: string): string | undefined {
  const { bytes, separators } = catalogueLimits;
  if (text.length > bytes) return tooLargeReason(text.length);
  const encodingFinding = invalidEncoding(text, true);
  if (encodingFinding) return `cannot be read: ${encodingFinding.message.replace(/\.$/, "")}`;
  const count = countSeparators(text);
  if (count > separators)
    return `is too complex: ${formatCount(count)} line ends, colons, brackets and other separators; the limit is ${formatCount(separators)}`;
  return undefined;
}

/** @param size in bytes, or more */
export function tooLargeReason(size: number): string {
  return `is too large: ${megabytes(size)}; the limit is ${megabytes(catalogueLimits.bytes)}`;
}

/** Counts the characters that may begin or end a value, or be a separate error. */
function countSeparators(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\n,:[\]{}&*!%@]|[-?]\s/g)) count++;
  return count;
}

/** Rounded up, so that a size beyond a limit never reads as the limit. */
function megabytes(bytes: number): string {
  return `${(Math.ceil((bytes / 2 ** 20) * 100) / 100).toLocaleString("en")} MB`;
}
