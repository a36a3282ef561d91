// Finds a desktop VS Code, or downloads one where that can be done.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { root } from "../../../scripts/paths.mjs";

/** Milliseconds the download server has to answer in. */
const timeout = 4000;

/** @returns {string | undefined} the program or script that opens a desktop VS Code on this machine */
export function findDesktop() {
  const given = process.env.VSCODE_EXECUTABLE;
  if (given) return given;
  const found = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) =>
      (process.platform === "win32" ? ["Code.exe", "code.cmd"] : ["code"]).map((name) => join(folder, name)),
    )
    .find((file) => existsSync(file));
  return found && hasDisplay() ? found : undefined;
}

/**
 * @param {string} version for example `1.100.3`
 * @returns {Promise<string | undefined>} the program of a downloaded desktop VS Code; nothing on CI or offline, where the server from npm serves
 */
export async function downloadDesktop(version) {
  if (process.env.CI || process.env.WLCG_NOTES_OFFLINE || !hasDisplay() || !(await canDownload()))
    return undefined;
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: `${root}/.vscode-test`, timeout: 60_000 });
  } catch (error) {
    console.log(
      `VS Code ${version} could not be downloaded: ${error instanceof Error ? error.message : error}`,
    );
    return undefined;
  }
}

/**
 * The program that a `code` script starts: `runTests` needs the program, not the script that leaves at once.
 * @param {string} command
 */
export function programOf(command) {
  const script = realpathSync(command);
  const candidates = [
    join(dirname(script), "..", "code"),
    join(dirname(script), "..", "Code.exe"),
    join(dirname(script), "../../../MacOS/Electron"),
  ];
  return candidates.find((file) => file !== script && existsSync(file)) ?? script;
}

/**
 * @param {string} program
 * @returns {string | undefined} for example `1.139.1`
 */
export function versionOfDesktop(program) {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return /^\d+\.\d+\.\d+/.exec(stdout ?? "")?.[0];
}

function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function canDownload() {
  try {
    const answer = await fetch("https://update.code.visualstudio.com/api/releases/stable", {
      signal: AbortSignal.timeout(timeout),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
