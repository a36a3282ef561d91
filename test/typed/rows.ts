/** Reads the tables of `test/data/typed`: what people type, what is reported, and the text after the preferred fix. */
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const folder = new URL("../data/typed/", import.meta.url);

/** The parts of a meeting that a row may give instead of a whole file. */
export type Place = "file" | "head" | "item" | "discussion" | "survey";

/** One input of a table; the texts are parts of a file of the kind that `place` names. */
export interface Row {
  readonly name: string;
  readonly place: Place;
  readonly text: string;
  /** codes of all findings, in file order */
  readonly codes: readonly string[];
  /** the text that the first finding marks */
  readonly at?: string;
  /** part of the first finding's message */
  readonly message?: string;
  /** title of the preferred fix of the first finding; without it, none is preferred */
  readonly fix?: string;
  /** titles of all fixes of the first finding, without those that disable a rule */
  readonly fixes?: readonly string[];
  /** the text after the preferred fix, or after the fix `take` */
  readonly after?: string;
  /** title of the fix to take if none is preferred */
  readonly take?: string;
  /** codes that are left after the fix */
  readonly left: readonly string[];
  /** texts that the Markdown notes have after the fix */
  readonly notes: readonly string[];
  /** texts that the Markdown notes do not have after the fix */
  readonly absent: readonly string[];
}

/** @returns the tables by file name */
export function tables(): Readonly<Record<string, readonly Row[]>> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return Object.fromEntries(names.sort().map((name) => [name, readTable(name)]));
}

function readTable(name: string): readonly Row[] {
  const rows: unknown = parse(readFileSync(new URL(name, folder), "utf8"));
  if (!Array.isArray(rows)) throw new Error(`${name}: expected a list of rows`);
  return rows.map((row: Record<string, unknown>) => readRow(row, name));
}

const places: readonly Place[] = ["file", "head", "item", "discussion", "survey"];
const members = [
  "name",
  "codes",
  "at",
  "message",
  "fix",
  "fixes",
  "after",
  "take",
  "left",
  "notes",
  "absent",
];

function readRow(row: Readonly<Record<string, unknown>>, table: string): Row {
  const [place, ...others] = places.filter((key) => key in row);
  const unknown = Object.keys(row).find((key) => !members.includes(key) && key !== place);
  if (!place || others.length > 0 || unknown !== undefined)
    throw new Error(`${table}: ${String(row.name)}: expected one of ${places.join(", ")}; ${unknown ?? ""}`);
  const text = withCharacters(String(row[place]));
  const given = withCharactersIn(row) as Pick<Row, "name" | "codes"> & Partial<Row>;
  return { left: [], notes: [], absent: [], ...given, place, text };
}

function withCharactersIn(value: unknown): unknown {
  if (typeof value === "string") return withCharacters(value);
  if (Array.isArray(value)) return value.map(withCharactersIn);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withCharactersIn(entry)]));
}

const characters: Readonly<Record<string, string>> = {
  tab: "\t",
  nbsp: "\u00A0",
  nnbsp: "\u202F",
  wide: "\u3000",
  thin: "\u2009",
  zwsp: "\u200B",
  bom: "\uFEFF",
};

/** `<tab>` and `<nbsp>` as the characters they name. */
function withCharacters(text: string): string {
  return text.replaceAll(/<(\w+)>/g, (name, key: string) => characters[key] ?? name);
}

const head = "meeting:\n  title: Meeting\n  date: 2019-12-10\n";
const first = "  - title: First talk\n    themes: none\n";
const last = "  - title: Last talk\n    themes: none\n";

/**
 * The file that a part is in. An item has a talk above and a talk below it and is not indented in its row, where its
 * lines have the dash at column 0.
 */
export function fileOf(place: Place, part: string): string {
  if (place === "file") return part;
  if (place === "head") return `${part}contributions:\n${first}`;
  const list = place === "item" ? "" : `${place === "survey" ? "surveys" : "discussion"}:\n`;
  const other = place === "item" ? last : "";
  return `${head}contributions:\n${first}${list}${indented(part)}${other}`;
}

function indented(part: string): string {
  return part.replaceAll(/^(?=[^\n])/gm, "  ");
}
