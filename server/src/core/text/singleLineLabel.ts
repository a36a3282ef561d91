import { labelSeparators } from "./characters";

/** Text for a label: a single line without control characters and bidirectional controls. */
export function singleLineLabel(text: string): string {
  return text.replaceAll(labelSeparators, " ").trim();
}
