import type { Edit } from "../text/range";

/** Edits that belong together: those of one fix. */
export interface EditGroup {
  readonly edits: readonly Edit[];
}

/** Times that groups are tried: all of them, then each half where not all can be taken, and so on. */
const maxTries = 200;

/**
 * @param isFine true for edits that may be applied at once
 * @returns the groups, in order, that can be applied at once; one that cannot is left out
 */
export function takenTogether<Group extends EditGroup>(
  groups: readonly Group[],
  isFine: (edits: readonly Edit[]) => boolean,
): readonly Group[] {
  let left = maxTries;
  const add = (taken: readonly Group[], more: readonly Group[]): readonly Group[] => {
    if (more.length === 0) return taken;
    const all = [...taken, ...more];
    if (left-- > 0 && isFine(all.flatMap(({ edits }) => edits))) return all;
    if (more.length === 1 || left <= 0) return taken;
    const half = more.length >> 1;
    return add(add(taken, more.slice(0, half)), more.slice(half));
  };
  return add([], groups);
}
