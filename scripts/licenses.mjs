// Finds the packages in a bundle, and writes the list of their licences.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { root } from "./paths.mjs";

/**
 * @param {import("esbuild").Metafile} metafile
 * @returns {string[]} the folders of the packages with code in the outputs, relative to the root, sorted
 */
export function packagesOf(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs.flatMap(([path, { bytesInOutput }]) => {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
    return folder && bytesInOutput > 0 ? [folder] : [];
  });
  return [...new Set(folders)].sort();
}

/**
 * @param {readonly string[]} folders of packages, relative to the root
 * @param {string} outfile
 */
export async function writeLicenses(folders, outfile) {
  const entries = await Promise.all(folders.map(entryOf));
  const intro = "The packages that this extension contains, with their licences.";
  await writeFile(outfile, `${[intro, ...new Set(entries)].join(`\n\n${"=".repeat(80)}\n\n`)}\n`);
}

/** @param {string} folder */
async function entryOf(folder) {
  /** @type {{ name: string; version: string; license?: string; repository?: { url?: string } }} */
  const { name, version, license, repository } = JSON.parse(
    await readFile(`${root}/${folder}/package.json`, "utf8"),
  );
  const file = (await readdir(`${root}/${folder}`)).find((entry) => /^licen[cs]e([-.].*)?$/i.test(entry));
  if (!license || !file) throw new Error(`${name} ${version} is bundled but has no licence.`);
  const text = await readFile(`${root}/${folder}/${file}`, "utf8");
  // the Mozilla licence wants the place of the source to be named
  const source = license.startsWith("MPL-") ? `\n\nSource code: ${addressOf(repository)}` : "";
  return `${name} ${version} (${license})\n\n${text.replaceAll("\r\n", "\n").trim()}${source}`;
}

/** @param {{ url?: string } | undefined} repository */
function addressOf(repository) {
  const address = repository?.url?.replace(/^git\+|\.git$/g, "");
  if (!address?.startsWith("https://")) throw new Error("A bundled package has no address of its source.");
  return address;
}
