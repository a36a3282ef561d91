// Installs VS Code's server, with its web workbench, from npm into `.editors/`.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { root } from "../../../scripts/paths.mjs";

/**
 * @param {import("./versions.mjs").Version} version
 * @returns {Promise<string>} the folder of VS Code's server
 */
export async function installServer({ vscode, codeServer }) {
  const folder = `${root}/.editors/${codeServer}`;
  const server = `${folder}/node_modules/code-server/lib/vscode`;
  if (existsSync(`${folder}/complete`)) return server;
  console.log(`Installing the server of VS Code ${vscode} from npm, once.`);
  const fresh = `${folder}.part`;
  await rm(fresh, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await writeFile(`${fresh}/package.json`, '{ "private": true }\n');
  await install(fresh, [`code-server@${codeServer}`]);
  await install(`${fresh}/node_modules/code-server/lib/vscode`, ["--omit=dev", "--legacy-peer-deps"]);
  await writeFile(`${fresh}/complete`, "");
  await rename(fresh, folder);
  return server;
}

/**
 * Native modules are not built: the editor works without them.
 * @param {string} folder
 * @param {readonly string[]} options
 * @returns {Promise<void>}
 */
function install(folder, options) {
  const command = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...options];
  return new Promise((resolve, reject) => {
    const child = spawn("npm", command, {
      cwd: folder,
      env: outerEnvironment(),
      shell: process.platform === "win32",
    });
    let log = "";
    child.stdout.on("data", (data) => (log += data));
    child.stderr.on("data", (data) => (log += data));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${command.join(" ")} failed:\n${log}`)),
    );
  });
}

/** The environment without what the npm that runs us put there: its settings are for this package. */
function outerEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config_local|package|lifecycle)/.test(name)),
  );
}
