import type { MeetingDocument } from "../../core/analysis/meetingDocument";
import type { Cursor } from "../../core/cursor/cursor";
import { isMarkdownKey } from "../../core/schema/keyKinds";
import { keysAt, requiredAt, type SchemaPath, schemaAt, takesList } from "../../core/schema/schema";
import type { CompletionContext, Proposal } from "./completionProposal";

/**
 * Keys that the mapping at the cursor lacks, required ones first. At the start of an entry in a list of
 * mappings, a complete entry comes before the keys.
 */
export function keyProposals({ cursor: cursorAt, document }: CompletionContext): readonly Proposal[] {
  const cursor = inBreak(cursorAt);
  const { path, slot } = cursor;
  if (cursor.isAlternative) return entryTemplateProposals(cursor);
  if (cursor.quote !== undefined && !cursor.hasColon) return [];
  const required = requiredAt(path);
  const present = presentKeys(cursor, document);
  const missing = keysAt(path).filter((key) => !present.includes(key));
  const keys = [
    ...missing.filter((key) => required.includes(key)),
    ...missing.filter((key) => !required.includes(key)),
  ].map((key) => keyProposal(key, required.includes(key), cursor, document.today));
  return slot === "entry" ? [...entryTemplateProposals(cursor), ...keys] : keys;
}

/** An entry of `contributions` with `break` has the keys of a break. */
function inBreak(cursor: Cursor): Cursor {
  const { path, slot, siblings } = cursor;
  const isBreak = path.length === 2 && path[0] === "contributions" && siblings.includes("break");
  return isBreak && slot === "key" ? { ...cursor, path: ["breaks", 0] } : cursor;
}

/**
 * The keys of the mapping at the cursor. At the root other blocks have keys too; a new entry of a list has
 * none.
 */
function presentKeys({ path, slot, siblings }: Cursor, document: MeetingDocument): readonly string[] {
  if (path.length === 0) return [...siblings, ...document.entries().map(({ entry }) => entry.name)];
  return slot === "entry" ? [] : siblings;
}

function keyProposal(key: string, isRequired: boolean, cursor: Cursor, today: string): Proposal {
  const name = [...cursor.path, key];
  const isFlowEntry = cursor.slot === "entry" && cursor.style === "flow";
  return {
    label: key,
    kind: "key",
    text: isFlowEntry ? `{${key}: }` : keyText(key, cursor, today),
    ...(!cursor.hasColon && !isFlowEntry && { isSnippet: true }),
    ...(isRequired && { detail: "required" }),
    documentation: { card: "key", name: name.join("/") },
  };
}

function keyText(key: string, { path, column, style, hasColon, quote }: Cursor, today: string): string {
  if (hasColon) return quoted(key, quote);
  const name = [...path, key];
  return style === "flow" ? flowKeyText(name) : blockKeyText(name, column, today);
}

function quoted(key: string, quote = ""): string {
  return quote + key + quote;
}

/** `themes: [$1]$0`, for a flow mapping: the last stop is after the bracket. */
function flowKeyText(path: SchemaPath): string {
  const value = takesList(schemaAt(path)) ? "[$1]$0" : schemaAt(path)?.properties ? "{$1}$0" : "$0";
  return `${String(path.at(-1))}: ${value}`;
}

/**
 * A key with a value of its type: a list in brackets; a list of mappings, a mapping or Markdown on separate
 * lines.
 */
function blockKeyText(path: SchemaPath, column: number, today: string): string {
  const key = String(path.at(-1));
  const schema = schemaAt(path);
  const indent = `\n${" ".repeat(column + 2)}`;
  if (schemaAt([...path, 0])?.properties && takesList(schema)) {
    return `${key}:${indent}- ${requiredKeys([...path, 0]).join(`${indent}  `)}`;
  }
  if (takesList(schema)) return `${key}: [$1]$0`;
  if (key === "meeting") return `${key}:${indent}title: $1${indent}date: \${2:${today}}`;
  if (isMarkdownKey(key)) return `${key}: |${indent}$0`;
  return `${key}: $0`;
}

function requiredKeys(path: SchemaPath): readonly string[] {
  return requiredAt(path).map((key, index) => `${key}: $${index + 1}`);
}

interface EntryTemplate {
  readonly label: string;
  readonly lines: readonly string[];
}

const entryTemplates: Readonly<Record<string, EntryTemplate>> = {
  contributions: {
    label: "contribution",
    lines: ["title: $1", "speakers: [$2]", "themes: [$3]", "notes: |", "  $0"],
  },
  surveys: {
    label: "survey",
    lines: ["question: $1", "responses: $2", "answers:", "  - {answer: $3, count: $4}", "themes: [$5]$0"],
  },
  discussion: {
    label: "discussion item",
    lines: ["topic: $1", "themes: [$2]", "notes: |", "  $3", "decisions: [$4]$0"],
  },
  sessions: {
    label: "session",
    lines: ["title: $1", 'start: "$2"', "duration: $3", "place: $4", "conveners: [$5]$0"],
  },
  links: { label: "link", lines: ["{title: $1, url: https://$2}$0"] },
  parts: { label: "part", lines: ["title: $1", "speakers: [$2]", "duration: $3$0"] },
  actions: { label: "action", lines: ["text: $1", "owner: $2", "due: $3", "status: open$0"] },
  answers: { label: "answer", lines: ["{answer: $1, count: $2}"] },
};

const breakTemplate: EntryTemplate = {
  label: "break",
  lines: ["break: ${1:Coffee}", 'start: "$2"', "duration: ${3:20}$0"],
};

function entryTemplateProposals(cursor: Cursor): readonly Proposal[] {
  const list = String(cursor.path.at(-2));
  const template = Object.hasOwn(entryTemplates, list) ? entryTemplates[list] : undefined;
  const templates = [template ?? [], list === "contributions" ? breakTemplate : []].flat();
  return templates.flatMap((one) => entryTemplateProposal(one, list, cursor));
}

/** A whole entry, unless other words than its label were typed, which would be lost. */
function entryTemplateProposal(
  template: EntryTemplate,
  list: string,
  { path, column, style, word }: Cursor,
): readonly Proposal[] {
  const isSingleLine = list === "answers" || list === "actions" || list === "links";
  if (style === "flow" && !isSingleLine) return [];
  const { label, lines } = template;
  if (!label.startsWith(word.toLowerCase())) return [];
  const text =
    style === "flow" && list === "actions" ? `{${lines.join(", ")}}` : lines.join(`\n${" ".repeat(column)}`);
  const documentation = { card: "key", name: path.slice(0, -1).join("/") } as const;
  return [{ label, kind: "item", text, isSnippet: true, detail: `a complete ${label}`, documentation }];
}
