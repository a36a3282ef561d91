/** Text for a label: a single line without control characters and without bidirectional overrides. */
export function singleLineLabel(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Zs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu, " ")
    .trim();
}
