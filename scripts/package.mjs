// Packs the extension: `files` in package.json lists what the VSIX holds.
import { readFile, rm, writeFile } from "node:fs/promises";
import { createVSIX } from "@vscode/vsce";
import { root, vsix } from "./paths.mjs";

const readmePath = "dist/README.md";
await writeFile(`${root}/${readmePath}`, alone(await readFile(`${root}/README.md`, "utf8")));
await rm(vsix, { force: true });
await createVSIX({
  cwd: root,
  packagePath: vsix,
  readmePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

/**
 * The README as the editor shows it, where pictures and pages beside it are not to be had.
 * @param {string} markdown
 */
function alone(markdown) {
  return markdown
    .replace(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n/gm, "")
    .replace(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, "$1")
    .replace(/\n{3,}/g, "\n\n");
}
