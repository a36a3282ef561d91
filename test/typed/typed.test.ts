/** Every row of `test/data/typed`. */
import { describe, it } from "vitest";
import { expectRow } from "./expectRow";
import { tables } from "./rows";

describe.each(Object.entries(tables()))("%s", (_, rows) => {
  it.each(rows.map((row) => [row.name, row] as const))("%s", (__, row) => expectRow(row, "\n"));
});
