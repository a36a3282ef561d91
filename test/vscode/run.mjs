// Runs the suite of test/vscode in a real VS Code, the extension installed from its VSIX. `--kills N` runs only the test
// that kills the server, N times, in the newest VS Code.
import { spawnSync } from "node:child_process";
import { cp, mkdir, rm } from "node:fs/promises";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { root, vsix } from "../../scripts/paths.mjs";
import { downloadDesktop, findDesktop, programOf, versionOfDesktop } from "./harness/desktop.mjs";
import { installExtension } from "./harness/server.mjs";
import { newest, oldest } from "./harness/versions.mjs";

const standIn = fileURLToPath(new URL("harness/serverEditor.mjs", import.meta.url));
const out = `${root}/out/vscode`;

const { values } = parseArgs({ options: { kills: { type: "string" } } });
// the stand-in and the suite read it
if (values.kills) process.env.WLCG_NOTES_KILLS = values.kills;

await bundleSuite();
const results = [];
const versions = values.kills ? [newest] : [oldest, newest];
for (const version of versions) results.push({ version, passed: await passes(version) });
for (const { version, passed } of results)
  console.log(`VS Code ${version.vscode}: ${passed ? "passed" : "failed"}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

/**
 * @param {import("./harness/versions.mjs").Version} version
 * @returns {Promise<boolean>}
 */
async function passes(version) {
  const folder = `${out}/${version.vscode}`;
  const extensionsFolder = `${folder}/extensions`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(`${root}/test/vscode/workspace`, `${folder}/workspace`, { recursive: true });
  const desktop = await desktopOf(version.vscode);
  console.log(
    `\nVS Code ${version.vscode}, ${desktop ? "the desktop" : "its server from npm, with Chromium"}`,
  );
  if (desktop) installOnDesktop(desktop, extensionsFolder, `${folder}/data`);
  else await installExtension({ version, dataFolder: `${folder}/data`, extensionsFolder, vsix });
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? standIn,
      extensionDevelopmentPath: `${root}/test/vscode/extension`,
      extensionTestsPath: `${root}/out/test/vscode/index.js`,
      extensionTestsEnv: { WLCG_NOTES_VSCODE: version.vscode, PATH: pathWithThisNode() },
      launchArgs: [
        `${folder}/workspace`,
        `--extensions-dir=${extensionsFolder}`,
        `--user-data-dir=${folder}/data`,
      ],
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** The stand-in is a script that takes the first Node it finds: this one. */
function pathWithThisNode() {
  return [dirname(process.execPath), process.env.PATH ?? ""].join(delimiter);
}

/** @param {string} version */
async function desktopOf(version) {
  const found = findDesktop();
  const program = found && programOf(found);
  if (program && (process.env.VSCODE_EXECUTABLE || versionOfDesktop(found) === version)) return program;
  return downloadDesktop(version);
}

/**
 * @param {string} program
 * @param {string} extensionsFolder
 * @param {string} dataFolder
 */
function installOnDesktop(program, extensionsFolder, dataFolder) {
  const [command = program, ...args] = resolveCliArgsFromVSCodeExecutablePath(program, {
    reuseMachineInstall: true,
  });
  const options = [
    `--extensions-dir=${extensionsFolder}`,
    `--user-data-dir=${dataFolder}`,
    "--install-extension",
    vsix,
    "--force",
  ];
  const { status, stderr } = spawnSync(command, [...args, ...options], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`The extension could not be installed:\n${stderr}`);
}

async function bundleSuite() {
  await build({
    entryPoints: [
      `${root}/test/vscode/index.ts`,
      `${root}/test/vscode/suite.ts`,
      `${root}/test/vscode/faults.ts`,
      `${root}/test/vscode/agenda.ts`,
    ],
    outdir: `${root}/out/test/vscode`,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    sourcemap: "inline",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
}
