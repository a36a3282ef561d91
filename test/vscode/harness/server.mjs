// Runs VS Code's server on this machine, for a browser to open.
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { installServer } from "./download.mjs";
import { quietSettings } from "./settings.mjs";

/**
 * @typedef {object} Editor
 * @property {string} address for example `http://localhost:4021`
 * @property {number} port
 * @property {() => Promise<void>} stop
 */

/**
 * @param {object} options
 * @param {import("./versions.mjs").Version} options.version
 * @param {string} options.dataFolder where the editor keeps its state
 * @param {string} options.extensionsFolder
 * @param {number} [options.port] a free one by default
 * @param {readonly string[]} [options.flags] further ones for the server
 * @param {Readonly<Record<string, unknown>>} [options.settings] beside the quiet ones
 * @returns {Promise<Editor>}
 */
export async function startServer({
  version,
  dataFolder,
  extensionsFolder,
  port,
  flags = [],
  settings = {},
}) {
  const folder = await installServer(version);
  await mkdir(`${dataFolder}/data/Machine`, { recursive: true });
  await writeFile(
    `${dataFolder}/data/Machine/settings.json`,
    JSON.stringify({ ...quietSettings, ...settings }, null, 2),
  );
  const chosen = port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [
      "out/server-main.js",
      ...[
        "--host",
        "127.0.0.1",
        "--port",
        String(chosen),
        "--without-connection-token",
        "--accept-server-license-terms",
      ],
      ...["--server-data-dir", dataFolder, "--extensions-dir", extensionsFolder, "--telemetry-level", "off"],
      ...flags,
    ],
    { cwd: folder, env: serverEnvironment(), stdio: ["ignore", "pipe", "pipe"] },
  );
  process.once("exit", () => child.kill());
  const log = await started(child);
  return { address: `http://localhost:${chosen}`, port: chosen, stop: () => stopped(child, log) };
}

/**
 * @param {object} options
 * @param {import("./versions.mjs").Version} options.version
 * @param {string} options.dataFolder
 * @param {string} options.extensionsFolder
 * @param {string} options.vsix
 * @returns {Promise<void>}
 */
export async function installExtension({ version, dataFolder, extensionsFolder, vsix }) {
  const folder = await installServer(version);
  await mkdir(extensionsFolder, { recursive: true });
  const command = ["out/server-main.js", "--accept-server-license-terms", "--server-data-dir", dataFolder];
  const child = spawn(
    process.execPath,
    [...command, "--extensions-dir", extensionsFolder, "--install-extension", vsix, "--force"],
    { cwd: folder, env: serverEnvironment(), stdio: ["ignore", "pipe", "pipe"] },
  );
  let log = "";
  child.stdout.on("data", (data) => (log += data));
  child.stderr.on("data", (data) => (log += data));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0 || !/successfully installed/.test(log))
    throw new Error(`The extension could not be installed:\n${log}`);
}

/** Without the traces of an editor we may run in, or of its debugger. */
function serverEnvironment() {
  const { NODE_OPTIONS, ELECTRON_RUN_AS_NODE, ...rest } = process.env;
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith("VSCODE_")));
}

/**
 * @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, import("node:stream").Readable>} child
 * @returns {Promise<() => string>} what it logs
 */
function started(child) {
  let log = "";
  return new Promise((resolve, reject) => {
    const listen = (/** @type {Buffer} */ data) => {
      log += data;
      if (/Extension host agent listening on/.test(log)) resolve(() => log);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`The editor's server left with ${code}:\n${log}`)));
    setTimeout(
      () => reject(new Error(`The editor's server did not start in a minute:\n${log}`)),
      60_000,
    ).unref();
  });
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {() => string} log
 * @returns {Promise<void>}
 */
function stopped(child, log) {
  if (process.env.WLCG_NOTES_VERBOSE) console.log(log());
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    const impatient = setTimeout(() => child.kill("SIGKILL"), 5000);
    child.on("exit", () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
