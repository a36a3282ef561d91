/** Finds corrections for a misspelt key. */

import type { Vocabulary } from "../catalogue/vocabulary";
import { keysAt, type SchemaPath } from "../schema/schema";
import { type Node, pairOf, pairsOf } from "../yaml/nodes";

const keyByOtherName: Readonly<Record<string, string>> = {
  action: "actions",
  author: "speakers",
  authors: "speakers",
  chair: "chairs",
  deadline: "due",
  decision: "decisions",
  description: "notes",
  end: "endDate",
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
  until: "endDate",
};

/** Corrections for the unknown key `name`, best first, without keys that the mapping already has. */
export function keyCorrectionsFor(
  name: string,
  map: Node | null,
  path: SchemaPath,
  vocabulary: Vocabulary,
): readonly string[] {
  return correctionsAmong(name, unusedKeys(map, path), vocabulary);
}

function unusedKeys(map: Node | null, path: SchemaPath): readonly string[] {
  return keysAt(path).filter((key) => pairOf(map, key) === undefined);
}

function correctionsAmong(
  name: string,
  unused: readonly string[],
  vocabulary: Vocabulary,
): readonly string[] {
  const lower = name.toLowerCase();
  const synonym = Object.hasOwn(keyByOtherName, lower) ? keyByOtherName[lower] : undefined;
  return [...new Set([...unused.filter((key) => key === synonym), ...vocabulary.nearest(name, unused)])];
}

/** True if a misspelt key of the mapping is corrected to `key`: `titel: x` does not lack a title. */
export function isCorrectionOfSomeKey(
  key: string,
  map: Node,
  path: SchemaPath,
  vocabulary: Vocabulary,
): boolean {
  const knownKeys = keysAt(path);
  const unused = unusedKeys(map, path);
  const names = new Set(pairsOf(map).map(({ name }) => name));
  return [...names].some(
    (name) => !knownKeys.includes(name) && correctionsAmong(name, unused, vocabulary)[0] === key,
  );
}
