// Packs the extension: `files` in package.json lists the content of the VSIX.
import { readFile, rm, writeFile } from "node:fs/promises";
import { createVSIX } from "@vscode/vsce";
import { root, vsix } from "./paths.mjs";

const readmePath = "dist/README.md";
await writeFile(`${root}/${readmePath}`, withoutLocalLinks(await readFile(`${root}/README.md`, "utf8")));
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
 * The README for the extensions view, without links to files that are not in the VSIX.
 * @param {string} markdown
 */
function withoutLocalLinks(markdown) {
  return markdown
    .replace(/^!\[[^\]]*\]\((?!https?:)[^)]*\)\n/gm, "")
    .replace(/\[([^\]]*)\]\((?!https?:)[^)]*\)/g, "$1")
    .replace(/\n{3,}/g, "\n\n");
}
