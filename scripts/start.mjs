// Opens the sample meeting in an editor with the extension: the desktop editor if it is installed, else one
// in the browser.
import { spawn, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { remoteUri, workbenchAddress } from "../test/vscode/harness/address.mjs";
import { findDesktop } from "../test/vscode/harness/desktop.mjs";
import { installExtension, startServer } from "../test/vscode/harness/server.mjs";
import { quietSettings } from "../test/vscode/harness/settings.mjs";
import { newest } from "../test/vscode/harness/versions.mjs";
import { root, vsix } from "./paths.mjs";

const base = `${root}/out/start`;
const sample = `${root}/sample`;
const meeting = `${sample}/2019-12-10-kubernetes-pre-gdb.contributions.yaml`;
const places = { dataFolder: `${base}/data`, extensionsFolder: `${base}/extensions` };

const desktop = findDesktop();
if (desktop) await openDesktop(desktop);
else await serve();

/** @param {string} command */
async function openDesktop(command) {
  const options = [`--extensions-dir=${places.extensionsFolder}`, `--user-data-dir=${places.dataFolder}`];
  await mkdir(`${places.dataFolder}/User`, { recursive: true });
  await writeFile(`${places.dataFolder}/User/settings.json`, JSON.stringify(quietSettings, null, 2));
  const shell = process.platform === "win32";
  spawnSync(command, [...options, "--install-extension", vsix, "--force"], { stdio: "ignore", shell });
  spawn(command, [...options, "--disable-workspace-trust", sample, meeting], {
    stdio: "ignore",
    detached: true,
    shell,
  }).unref();
  console.log(`Opened the sample meeting in VS Code (${command}).`);
}

async function serve() {
  console.log(
    "No desktop VS Code found (set VSCODE_EXECUTABLE to use one); serving VS Code for the browser.",
  );
  await installExtension({ version: newest, vsix, ...places });
  const wanted = Number(process.env.PORT);
  const editor = await startServer({
    version: newest,
    ...places,
    ...(wanted > 0 && { port: wanted }),
    flags: ["--disable-workspace-trust"],
  });
  const address = workbenchAddress(editor, sample, [["openFile", remoteUri(editor, meeting)]]);
  console.log(
    `\nVS Code ${newest.vscode} with WLCG k8s Notes, on the sample meeting:\n\n  ${address}\n\nPress Ctrl+C to stop it.`,
  );
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void editor.stop());
}
