/** UTF-16 units of a text in which the words of its slug are searched. */
const maxTextLength = 1000;

/** `Rucio & k8s` as `rucio-k8s`. */
export function slugOf(text: string): string {
  const words = text
    .slice(0, maxTextLength)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ["untitled"];
  return [...words.join("-")].slice(0, 40).join("");
}

/** The id, or `id-2`, `id-3` and so on if it is taken; `ids` counts the ids requested so far. */
export function uniqueId(id: string, ids: Map<string, number>): string {
  const count = (ids.get(id) ?? 0) + 1;
  ids.set(id, count);
  return count === 1 ? id : uniqueId(`${id}-${count}`, ids);
}
