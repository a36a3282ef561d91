import type { Cursor } from "../core/cursor";
import type { MeetingDocument } from "../core/document";
import { keysAt, requiredAt, type Schema, type SchemaPath, schemaAt, takesList } from "../core/schema";
import { keyCard } from "./cards";
import type { Proposal } from "./proposal";

/** The keys still missing from the map at the cursor, required ones first; whole items where one may begin. */
export function keyProposals(cursor: Cursor, document: MeetingDocument): readonly Proposal[] {
  const present =
    cursor.path.length === 0 ? document.entries().map(({ entry }) => entry.name) : cursor.siblings;
  const required = requiredAt(cursor.path);
  const missing = keysAt(cursor.path).filter((key) => !present.includes(key) || key === cursor.prefix);
  const ordered = [
    ...missing.filter((key) => required.includes(key)),
    ...missing.filter((key) => !required.includes(key)),
  ];
  const column = cursor.column + (cursor.needsDash ? 2 : 0);
  const keys = ordered.map((key) => keyProposal(key, cursor, column, required.includes(key)));
  const isFreshEntry =
    typeof cursor.path.at(-1) === "number" && cursor.siblings.length === 0 && !cursor.isFlow;
  return isFreshEntry ? [...wholeItems(cursor.path, column), ...keys] : keys;
}

function keyProposal(key: string, cursor: Cursor, column: number, isRequired: boolean): Proposal {
  const path = [...cursor.path, key];
  const schema = schemaAt(path) ?? {};
  return {
    label: key,
    kind: "key",
    text: `${key}: `,
    snippet: cursor.isFlow ? `${key}: $0` : `${key}:${valueSnippet(path, schema, column)}`,
    ...(isRequired && { detail: "required" }),
    documentation: keyCard(key, schema, isRequired),
  };
}

/** What a key is followed by: a list of scalars in brackets, a list of maps or a map on lines of their own. */
function valueSnippet(path: SchemaPath, schema: Schema, column: number): string {
  const indent = " ".repeat(column);
  const name = String(path.at(-1));
  if (schema.properties) return `\n${indent}  ${requiredSnippet(path, column + 2)}`;
  if (takesList(schema)) {
    const isOfMaps = schemaAt([...path, 0])?.properties !== undefined;
    return isOfMaps ? `\n${indent}  - ${requiredSnippet([...path, 0], column + 4)}` : " [$0]";
  }
  if (name === "notes" || name === "context") return ` |\n${indent}  $0`;
  if (name === "start") return ' "$0"';
  return " $0";
}

/** The required keys of a map, one a line, with a stop in each. */
function requiredSnippet(path: SchemaPath, column: number): string {
  const lines = requiredAt(path).map((key, index) => {
    const schema = schemaAt([...path, key]) ?? {};
    const stop = index + 1;
    return `${key}:${takesList(schema) ? ` [$${stop}]` : ` $${stop}`}`;
  });
  return lines.length > 0 ? lines.join(`\n${" ".repeat(column)}`) : "$0";
}

const wholes: Readonly<Record<string, { readonly label: string; readonly lines: readonly string[] }>> = {
  actions: {
    label: "action with owner and date",
    lines: ["text: $1", "owner: $2", "due: $3", "status: open"],
  },
  contributions: {
    label: "contribution with speaker, themes and notes",
    lines: ["title: $1", "speakers: [$2]", "community: $3", "themes: [$4]", "notes: |", "  $0"],
  },
  discussion: {
    label: "discussion with notes and decisions",
    lines: ["topic: $1", "themes: [$2]", "notes: |", "  $3", "decisions: [$0]"],
  },
  surveys: {
    label: "survey with answers",
    lines: [
      "question: $1",
      "code: $2",
      "responses: $3",
      "themes: [$4]",
      "answers:",
      "  - {answer: $5, count: $0}",
    ],
  },
};

function wholeItems(path: SchemaPath, column: number): readonly Proposal[] {
  const whole = wholes[String(path.at(-2))];
  if (!whole) return [];
  const snippet = whole.lines.join(`\n${" ".repeat(column)}`);
  return [
    { label: whole.label, kind: "item", text: "", snippet, also: ["title", "question", "topic", "text"] },
  ];
}
