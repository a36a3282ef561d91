/** Titles of large items that do not parse. */
import { expect, it } from "vitest";
import { partialTitle } from "../../../server/src/core/document/partialItem";

it.each([
  ["quotes", '{"\\"'.padEnd(200_000, '\\"')],
  ["single quotes", "{'".padEnd(200_000, "''x")],
  ["brackets", "{".padEnd(200_000, "[{")],
  ["properties", `title: ${"&a ".repeat(70_000)}`],
  ["stairs", Array.from({ length: 600 }, (_, at) => `${" ".repeat(at)}a: "x`).join("\n")],
  ["keys", "title: [\n".repeat(30_000)],
  ["dashes", "- ".repeat(100_000)],
])("takes linear time for %s", (_, item) => {
  // with quadratic time this exceeds the test's limit
  expect(partialTitle(`  - ${item}`, "contributions")).toBeTypeOf("string");
});
