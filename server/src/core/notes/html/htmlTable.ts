import { element, escapeXml } from "../../text/xml";
import { styles } from "./styles";

export interface TableColumn {
  readonly name: string;
  readonly isNumber?: boolean;
  /** for dates and numbers that a line must not break */
  readonly isUnbroken?: boolean;
}

/** @param rows HTML, a cell for each column */
export function htmlTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const head = columns.map(({ name, isNumber = false }) =>
    element("th", { scope: "col", style: isNumber ? styles.headOfNumbers : styles.head }, escapeXml(name)),
  );
  const body = rows.map((cells) =>
    cells.map((cell, index) => element("td", { style: cellStyle(columns[index]) }, cell)),
  );
  return element(
    "table",
    { style: styles.table },
    `\n${element("thead", {}, rowOf(head))}\n`,
    element("tbody", {}, "\n", ...body.map((cells) => `${rowOf(cells)}\n`)),
    "\n",
  );
}

function cellStyle(column: TableColumn | undefined): string {
  if (column?.isNumber) return styles.number;
  return column?.isUnbroken ? styles.unbroken : styles.cell;
}

function rowOf(cells: readonly string[]): string {
  return element("tr", {}, ...cells);
}
