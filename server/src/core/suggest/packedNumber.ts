/** Whole numbers between -45 and 45 as one printable character each. */

/** The character code of 0; codes within 45 of it are printable. */
const zeroCharacter = 80;

/** The character of the nearest whole number between -45 and 45. */
export function encodeNumber(number: number): string {
  return String.fromCharCode(zeroCharacter + Math.round(Math.max(-45, Math.min(45, number))));
}

/** The number of a character. */
export function decodeNumber(char: string): number {
  return char.charCodeAt(0) - zeroCharacter;
}
