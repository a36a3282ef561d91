// Packs the extension, and makes sure that the VSIX holds what runs and nothing else.
import { rm } from "node:fs/promises";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";
import { root, vsix } from "./paths.mjs";

const allowed = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|language-configuration\.json)$/,
  /^dist\/(client|server|notes|preview)\.js$/,
  /^dist\/(preview\.css|licenses\.txt)$/,
  /^(syntaxes|snippets)\/[\w.-]+\.json$/,
  /^images\/(icon\.png|file-(light|dark)\.svg)$/,
  /^docs\/rules\.md$/,
  /^walkthrough\/\w+\.(svg|md)$/,
];
const needed = [
  "package.json",
  "dist/client.js",
  "dist/server.js",
  "dist/notes.js",
  "docs/rules.md",
  "dist/preview.js",
  "dist/preview.css",
  "dist/licenses.txt",
  "syntaxes/wlcg-contributions.tmLanguage.json",
];

const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
const strangers = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
const missing = needed.filter((file) => !files.includes(file));
if (strangers.length > 0) throw new Error(`These have no place in the VSIX: ${strangers.join(", ")}`);
if (missing.length > 0) throw new Error(`The VSIX would lack: ${missing.join(", ")}`);

await rm(vsix, { force: true });
await createVSIX({
  cwd: root,
  packagePath: vsix,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
