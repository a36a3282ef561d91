import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The repository's folder, without a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** @type {{ name: string; version: string }} */
const { name, version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));

/** The path of the VSIX that `npm run package` writes. */
export const vsix = `${root}/dist/${name}-${version}.vsix`;
