// Packs the extension, and makes sure that the VSIX holds what runs and nothing else.
import { readFile, rm, writeFile } from "node:fs/promises";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";
import { root, vsix } from "./paths.mjs";

const allowed = [
  /^(package\.json|README\.md|dist\/README\.md|LICENSE|CHANGELOG\.md|language-configuration\.json)$/,
  /^dist\/(extension|client|server|notes|catalogue|builtIn|preview)\.js$/,
  /^dist\/(preview\.css|licenses\.txt)$/,
  /^(syntaxes|snippets)\/[\w.-]+\.json$/,
  /^images\/(icon\.png|file-(light|dark)\.svg)$/,
  /^docs\/rules\.md$/,
  /^walkthrough\/\w+\.(svg|md)$/,
];
const needed = [
  "package.json",
  "dist/extension.js",
  "dist/client.js",
  "dist/server.js",
  "dist/notes.js",
  "dist/catalogue.js",
  "dist/builtIn.js",
  "docs/rules.md",
  "dist/preview.js",
  "dist/preview.css",
  "dist/licenses.txt",
  "syntaxes/wlcg-contributions.tmLanguage.json",
];

const readmePath = "dist/README.md";
await writeFile(`${root}/${readmePath}`, alone(await readFile(`${root}/README.md`, "utf8")));
const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
const strangers = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
const missing = needed.filter((file) => !files.includes(file));
if (strangers.length > 0) throw new Error(`These have no place in the VSIX: ${strangers.join(", ")}`);
if (missing.length > 0) throw new Error(`The VSIX would lack: ${missing.join(", ")}`);

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
