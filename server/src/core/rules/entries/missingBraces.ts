/** Entries without their braces: `actions: [text: Ask, owner: A. Forti]`, and `- [text: Ask, owner: A. Forti]`. */
import { isMap, isSeq } from "yaml";
import { keysAt, requiredAt, type SchemaPath } from "../../schema/schema";
import { applyEdits, type Edit, insertion } from "../../text/range";
import { asNode, type Node, pairsOf, rangeOf, type YAMLMap } from "../../yaml/nodes";

/** @returns the edits that insert the braces; empty for another value */
export function bracesEdits(key: string, value: Node, text: string): readonly Edit[] {
  if (!isSeq(value)) return [];
  const path = entryPaths[key];
  if (!path) return [];
  const entries = value.items.map(asNode);
  if (value.flow) return insertedBraces(entries, path, text);
  const lists = entries.filter((entry) => isSeq(entry) && isBraceless(entry.items.map(asNode), path, text));
  return lists.flatMap((list) => (list ? bracesForBrackets(list) : []));
}

const entryPaths: Readonly<Record<string, SchemaPath>> = {
  actions: ["contributions", 0, "actions", 0],
  answers: ["surveys", 0, "answers", 0],
};

/** Several pairs without braces that begin with the first key of an entry. */
function isBraceless(entries: readonly (Node | null)[], path: SchemaPath, text: string): boolean {
  const known = keysAt(path);
  const names = entries.map((entry) => bracelessName(entry, text));
  return (
    names.length > 1 &&
    names[0] === requiredAt(path)[0] &&
    names.every((name) => name !== undefined && known.includes(name)) &&
    names.some((name) => name !== names[0])
  );
}

/** The key of a pair without braces. */
function bracelessName(entry: Node | null, text: string): string | undefined {
  if (!isMap(entry) || !entry.flow || text[rangeOf(entry).start] === "{") return undefined;
  const [pair, ...others] = pairsOf(entry as YAMLMap);
  return others.length === 0 ? pair?.name : undefined;
}

/** Each entry begins where its first key repeats. */
function insertedBraces(entries: readonly (Node | null)[], path: SchemaPath, text: string): readonly Edit[] {
  if (!isBraceless(entries, path, text)) return [];
  const first = requiredAt(path)[0];
  const edits = entries.flatMap((entry, at) => {
    if (!entry) return [];
    const { start, end } = rangeOf(entry);
    const next = entries[at + 1];
    const isLast = !next || bracelessName(next, text) === first;
    const open = bracelessName(entry, text) === first ? [insertion(start, "{")] : [];
    return isLast ? [...open, insertion(end, "}")] : open;
  });
  const [start, end] = [entries[0], entries.at(-1)].map((entry) => entry && rangeOf(entry));
  const whole = start && end && { start: start.start, end: end.end };
  return whole
    ? [{ ...whole, text: applyEdits(text, edits).slice(whole.start, whole.end + edits.length) }]
    : [];
}

function bracesForBrackets(list: Node): readonly Edit[] {
  const { start, end } = rangeOf(list);
  return [
    { start, end: start + 1, text: "{" },
    { start: end - 1, end, text: "}" },
  ];
}
