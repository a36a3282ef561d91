/** Which key a misspelt one stands for. */

import type { Vocabulary } from "../catalogue/vocabulary";
import { keysAt, type SchemaPath } from "../schema/schema";
import { type Node, pairOf, pairsOf } from "../yaml/nodes";

const otherNames: Readonly<Record<string, string>> = {
  action: "actions",
  author: "speakers",
  authors: "speakers",
  chair: "chairs",
  deadline: "due",
  decision: "decisions",
  description: "notes",
  length: "duration",
  link: "url",
  location: "place",
  minutes: "notes",
  name: "title",
  presenter: "speakers",
  room: "place",
  speaker: "speakers",
  tag: "themes",
  tags: "themes",
  theme: "themes",
  time: "start",
  topics: "themes",
  tz: "timezone",
};

/** The keys that `name`, unknown in this map, may stand for, best first; those already there left out. */
export function meantBy(
  name: string,
  map: Node | null,
  path: SchemaPath,
  vocabulary: Vocabulary,
): readonly string[] {
  return meantOf(name, freeKeys(map, path), vocabulary);
}

function freeKeys(map: Node | null, path: SchemaPath): readonly string[] {
  return keysAt(path).filter((key) => pairOf(map, key) === undefined);
}

function meantOf(name: string, free: readonly string[], vocabulary: Vocabulary): readonly string[] {
  const lower = name.toLowerCase();
  const other = Object.hasOwn(otherNames, lower) ? otherNames[lower] : undefined;
  return [...new Set([...free.filter((key) => key === other), ...vocabulary.nearest(name, free)])];
}

/** True where a misspelt key of the map stands for `key`: `titel: x` lacks no title. */
export function isMeant(key: string, map: Node, path: SchemaPath, vocabulary: Vocabulary): boolean {
  const known = keysAt(path);
  const free = freeKeys(map, path);
  const names = new Set(pairsOf(map).map(({ name }) => name));
  return [...names].some((name) => !known.includes(name) && meantOf(name, free, vocabulary)[0] === key);
}
