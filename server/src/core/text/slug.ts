/** `Rucio & k8s` as `rucio-k8s`. */
export function slugOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["untitled"];
  return [...words.join("-")].slice(0, 40).join("");
}

/** The id, or where it is taken `id-2`, and so on; `ids` counts what was asked for. */
export function uniqueOf(id: string, ids: Map<string, number>): string {
  const count = (ids.get(id) ?? 0) + 1;
  ids.set(id, count);
  return count === 1 ? id : uniqueOf(`${id}-${count}`, ids);
}
