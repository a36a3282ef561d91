import { expect, it } from "vitest";
import { actionTitle } from "../../../server/src/core/text/displayText";

it.each([
  ["Replace with `12`", "Replace with 12"],
  ["Replace with `2019-12-10` and `duration: 20`", "Replace with 2019-12-10 and duration: 20"],
  ["Rename to “Use `kubectl` (2)”", "Rename to “Use `kubectl` (2)”"],
  ["Remove the ```", "Remove the `"],
  ["Replace with `a", "Replace with `a"],
  ["Make it a list", "Make it a list"],
])("the title %s shows code without backticks", (title, expected) => {
  expect(actionTitle(title)).toBe(expected);
});
