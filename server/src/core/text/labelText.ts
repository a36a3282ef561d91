/** Text for a label: no line ends, no control characters, nothing that turns the direction of writing. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Zs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu, " ")
    .trim();
}
