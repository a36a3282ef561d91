/** What the layout reader knows at a line, and the changes so far. */
import type { UnitList } from "../schema/itemKinds";
import type { ChangeText } from "./layoutChanges";
import { tabChange } from "./layoutChanges";
import { LayoutEdits } from "./layoutEdits";
import { type LayoutLine, layoutLines } from "./layoutLine";
import type { LayoutShape, List, Mapping, Owner, Unit } from "./layoutMapping";
import type { LayoutSource, TextEnd } from "./layoutTextEdits";

export class LayoutState {
  readonly text: string;
  readonly shape: LayoutShape;
  readonly lines: readonly LayoutLine[];
  readonly edits: LayoutEdits;
  /** index of the line after the one that is read */
  at = 0;
  /** the comments above the line */
  comments: LayoutLine[] = [];
  itemList: UnitList | undefined;
  /** column of the items' dashes */
  itemColumn: number | undefined;
  rootDelta = 0;
  unit: Unit | undefined;
  list: List | undefined;
  entry: Mapping | undefined;
  owner: Owner | undefined;
  /** where lines can be added to a text of the unit that has ended */
  textEnd: (TextEnd & { readonly name: string }) | undefined;

  constructor(text: string, shape: LayoutShape) {
    this.text = text;
    this.shape = shape;
    this.lines = layoutLines(text);
    this.edits = new LayoutEdits(text);
    if (shape.kind === "item") this.itemList = shape.list;
  }

  get source(): LayoutSource {
    return { text: this.text, lines: this.lines, edits: this.edits };
  }

  /** The lines below may continue the value of this line. */
  own(line: LayoutLine, columnBefore: number, delta: number): void {
    const value = this.text.slice(line.valueStart, line.contentEnd);
    this.owner = {
      columnBefore,
      delta,
      depth: /^[[{]/.test(value) ? Math.max(0, openedBrackets(value)) : 0,
    };
  }

  /** Ends the list and the value above a line. */
  end(): void {
    this.list = undefined;
    this.entry = undefined;
    this.owner = undefined;
  }

  /** Moves a line, and the comments above it, to a column. */
  move(line: LayoutLine, column: number, change?: () => ChangeText): void {
    const isTab = line.indentEnd - line.start > line.indent;
    const range = { start: line.start, end: line.indentEnd };
    this.write(line, range, " ".repeat(column), isTab ? () => tabChange(line) : change);
    this.moveComments(line, column);
  }

  moveComments(line: LayoutLine, column: number): void {
    for (const comment of this.comments)
      if (comment.indent === line.indent && column !== line.indent) this.edits.indent(comment, column);
  }

  /** Replaces a part of a line; the first change is the finding. */
  write(
    line: LayoutLine,
    range: { readonly start: number; readonly end: number },
    text: string,
    change?: () => ChangeText,
  ): void {
    if (this.text.slice(range.start, range.end) === text) return;
    const start = Math.min(line.indentEnd, line.end);
    const place = { range: { start, end: line.contentEnd }, isRepeatable: true };
    this.edits.replace(range, text, change && { ...place, ...change() });
  }
}

/** Opening brackets minus closing ones. */
export function openedBrackets(value: string): number {
  return value.replaceAll(/[^[{]/g, "").length - value.replaceAll(/[^\]}]/g, "").length;
}
