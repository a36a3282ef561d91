/** The findings for files and items that exceed the limits. */
import type { Finding } from "../findings/finding";
import { syntaxFinding } from "../syntaxErrors/invalidEncoding";
import type { Limits } from "./fileLimits";

/** The finding for a file that exceeds the limits, at its start. */
export function fileTooLarge(text: string, limits: Limits): Finding {
  const maxBlocks = limits.maxBlocks.toLocaleString("en");
  const problem =
    text.length > limits.maxLength
      ? `File too large to analyse: ${megabytes(text.length)}, limit ${megabytes(limits.maxLength)}`
      : `Too many items to analyse: the limit is ${maxBlocks}`;
  return tooComplexFinding(0, `${problem} (\`wlcgNotes.maxFileSize\`).`);
}

/** The finding for an item, or a file that cannot be split, that exceeds the limits, at its first non-blank character. */
export function itemTooLong(text: string, limits: Limits): Finding {
  const maxSeparators = limits.maxBlockSeparators.toLocaleString("en");
  const reason =
    text.length > limits.maxBlockLength
      ? `Too long to analyse as one item: ${megabytes(text.length)}, limit ${megabytes(limits.maxBlockLength)}`
      : `Too complex to analyse as one item: the limit is ${maxSeparators} line ends, commas, colons and brackets`;
  const setting = limits.setting === undefined ? "" : ` (scales with \`${limits.setting}\`)`;
  return tooComplexFinding(Math.max(0, text.search(/\S/)), `${reason}${setting}.`);
}

function megabytes(length: number): string {
  return `${(length / 2 ** 20).toFixed(1)} MB`;
}

function tooComplexFinding(start: number, message: string): Finding {
  return { ...syntaxFinding(start, message), code: "too-complex" };
}
