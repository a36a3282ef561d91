/** @returns a copy of the text; a slice of a text holds the whole text in memory */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
