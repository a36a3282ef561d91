// Opens the workbench in Chromium, the extension installed from its VSIX.
import { cp, mkdir, rm } from "node:fs/promises";
import { root, vsix } from "../../../scripts/paths.mjs";
import { remoteUri, workbenchAddress } from "./address.mjs";
import { openChromium } from "./chromium.mjs";
import { installExtension, startServer } from "./server.mjs";
import { newest } from "./versions.mjs";

/** Leaves the window to the text, for the screenshots. */
const plainSettings = {
  "files.autoSave": "off",
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "workbench.layoutControl.enabled": false,
  "breadcrumbs.enabled": false,
  "workbench.activityBar.location": "hidden",
};

/** VS Code asks for trust when its page is opened, and not before. */
const restricted = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "never",
};

/**
 * @param {object} options
 * @param {string} options.workspace a folder to open a copy of
 * @param {string} options.file to show, relative to it
 * @param {readonly string[]} [options.beside] VSIX files of other extensions
 * @param {boolean} [options.isTrusted] false for Restricted Mode
 * @returns {Promise<{ page: import("playwright-core").Page; folder: string; close: () => Promise<void> }>}
 */
export async function openWorkbench({ workspace, file, beside = [], isTrusted = true }) {
  const base = `${root}/out/workbench`;
  const folder = `${base}/${workspace.replace(/^.*[\\/]/, "")}`;
  const places = { dataFolder: `${base}/data`, extensionsFolder: `${base}/extensions` };
  await rm(base, { recursive: true, force: true });
  await mkdir(base, { recursive: true });
  await cp(workspace, folder, { recursive: true });
  for (const extension of [vsix, ...beside])
    await installExtension({ version: newest, vsix: extension, ...places });
  const editor = await startServer({
    version: newest,
    ...places,
    flags: isTrusted ? ["--disable-workspace-trust"] : [],
    settings: isTrusted ? plainSettings : { ...plainSettings, ...restricted },
  });
  const browser = await openChromium();
  const page = await browser.newPage({
    viewport: { width: 800, height: 480 },
    deviceScaleFactor: 2,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.goto(workbenchAddress(editor, folder, [["openFile", remoteUri(editor, `${folder}/${file}`)]]));
  const close = async () => {
    await browser.close();
    await editor.stop();
  };
  return { page, folder, close };
}
