/** Whole numbers between -45 and 45 as one printable character each. */

/** The character that stands for 0; those within 45 of it are printable. */
const middle = 80;

/** The character of the nearest whole number between -45 and 45. */
export function charOf(number: number): string {
  return String.fromCharCode(middle + Math.round(Math.max(-45, Math.min(45, number))));
}

/** The number of a character. */
export function numberOf(char: string): number {
  return char.charCodeAt(0) - middle;
}
