// Copies what the VSIX holds into a folder of its own: `files` in package.json is the content of the npm package.
import { cp, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./paths.mjs";

const copied = [
  "dist/extension.js",
  "dist/client.js",
  "dist/server.js",
  "dist/preview.js",
  "dist/preview.css",
  "dist/licenses.txt",
  "dist/contributions.schema.json",
  "docs/rules.md",
  "images/icon.png",
  "images/file-light.svg",
  "images/file-dark.svg",
  "language-configuration.json",
  "snippets",
  "syntaxes",
  "walkthrough",
  "LICENSE",
  "CHANGELOG.md",
];

/** The modules of the command line, which the editor does not load. */
const commandLineOnly = /^(?:actions-\w+|commands)\.mjs$/;

/** @returns {Promise<string>} the folder, which the caller removes */
export async function stageExtension() {
  const folder = await mkdtemp(join(tmpdir(), "wlcg-notes-extension-"));
  for (const path of copied) await cp(`${root}/${path}`, `${folder}/${path}`, { recursive: true });
  await cp(`${root}/dist/lib`, `${folder}/dist/lib`, {
    recursive: true,
    filter: (path) => !commandLineOnly.test(path.replace(/^.*[\\/]/, "")),
  });
  const {
    files: _files,
    scripts: _scripts,
    devDependencies: _dev,
    bin: _bin,
    ...manifest
  } = JSON.parse(await readFile(`${root}/package.json`, "utf8"));
  await writeFile(`${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(`${folder}/README.md`, withoutLocalLinks(await readFile(`${root}/README.md`, "utf8")));
  return folder;
}

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
