/** What the VSIX holds: `files` in package.json decides it. `npm run build` comes first. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { listFiles, PackageManager } from "@vscode/vsce";
import { expect, it } from "vitest";
import { sizeLimits } from "./bench/bundles";

const root = fileURLToPath(new URL("..", import.meta.url));

it("the package holds what runs in the editor, and nothing else", async () => {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  expect([...files].sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dist/agenda.js",
    "dist/builtIn.js",
    "dist/catalogue.js",
    "dist/client.js",
    "dist/extension.js",
    "dist/licenses.txt",
    "dist/notes.js",
    "dist/preview.css",
    "dist/preview.js",
    "dist/server.js",
    "docs/rules.md",
    "images/file-dark.svg",
    "images/file-light.svg",
    "images/icon.png",
    "language-configuration.json",
    "package.json",
    "snippets/wlcg-contributions.json",
    "syntaxes/wlcg-contributions.tmLanguage.json",
    "walkthrough/export.svg",
    "walkthrough/fix.svg",
    "walkthrough/import.svg",
    "walkthrough/keep.md",
    "walkthrough/new.svg",
    "walkthrough/preview.svg",
    "walkthrough/tag.svg",
  ]);
  const sizes = files.map((file) => deflateRawSync(readFileSync(`${root}${file}`)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(sizeLimits.vsix);
  // it looks at every file, those of the editors that tests install too
}, 120_000);
