/** @returns the text with the ASCII characters that match `pattern` percent-encoded: `a b` as `a%20b` */
export function percentEncode(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
