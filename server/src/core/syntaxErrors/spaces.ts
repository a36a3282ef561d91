/** `1 space`, `2 spaces` */
export function countedSpaces(count: number): string {
  return count === 1 ? "1 space" : `${count} spaces`;
}
