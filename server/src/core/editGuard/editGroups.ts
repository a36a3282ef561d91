import type { Edit } from "../text/range";

/** The edits of one fix, which are applied together or not at all. */
export interface EditGroup {
  readonly edits: readonly Edit[];
}

/**
 * Maximum number of combinations of groups that are checked; if all of them together fail, each half is
 * checked, and so on.
 */
const maxTries = 200;

/**
 * @param isAllowed true for edits that may be applied at once; they are those of the groups
 * @returns the groups that can be applied at once, in order; the others are left out
 */
export function applicableTogether<Group extends EditGroup>(
  groups: readonly Group[],
  isAllowed: (edits: readonly Edit[], combined: readonly Group[]) => boolean,
): readonly Group[] {
  let triesLeft = maxTries;
  const accept = (accepted: readonly Group[], candidates: readonly Group[]): readonly Group[] => {
    if (candidates.length === 0) return accepted;
    const combined = [...accepted, ...candidates];
    if (
      triesLeft-- > 0 &&
      isAllowed(
        combined.flatMap(({ edits }) => edits),
        combined,
      )
    )
      return combined;
    if (candidates.length === 1 || triesLeft <= 0) return accepted;
    const half = candidates.length >> 1;
    return accept(accept(accepted, candidates.slice(0, half)), candidates.slice(half));
  };
  return accept([], groups);
}
