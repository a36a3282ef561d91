/**
 * Headings in notes, moved below the heading of their item without leaving a level out.
 * @param levels as written, 1 to 6, in order
 * @param base the level of the item's heading
 * @returns for each the level to write, 6 at most
 */
export function demotedLevels(levels: readonly number[], base: number): readonly number[] {
  const enclosingLevels: number[] = [];
  return levels.map((level) => {
    while (enclosingLevels.length > 0 && (enclosingLevels.at(-1) ?? 0) >= level) enclosingLevels.pop();
    enclosingLevels.push(level);
    return Math.min(6, base + enclosingLevels.length);
  });
}
