/** Tables in a text: rows of Markdown, `a | b`, and rows with tabs, as they are copied from spreadsheets and web pages. */
import type { Person } from "../../document/persons";
import type { AgendaLink } from "../agenda";
import { dateInText } from "./dateInText";
import { durationIn, type EntryText, readEntryText, type TextHabits } from "./entryText";
import { maxAgendaLine } from "./lineLimits";
import { type LineTime, timeAtStart } from "./lineTime";
import { readNamedPeople, readPeople } from "./readPeople";
import { type SourceLine, tabWidth } from "./sourceLines";

export interface TableRow {
  readonly time?: LineTime;
  readonly duration?: number;
  readonly title: string;
  readonly speakers?: readonly Person[];
  readonly place?: string;
  readonly links: readonly AgendaLink[];
  /** of the contribution itself */
  readonly url?: string;
  readonly abstract?: string;
  /** ISO 8601 */
  readonly date?: string;
  readonly session?: string;
}

type Column =
  | "time"
  | "start"
  | "end"
  | "duration"
  | "title"
  | "speaker"
  | "place"
  | "link"
  | "date"
  | "session"
  | "text"
  | "none";

const columnNames: readonly (readonly [Column, RegExp])[] = [
  ["time", /^(?:times?|zeit|uhrzeit|heures?|horaires?|ora|orario|hora|slot|when)\b/i],
  ["start", /^(?:start|begin|beginn|début|inizio|from|von|de)\b/i],
  ["end", /^(?:end|ende|fin|fine|to|until|bis|à)$/i],
  ["duration", /^(?:duration|dauer|durée|durata|duración|length|minutes|min)\b/i],
  [
    "title",
    /^(?:titles?|topics?|talks?|contributions?|subjects?|items?|agenda|agenda items?|what|titel|thema|titre|sujet|titolo|argomento|título|tema|programme?|activity|event|presentation|module)\b/i,
  ],
  [
    "speaker",
    /^(?:speakers?|presenters?|who|orateurs?|intervenants?|referent(?:in)?|vortragende[r]?|relator[ei]|ponente|lead|names?|owner|responsible)\b/i,
  ],
  ["place", /^(?:rooms?|place|location|venue|raum|ort|salle|lieu|sala|luogo|aula)\b/i],
  ["link", /^(?:slides?|material|links?|folien|files?|documents?|recording)\b/i],
  ["date", /^(?:date|day|datum|tag|jour|data|giorno|fecha|día)\b/i],
  ["session", /^(?:session|sitzung|séance|sessione|sesión|track|block)\b/i],
  ["text", /^(?:notes?|comments?|remarks?|content|contenu|description|abstract|details|bemerkung)\b/i],
];

/** Maximum number of cells of a row. */
const maxCells = 12;

/** The rows by the index of their line; `undefined` for a line that only makes the table: its header, its rule. */
export function tableRows(
  lines: readonly SourceLine[],
  habits: TextHabits,
  today: string | undefined,
): ReadonlyMap<number, TableRow | undefined> {
  const rows = new Map<number, TableRow | undefined>();
  for (let at = 0; at < lines.length; ) {
    const end = endOfTable(lines, at);
    if (end - at >= 2) readTable(lines, at, end, rows, habits, today);
    at = Math.max(end, at + 1);
  }
  return rows;
}

/** The line after the rows with the same number of cells, where blank lines may be between rows with tabs. */
function endOfTable(lines: readonly SourceLine[], from: number): number {
  const count = cellsOf(lines[from])?.length;
  if (count === undefined) return from;
  let end = from + 1;
  while (end < lines.length && isRowLike(cellsOf(lines[end]), count)) end++;
  return end;
}

/** The last cells of a row may be left out. */
function isRowLike(cells: readonly string[] | undefined, count: number): boolean {
  return cells !== undefined && cells.length <= count + 1 && cells.length >= Math.min(2, count);
}

/** The cells of a row; undefined for a line that is no row. */
function cellsOf(line: SourceLine | undefined): readonly string[] | undefined {
  const written = line?.text ?? "";
  // the header of a table of DokuWiki
  const text = /^\^ .* \^$/.test(written) ? written.replaceAll("^", "|") : written;
  if (text.length > maxAgendaLine * 2 || text.length < 3) return undefined;
  const isMarkdown = text.startsWith("|") || /\S \| \S/.test(text) || /\| *\|/.test(text);
  const cells = isMarkdown
    ? text
        .replace(/^\|/, "")
        .replace(/(?<!\\)\|$/, "")
        .split(/(?<!\\)\|/)
        .map((cell) => cell.replaceAll("\\|", "|"))
    : text.includes("\t")
      ? [...leadingCells(line), ...text.split("\t")]
      : [];
  return cells.length >= 2 && cells.length <= maxCells ? cells.map((cell) => cell.trim()) : undefined;
}

/** Empty cells for the tabs before the text. */
function leadingCells(line: SourceLine | undefined): readonly string[] {
  return Array.from({ length: Math.min(maxCells, Math.floor((line?.indent ?? 0) / tabWidth)) }, () => "");
}

function readTable(
  lines: readonly SourceLine[],
  from: number,
  end: number,
  rows: Map<number, TableRow | undefined>,
  habits: TextHabits,
  today: string | undefined,
): void {
  const all = lines.slice(from, end).map((line) => cellsOf(line) ?? []);
  const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-*:?$/.test(cell));
  const headers = all.findIndex((cells) => !isRule(cells));
  const named = namedColumns(all[headers] ?? []);
  const body = all
    .map((cells, at) => ({ cells, at }))
    .filter(({ cells, at }) => !isRule(cells) && !(named && at === headers));
  const columns =
    named ??
    guessedColumns(
      body.map(({ cells }) => cells),
      habits,
    );
  if (!columns) return;
  for (let at = from; at < end; at++) rows.set(at, undefined);
  for (const { cells, at } of body) rows.set(from + at, rowOf(cells, columns, habits, today));
}

function namedColumns(cells: readonly string[]): readonly Column[] | undefined {
  const columns = cells.map((cell): Column => {
    const plain = cell.replaceAll(/[*_#]/g, "").trim();
    return plain.length > 30
      ? "none"
      : (columnNames.find(([, pattern]) => pattern.test(plain))?.[0] ?? "none");
  });
  const isHeader =
    columns.includes("title") && columns.some((column) => ["time", "start", "duration"].includes(column));
  const known = columns.filter((column) => column !== "none").length;
  if (isHeader && known >= 2) return columns;
  const timed = columns.indexOf("time") >= 0 ? columns.indexOf("time") : columns.indexOf("start");
  // a header without a word for the titles
  const isOther = known >= 2 && timed >= 0 && columns.includes("none");
  return isOther
    ? columns.map((column, at) => (at === columns.indexOf("none") ? "title" : column))
    : undefined;
}

/** Columns by what most of their cells are; undefined for a table without times. */
function guessedColumns(
  rows: readonly (readonly string[])[],
  habits: TextHabits,
): readonly Column[] | undefined {
  const width = rows.reduce((columns, cells) => Math.max(columns, cells.length), 0);
  const cellsAt = (at: number): readonly string[] =>
    rows.map((cells) => cells[at] ?? "").filter((cell) => cell !== "");
  const share = (at: number, is: (cell: string) => boolean): number => {
    const cells = cellsAt(at);
    return cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
  };
  const columns: Column[] = Array.from({ length: width }, () => "none");
  const timed = columns.findIndex((_, at) => share(at, (cell) => timeAtStart(cell)?.rest === "") > 0.7);
  if (timed < 0) return undefined;
  columns[timed] = "time";
  columns.forEach((column, at) => {
    if (column !== "none") return;
    if (isEndColumn(rows, timed, at)) columns[at] = "end";
    else if (share(at, (cell) => cellMinutes(cell) !== undefined) > 0.7) columns[at] = "duration";
    else if (share(at, (cell) => /^https?:\/\//.test(cell)) > 0.7) columns[at] = "link";
    else if (
      share(at, (cell) => (readPeople(withoutLinks(cell).words, habits.words)?.certainty ?? 0) >= 2) >= 0.5
    )
      columns[at] = "speaker";
  });
  const texts = columns.flatMap((column, at) => (column === "none" && cellsAt(at).length > 0 ? [at] : []));
  const length = (at: number): number => cellsAt(at).join("").length;
  const title = texts.toSorted((a, b) => length(b) - length(a))[0];
  if (title === undefined) return undefined;
  return columns.map((column, at) => (at === title ? "title" : column === "none" ? "text" : column));
}

/** True for a column whose times are mostly later than the start in their row. */
function isEndColumn(rows: readonly (readonly string[])[], timed: number, at: number): boolean {
  const pairs = rows.flatMap((cells) => {
    const [start, end] = [startIn(cells[timed] ?? ""), startIn(cells[at] ?? "")];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
  const written = rows.filter((cells) => (cells[at] ?? "") !== "").length;
  return pairs.filter(({ start, end }) => end > start).length > written * 0.7;
}

/** Minutes after midnight of a cell that has only a time. */
function startIn(cell: string): number | undefined {
  const timed = timeAtStart(cell);
  return timed?.rest === "" ? timed.time.starts[0]?.start : undefined;
}

/** Minutes of `20`, `20 min`, `00:20` and `00:20:00`, as spreadsheets write durations. */
function cellMinutes(cell: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)(?::00)?$/.exec(cell) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  return /^\d{1,3}$/.test(cell) ? Number(cell) : durationIn(cell);
}

function rowOf(
  cells: readonly string[],
  columns: readonly Column[],
  habits: TextHabits,
  today: string | undefined,
): TableRow | undefined {
  const whole = (column: Column): string => cells[columns.indexOf(column)] ?? "";
  const cell = (column: Column): string => withoutLinks(whole(column)).words;
  const [start, end] = [cell("time") || cell("start"), cell("end")];
  const time = timeAtStart(end === "" ? start : `${start} - ${end}`)?.time;
  const own = readEntryText(whole("title") || onlyText(cells, columns), habits);
  if (!/\p{L}/u.test(own.title)) return undefined;
  const written = cell("duration");
  const duration = cellMinutes(written);
  const people = peopleIn(cell("speaker"));
  const date = dateInText(cell("date"), today)?.date;
  const texts = cells.filter((text, at) => columns[at] === "text" && text !== "" && /\p{L}/u.test(text));
  const linked = wordColumns.flatMap((column) => withoutLinks(whole(column)).links);
  const links = [...linked, ...linksOf(readEntryText(whole("link"), habits))];
  const abstract = [...people.rest, ...texts].join("\n\n");
  const place = cell("place") || own.place;
  const length = own.duration ?? (duration !== undefined && duration > 0 ? duration : undefined);
  return {
    title: own.title,
    links: [...own.links, ...links],
    ...(own.url !== undefined && { url: own.url }),
    ...(time && { time }),
    ...(length !== undefined && { duration: length }),
    ...((people.people ?? own.speakers).length > 0 && { speakers: people.people ?? own.speakers }),
    ...(place !== undefined && place !== "" && { place }),
    ...(abstract !== "" && { abstract }),
    ...(date !== undefined && { date }),
    ...(cell("session") !== "" && { session: cell("session") }),
  };
}

/** A break may be in the column of the speakers, or over all columns. */
function onlyText(cells: readonly string[], columns: readonly Column[]): string {
  const others = cells.filter(
    (text, at) => text !== "" && ["none", "text", "session", "speaker"].includes(columns[at] ?? "none"),
  );
  return others.length === 1 ? (others[0] ?? "") : "";
}

/** Columns that are read as words; other columns keep their links. */
const wordColumns: readonly Column[] = ["time", "start", "duration", "speaker", "place", "date", "session"];

/** All links of a cell of links, whatever their words. */
function linksOf({ title, url, links }: EntryText): readonly AgendaLink[] {
  return url === undefined ? links : [{ title, url }, ...links];
}

/** The words of a cell, with its links apart. */
function withoutLinks(cell: string): { readonly words: string; readonly links: readonly AgendaLink[] } {
  const links: AgendaLink[] = [];
  const words = cell.replaceAll(cellLink, (_, title: string, url: string) => {
    links.push({ title, url });
    return title;
  });
  return { words, links };
}

const cellLink = /\[([^\][]{1,300})\]\((https?:\/\/[^\s()<>]{1,1000})\)/g;

/** The persons of a cell of speakers; a cell that is no list of names is text. */
function peopleIn(cell: string): { readonly people?: readonly Person[]; readonly rest: readonly string[] } {
  const text = cell.replaceAll(/<br ?\/?>/g, ", ").replaceAll("**", "");
  if (
    !/\p{L}/u.test(text) ||
    /^(?:all|everyone|everybody|tbc|tbd|tba|n\/a|none|alle|tous|tutti|various|chairs?)\.?$/i.test(text)
  )
    return { rest: [] };
  const people = readNamedPeople(text);
  return people ? { people, rest: [] } : { rest: [text] };
}
