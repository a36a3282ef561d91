/** Lines of the head of a mail, which are pasted with its text: `From: A. Forti`, `Subject: x`. */

const mailNames = /^(?:from|to|cc|bcc|subject|sent|reply-to|von|an|betreff|gesendet|objet|oggetto|asunto)$/i;
const weekday = /\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/i;

/**
 * @param name of the key as YAML reads the line
 * @param value on the same line
 * @returns true for a line of a mail's head; false for `from: "09:00"`, which is a time
 */
export function isMailLine(name: string, value: string): boolean {
  const words = value.slice(0, 80).trim();
  if (name === "Date") return weekday.test(words);
  return /^[A-Z]/.test(name) && mailNames.test(name) && /\p{L}/u.test(words) && !/^\d/.test(words);
}
