import { open } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { errorText } from "../../server/src/host/errorText";
import { inFolder } from "../support/commandLine";

describe("the reason of an error", () => {
  it("is a few words without the file's path", async () => {
    const folder = await inFolder({ "a.md": "x" });
    const error = await open(`${folder}/a.md`, "wx").catch((thrown: unknown) => thrown);
    expect(errorText(error)).toBe("already exists");
  });

  it.each([
    ["EMFILE: too many open files, open '/home/a/b.yaml'", "too many open files"],
    ["EBUSY: resource busy or locked, rename '/a, b' -> '/c'", "resource busy or locked"],
    ["Nested mappings are not allowed\nat line 3", "Nested mappings are not allowed"],
    ["first\u2028second", "first"],
  ])("%j is %s", (message, words) => {
    expect(errorText(new Error(message))).toBe(words);
  });
});
