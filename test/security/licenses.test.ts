/** Everything in the bundles is named with a licence that goes with Apache-2.0. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import lock from "../../package-lock.json";
import { bundle } from "../support/server";

const list = readFileSync(bundle("licenses.txt"), "utf8")
  .split(`\n\n${"=".repeat(80)}\n\n`)
  .slice(1);
const heads = list.map((entry) => /^(\S+) (\S+) \((.*)\)\n\n/.exec(entry)?.slice(1) ?? []);

describe("the list of licences", () => {
  it("has what the bundles are made of", () => {
    const names = heads.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(["yaml", "markdown-it", "vscode-languageserver", "idiomorph", "minimatch"]),
    );
    // what only builds and tests need is in no bundle
    for (const name of ["esbuild", "vitest", "typescript", "playwright-core"])
      expect(names).not.toContain(name);
  });

  it("names the versions that the lockfile pins", () => {
    const pinned = Object.entries(lock.packages).map(
      ([path, { version }]) => `${path.replace(/^.*node_modules\//, "")} ${version}`,
    );
    for (const [name, version] of heads) expect(pinned).toContain(`${name} ${version}`);
  });

  it("has each licence's text, and none that would bind others", () => {
    for (const entry of list) expect(entry).toMatch(/permi(ssion|tted)|license/i);
    const licences = new Set(heads.map(([, , licence]) => licence));
    // the last one binds changes of its own files only, and wants the place of their source
    const free = [
      "MIT",
      "ISC",
      "BSD-2-Clause",
      "BSD-3-Clause",
      "0BSD",
      "BlueOak-1.0.0",
      "Apache-2.0",
      "MPL-2.0",
    ];
    expect([...licences].filter((licence) => !free.includes(licence ?? ""))).toEqual([]);
    const shared = list.filter((entry) => entry.includes(" (MPL-2.0)\n"));
    for (const entry of shared) expect(entry).toMatch(/\nSource code: https:\/\/\S+$/);
  });
});
