/** Reads the lines of a block by the names of their keys, and writes each line where it belongs. */
import { type ItemList, itemLists, nameOf, titleKey } from "../schema/itemKinds";
import { keysAt, requiredAt, type SchemaPath, schemaAt, takesList } from "../schema/schema";
import { type Edit, lineEndOf } from "../text/range";
import { isBlockScalar, isDash } from "../yaml/lineShape";
import {
  type ChangeText,
  dashChange,
  indentChange,
  missingDashChange,
  strayChange,
  tabChange,
} from "./layoutChanges";
import { type LayoutChange, LayoutEdits } from "./layoutEdits";
import { type LayoutLine, layoutLines } from "./layoutLine";
import {
  isKeyOf,
  type LayoutShape,
  type List,
  type Mapping,
  mapping,
  type Owner,
  type Unit,
} from "./layoutMapping";
import { isTextKey, lacksColon, readTextBody } from "./layoutText";
import { type LayoutSource, needsHeader, writeHeader, writeStrays } from "./layoutTextEdits";
import { textIndentation } from "./textLines";

export class LayoutReader {
  readonly #text: string;
  readonly #shape: LayoutShape;
  readonly #lines: readonly LayoutLine[];
  readonly #edits: LayoutEdits;
  #at = 0;
  #comments: LayoutLine[] = [];
  #itemList: ItemList | undefined;
  /** column of the items' dashes */
  #itemColumn: number | undefined;
  #rootDelta = 0;
  #unit: Unit | undefined;
  #list: List | undefined;
  #entry: Mapping | undefined;
  #owner: Owner | undefined;
  /** where lines can be added to a text of the unit that has ended */
  #textEnd: { readonly at: number; readonly column: number; readonly name: string } | undefined;

  constructor(text: string, shape: LayoutShape) {
    this.#text = text;
    this.#shape = shape;
    this.#lines = layoutLines(text);
    this.#edits = new LayoutEdits(text);
    if (shape.kind === "item") this.#itemList = shape.list;
  }

  get edits(): readonly Edit[] {
    return this.#edits.edits;
  }

  get #source(): LayoutSource {
    return { text: this.#text, lines: this.#lines, edits: this.#edits };
  }

  get first(): LayoutChange | undefined {
    return this.#edits.first;
  }

  /** @returns false if a line has no place */
  run(): boolean {
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at] as LayoutLine;
      this.#at++;
      if (line.isBlank) continue;
      if (line.isComment) this.#comments.push(line);
      else if (!this.#place(line)) return false;
      else this.#comments = [];
    }
    return true;
  }

  #place(line: LayoutLine): boolean {
    const name = line.key?.name;
    if (line.dashes.length > 0) return this.#placeDash(line, name);
    if (name === undefined) return this.#placeWords(line);
    return this.#placeKey(line, name);
  }

  #placeDash(line: LayoutLine, name: string | undefined): boolean {
    const kind = this.#itemList;
    if (kind && name === titleKey(kind)) return this.#startItem(line);
    if (this.#list) return this.#startEntry(line);
    if (this.#unit?.kind === "meeting") return this.#startHeadWithDash(this.#unit, line, name);
    const isFirst = kind !== undefined && this.#unit === undefined;
    const isContent = name === undefined ? line.contentStart >= line.end : isKeyOf(kind, name);
    return isFirst && isContent && this.#startItem(line);
  }

  /** `- title: x` below `meeting:` */
  #startHeadWithDash(unit: Unit, line: LayoutLine, name: string | undefined): boolean {
    if (name === undefined || unit.column !== undefined || !unit.keys.includes(name)) return false;
    unit.column = unit.base + 2;
    unit.columnBefore = line.contentStart - line.start;
    const range = { start: line.start, end: line.contentStart };
    const { column } = unit;
    this.#write(line, range, " ".repeat(column), () => ({
      message: "The meeting must have keys, not a list.",
      title: "Remove the dash",
    }));
    return this.#readKey(unit, line, name);
  }

  #placeKey(line: LayoutLine, name: string): boolean {
    const { indent } = line;
    const [unit, entry, list] = [this.#unit, this.#entry, this.#list];
    if (keysAt([]).includes(name) && !unit?.keys.includes(name)) return this.#startRootKey(line, name);
    if (!unit) return isKeyOf(this.#itemList, name) && this.#startItem(line);
    const isUnitKey = unit.keys.includes(name);
    if (entry?.keys.includes(name)) {
      const isDeeper = indent > (unit.columnBefore ?? 0);
      if (!entry.names.has(name) && (!isUnitKey || isDeeper)) return this.#placeIn(entry, line, name);
      if (!isUnitKey && name === requiredAt(entry.path)[0]) return this.#startEntry(line);
    }
    if (list && !entry && !isUnitKey && keysAt([...list.path, 0]).includes(name))
      return this.#startEntry(line);
    if (isUnitKey && !unit.names.has(name)) return this.#placeIn(unit, line, name);
    if (unit.kind !== "meeting" && name === titleKey(unit.kind)) return this.#startItem(line);
    if (entry && indent === entry.columnBefore && !isUnitKey) return this.#placeIn(entry, line, name);
    const isSibling = indent === unit.columnBefore && !isUnitKey;
    if (isSibling) return this.#placeIn(unit, line, name);
    return !isUnitKey && this.#placeStray(line);
  }

  #startRootKey(line: LayoutLine, name: string): boolean {
    this.#end();
    this.#rootDelta = -line.indent;
    this.#unit = undefined;
    this.#textEnd = undefined;
    this.#itemColumn = undefined;
    this.#itemList = itemLists.find((list) => list === name);
    this.#move(line, 0, () => ({
      message: `\`${name}\` is a key of the file: it must be at the start of its line.`,
      title: "Remove the indentation",
    }));
    if (name === "meeting") this.#unit = { ...mapping(["meeting"], 0, this.#rootDelta), kind: "meeting" };
    if (this.#itemList && isDash(this.#text, line.valueStart))
      return this.#startInlineItem(line, this.#itemList);
    return line.valueStart >= line.contentEnd;
  }

  /** `contributions: - title: x` */
  #startInlineItem(line: LayoutLine, kind: ItemList): boolean {
    const [, name] =
      /^-[ \t]+([A-Za-z_]\w*):(?=\s|$)/.exec(this.#text.slice(line.valueStart, line.end)) ?? [];
    if (name === undefined || !isKeyOf(kind, name)) return false;
    const start = (line.key?.colon ?? line.valueStart) + 1;
    this.#itemColumn = 2;
    this.#write(line, { start, end: line.valueStart }, `${lineEndOf(this.#text)}  `, () => ({
      message: `The first ${nameOf(kind)} must be on its own line.`,
      title: "Start a new line",
    }));
    const unit: Unit = { ...mapping([kind, 0], 2, 0), kind, column: 4 };
    unit.names.add(name);
    this.#unit = unit;
    return true;
  }

  /** An item begins, with or without its dash. */
  #startItem(line: LayoutLine): boolean {
    const kind = this.#itemList as ItemList;
    const dash = line.dashes[0];
    const isFirst = this.#itemColumn === undefined;
    this.#itemColumn ??= this.#firstItemColumn(line, dash);
    const column = this.#itemColumn;
    this.#end();
    this.#textEnd = undefined;
    this.#unit = { ...mapping([kind, 0], column, column - line.indent), kind };
    const width = dash === undefined || line.isGlued || line.dashes.length > 1 ? 2 : line.contentStart - dash;
    const change = (): ChangeText =>
      dash === undefined
        ? missingDashChange(`${isFirst ? "" : "new "}${nameOf(kind)}`)
        : dashChange(line, column);
    if (dash !== undefined && width === line.contentStart - dash) this.#move(line, column, change);
    else {
      const range = { start: line.start, end: line.contentStart };
      this.#write(line, range, `${" ".repeat(column)}- `, change);
      this.#moveComments(line, column);
    }
    if (!line.key) return line.contentStart >= line.end;
    this.#unit.column = column + width;
    this.#unit.columnBefore = line.contentStart - line.start;
    return this.#readKey(this.#unit, line, line.key.name);
  }

  #firstItemColumn(line: LayoutLine, dash: number | undefined): number {
    const column = line.indent + this.#rootDelta;
    if (dash === undefined) return column >= 4 ? column - 2 : 2;
    const itemColumn = column - (this.#shape.kind === "item" ? (this.#shape.indentDelta ?? 0) : 0);
    const isTab = line.indentEnd - line.start > line.indent;
    return isTab && itemColumn <= 0 ? 2 : Math.max(0, itemColumn);
  }

  /** An entry of a list begins, with or without its dash. */
  #startEntry(line: LayoutLine): boolean {
    const list = this.#list as List;
    const dash = line.dashes[0];
    const moved = line.indent + list.delta;
    list.column ??= dash !== undefined && moved >= list.keyColumn ? moved : list.keyColumn + 2;
    const path = [...list.path, 0];
    const width = dash === undefined || line.isGlued || line.dashes.length > 1 ? 2 : line.contentStart - dash;
    const { column } = list;
    const change = (): ChangeText =>
      dash === undefined
        ? missingDashChange(`new entry of \`${list.path.at(-1)}\``)
        : line.dashes.length > 1 || line.isGlued
          ? dashChange(line, column)
          : indentChange(line, column);
    if (dash !== undefined && width === line.contentStart - dash) this.#move(line, column, change);
    else this.#write(line, { start: line.start, end: line.contentStart }, `${" ".repeat(column)}- `, change);
    const entry = mapping(path, column, column - line.indent);
    this.#entry = entry;
    this.#owner = undefined;
    if (!line.key || !entry.keys.includes(line.key.name)) {
      this.#own(line, line.indent, column - line.indent);
      return true;
    }
    entry.column = column + width;
    entry.columnBefore = line.contentStart - line.start;
    return this.#readKey(entry, line, line.key.name);
  }

  /** A key of a mapping that has begun. */
  #placeIn(mapping: Mapping, line: LayoutLine, name: string): boolean {
    if (mapping === this.#unit) this.#end();
    if (mapping.column === undefined) {
      const moved = line.indent + mapping.delta;
      mapping.column = moved > mapping.base ? moved : mapping.base + 2;
      mapping.columnBefore = line.indent;
    }
    const { column } = mapping;
    this.#move(line, column, () => indentChange(line, column));
    return this.#readKey(mapping, line, name);
  }

  /** Reads the value of a key, and the lines below that are part of it. */
  #readKey(mapping: Mapping, line: LayoutLine, name: string): boolean {
    mapping.names.add(name);
    const columnBefore = (line.key?.start ?? line.indentEnd) - line.start;
    const column = mapping.column ?? columnBefore;
    const path = [...mapping.path, name];
    this.#own(line, columnBefore, column - columnBefore);
    if (mapping === this.#unit && isTextKey(name)) return this.#readText(line, name, column);
    if (isBlockScalar(this.#text, line)) {
      this.#indentLines(mapping, columnBefore, column);
      this.#skipDeeperLines(columnBefore, column - columnBefore);
      return true;
    }
    if (isDash(this.#text, line.valueStart) && takesList(schemaAt(path)))
      return this.#readInlineEntry(line, path, column);
    if (line.valueStart >= line.contentEnd && takesList(schemaAt(path)))
      this.#list = { path, keyColumn: column, delta: column - columnBefore };
    return true;
  }

  /** `themes: - security`, or the first of several entries. */
  #readInlineEntry(line: LayoutLine, path: SchemaPath, column: number): boolean {
    const value = this.#text.slice(line.valueStart + 1, line.contentEnd).trim();
    // `speakers: -` has no entry
    if (value === "") return false;
    const next = this.#lines.slice(this.#at).find(({ isBlank, isComment }) => !isBlank && !isComment);
    const hasMore = next !== undefined && next.indentEnd - next.start > (line.key?.start ?? 0) - line.start;
    const isMore = hasMore || (next !== undefined && next.dashes.length > 0 && next.indent >= column);
    const range = { start: line.valueStart, end: line.contentEnd };
    const isFlow =
      !isMore && /^[^\s"'[\]{},#&*!|>%@`?:-][^[\]{},#]*$/.test(value) && !/:(?:\s|$)/.test(value);
    const start = (line.key?.colon ?? line.valueStart) + 1;
    const change = (): ChangeText => ({
      message: `The first entry of \`${path.at(-1)}\` must be on its own line, or in brackets.`,
      title: isFlow ? "Make it a list" : "Start a new line",
    });
    if (isFlow) {
      this.#write(line, range, `[${value}]`, change);
      return true;
    }
    const dashColumn = column + 2;
    const eol = lineEndOf(this.#text);
    this.#write(line, { start, end: line.valueStart }, `${eol}${" ".repeat(dashColumn)}`, change);
    this.#list = { path, keyColumn: column, delta: 0, column: dashColumn };
    const entry = mapping([...path, 0], dashColumn, 0);
    entry.column = dashColumn + 2;
    const [, name] = /^([A-Za-z_]\w*):(?=\s|$)/.exec(value) ?? [];
    if (name !== undefined) entry.names.add(name);
    this.#entry = entry;
    return true;
  }

  #readText(line: LayoutLine, name: string, column: number): boolean {
    const unit = this.#unit as Unit;
    const body = readTextBody(this.#text, this.#lines, this.#at - 1, {
      keys: unit.keys,
      names: unit.names,
      titleKey: unit.kind === "meeting" ? "" : titleKey(unit.kind),
    });
    const value = this.#text.slice(line.valueStart, line.end).trimEnd();
    const isScalar = isBlockScalar(this.#text, line);
    const columnBefore = (line.key?.start ?? line.indentEnd) - line.start;
    if (!isScalar && !needsHeader(this.#text, value, body.lines, columnBefore)) return true;
    if (isScalar && /[1-9]/.test(value)) {
      this.#skipDeeperLines(columnBefore, column - columnBefore);
      return true;
    }
    const { indentedFrom } = body;
    const delta = column - columnBefore;
    const textColumn = indentedFrom === undefined ? column + 2 : indentedFrom + delta;
    const strays = body.lines.filter(({ indent }) => indent < (indentedFrom ?? Number.POSITIVE_INFINITY));
    if (!isScalar) writeHeader(this.#source, { line, name, value, body: body.lines }, textColumn);
    const indentation = textIndentation(this.#text, body.lines, {
      column: textColumn,
      delta,
      ...(indentedFrom !== undefined && { indentedFrom }),
    });
    const change = isScalar && strays[0] ? strayChange(name, strays as [LayoutLine]) : undefined;
    for (const edit of indentation)
      this.#edits.replace(edit, edit.text, change && edit.start >= change.line ? change : undefined);
    this.#at = body.next;
    const last = body.lines.at(-1) ?? line;
    this.#textEnd = { at: last.end, column: textColumn, name };
    return true;
  }

  /** Words without a key: they continue a value, or have no place. */
  #placeWords(line: LayoutLine): boolean {
    const owner = this.#owner;
    if (owner && (owner.depth > 0 || line.indent > owner.columnBefore)) {
      owner.depth += openedBrackets(this.#text.slice(line.indentEnd, line.contentEnd));
      if (owner.delta !== 0) this.#move(line, line.indent + owner.delta);
      return true;
    }
    return this.#placeStray(line);
  }

  /** Lines that belong to no key become the text of the unit. */
  #placeStray(line: LayoutLine): boolean {
    const unit = this.#unit;
    const name = unit?.keys.find(isTextKey);
    if (!unit || name === undefined || line.indent > (unit.columnBefore ?? 0)) return false;
    if (lacksColon(this.#text, line, unit.keys)) return false;
    if (unit.names.has(name) && this.#textEnd?.name !== name) return false;
    this.#end();
    const { keys } = unit;
    const lines: LayoutLine[] = [];
    for (; this.#at <= this.#lines.length; this.#at++) {
      const stray = this.#lines[this.#at - 1] as LayoutLine;
      if (stray.isBlank) continue;
      const isKey = stray.dashes.length === 0 && keys.includes(stray.key?.name ?? "");
      if (isKey && stray.indent === unit.columnBefore) break;
      lines.push(stray);
    }
    this.#at--;
    unit.names.add(name);
    const [first, ...others] = lines;
    if (!first) return false;
    const column = unit.column ?? unit.base + 2;
    writeStrays(this.#source, { lines: [first, ...others], name, column, textEnd: this.#textEnd });
    return true;
  }

  /** Indents the lines below a block scalar of an entry if they are not deeper than its key. */
  #indentLines(mapping: Mapping, columnBefore: number, column: number): void {
    const isPart = (line: LayoutLine): boolean =>
      line.isBlank || (line.dashes.length === 0 && !this.#isKnownKey(mapping, line.key?.name));
    const first = this.#lines.slice(this.#at).find(({ isBlank }) => !isBlank);
    if (!first || first.indent > columnBefore || !isPart(first) || mapping === this.#unit) return;
    const lines: LayoutLine[] = [];
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] as LayoutLine;
      if (!isPart(line)) break;
      if (!line.isBlank) lines.push(line);
    }
    const name = String([...mapping.names].at(-1));
    const change = strayChange(name, lines as [LayoutLine]);
    for (const edit of textIndentation(this.#text, lines, { column: column + 2, delta: 0 }))
      this.#edits.replace(edit, edit.text, change);
  }

  #isKnownKey(mapping: Mapping, name: string | undefined): boolean {
    return name !== undefined && (mapping.keys.includes(name) || (this.#unit?.keys.includes(name) ?? false));
  }

  #skipDeeperLines(columnBefore: number, delta: number): void {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] as LayoutLine;
      if (!line.isBlank && line.indent <= columnBefore) return;
      if (!line.isBlank && delta !== 0) this.#move(line, line.indent + delta);
    }
  }

  #own(line: LayoutLine, columnBefore: number, delta: number): void {
    const value = this.#text.slice(line.valueStart, line.contentEnd);
    this.#owner = {
      columnBefore,
      delta,
      depth: /^[[{]/.test(value) ? Math.max(0, openedBrackets(value)) : 0,
    };
  }

  /** Ends the list and the value above a line. */
  #end(): void {
    this.#list = undefined;
    this.#entry = undefined;
    this.#owner = undefined;
  }

  #move(line: LayoutLine, column: number, change?: () => ChangeText): void {
    const isTab = line.indentEnd - line.start > line.indent;
    const range = { start: line.start, end: line.indentEnd };
    this.#write(line, range, " ".repeat(column), isTab ? () => tabChange(line) : change);
    this.#moveComments(line, column);
  }

  #moveComments(line: LayoutLine, column: number): void {
    for (const comment of this.#comments)
      if (comment.indent === line.indent && column !== line.indent) this.#edits.indent(comment, column);
  }

  #write(
    line: LayoutLine,
    range: { readonly start: number; readonly end: number },
    text: string,
    change?: () => ChangeText,
  ): void {
    if (this.#text.slice(range.start, range.end) === text) return;
    const start = Math.min(line.indentEnd, line.end);
    const place = { range: { start, end: line.contentEnd }, isRepeatable: true };
    this.#edits.replace(range, text, change && { ...place, ...change() });
  }
}

/** Opening brackets minus closing ones. */
function openedBrackets(value: string): number {
  return value.replaceAll(/[^[{]/g, "").length - value.replaceAll(/[^\]}]/g, "").length;
}
