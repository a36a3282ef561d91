/** The message about tabs, which one finding gives for all lines that have them. */
export const tabMessage = "Tabs are not allowed as indentation: use spaces.";

/** `1 space`, `2 spaces` */
export function countedSpaces(count: number): string {
  return count === 1 ? "1 space" : `${count} spaces`;
}
