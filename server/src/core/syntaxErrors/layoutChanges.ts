/** What findings say about changes of the layout. */
import { messageText } from "../text/displayText";
import type { LayoutChange } from "./layoutEdits";
import type { LayoutLine } from "./layoutLine";
import { countedSpaces, tabMessage } from "./spaces";

/** A change with the range of the whole line, unless it has a separate one. */
export type ChangeText = Omit<LayoutChange, "range"> & Partial<Pick<LayoutChange, "range">>;

export function tabChange({ start, indentEnd }: LayoutLine): ChangeText {
  return {
    range: { start, end: indentEnd },
    message: tabMessage,
    title: "Replace the tab with spaces",
    isAboutCharacters: true,
  };
}

/** A key or an entry in the wrong column. */
export function indentChange(line: LayoutLine, column: number): ChangeText {
  return {
    message: `Inconsistent indentation: ${countedSpaces(line.indent)}, expected ${column}.`,
    title: `Indent by ${countedSpaces(column)}`,
  };
}

/** Lines outside the text that they belong to. */
export function strayChange(
  name: string,
  lines: readonly [LayoutLine, ...LayoutLine[]],
): LayoutChange & { readonly line: number } {
  const [{ start, indentEnd, end }] = lines;
  return {
    range: { start: indentEnd, end },
    line: start,
    message: `${lines.length === 1 ? "This line is" : "These lines are"} not part of \`${messageText(name)}\`: ${lines.length === 1 ? "it" : "they"} must be indented below \`${name}: |\`.`,
    title: `Indent ${linesInWords(lines.length)} as ${name}`,
    isText: true,
  };
}

/** `this line`, `these 3 lines` */
export function linesInWords(count: number): string {
  return count === 1 ? "this line" : `these ${count} lines`;
}

/** A dash without a space, too many dashes, or an item in the wrong column. */
export function dashChange(line: LayoutLine, column: number): ChangeText {
  if (line.isGlued)
    return {
      range: { start: line.indentEnd, end: line.indentEnd + 1 },
      message: "Missing space after this dash.",
      title: "Insert a space after the dash",
    };
  if (line.dashes.length > 1) return { message: "One dash too many.", title: "Remove the second dash" };
  const delta = line.indent - column;
  return {
    message: `Wrong indentation: ${countedSpaces(Math.abs(delta))} ${delta < 0 ? "left" : "right"} of the other items.`,
    title: "Align with the other items",
  };
}

/** A line that should begin with a dash. */
export function missingDashChange(what: string): ChangeText {
  return { message: `A dash is missing: this starts a ${what}.`, title: "Insert the dash" };
}
