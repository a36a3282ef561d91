import { schemaAt } from "../schema/schema";
import { type Container, nextIndex, pathOf } from "./containers";
import { columnOf } from "./cursorLines";
import { alignTo } from "./ownLine";
import { type CursorScan, type CursorSpot, takeGap } from "./scan";

/** A dash with nothing after it. */
export interface BareDash {
  /** the list that the dash belongs to */
  readonly list: Container;
  /** the lists that were open before it */
  readonly lists: readonly Container[];
  readonly lineStart: number;
  /** offset of the dash */
  readonly at: number;
  readonly column: number;
  /** where the comment after it begins, or the line ends */
  readonly nextStart: number;
  readonly end: number;
}

/**
 * Takes the cursor after the dash. The dash may belong to each of the lists around it, unless it is in the column of a
 * list of plain values.
 */
export function takeBareDash(scan: CursorScan, dash: BareDash): void {
  const { list, at, column, nextStart, end } = dash;
  const spot = {
    slot: "entry",
    collection: list,
    step: list.lastStep,
    ...spotAfterDash(scan, list, dash),
  } as const;
  const hasKeys = schemaAt([...pathOf(list), 0])?.properties !== undefined;
  const isAmbiguous = scan.scope === "any" && (hasKeys || column !== list.column);
  const alternatives = dash.lists
    .filter((other) => isAmbiguous && other !== list)
    .map((other) => ({
      ...({ slot: "entry", collection: other, step: nextIndex(other) } as const),
      ...spotAfterDash(scan, other, dash),
      isAlternative: true,
    }));
  takeGap(scan, at + 1, nextStart, end, spot, ...alternatives);
}

/** The position of an entry after a bare dash; a misaligned dash is moved to the list's column. */
function spotAfterDash(
  { text, offset }: CursorScan,
  list: Container,
  { lineStart, at, column }: BareDash,
): Pick<CursorSpot, "start" | "insertPrefix" | "column"> {
  if (column === list.column) {
    const prefix = offset === at + 1 ? " " : "";
    return { insertPrefix: prefix, column: columnOf(text, lineStart, offset) + prefix.length };
  }
  const token = { start: at, end: at + 1, text: "-" };
  const { start, indent } = alignTo(text, lineStart, token, column, list.column);
  return { start, insertPrefix: `${indent}- `, column: list.column + 2 };
}
