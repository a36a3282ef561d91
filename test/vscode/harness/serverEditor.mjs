#!/usr/bin/env node
// Replaces the desktop program: takes its arguments, and answers with VS Code's server and Chromium.
import { rm } from "node:fs/promises";
import { format, parseArgs } from "node:util";
import { remoteUri, workbenchAddress } from "./address.mjs";
import { openChromium } from "./chromium.mjs";
import { startServer } from "./server.mjs";
import { versionOf } from "./versions.mjs";

const verbose = Boolean(process.env.WLCG_NOTES_VERBOSE);

/** Milliseconds the suite may take; the long run of kills takes its time. */
const suiteTimeout = 180_000 + Number(process.env.WLCG_NOTES_KILLS ?? 0) * 10_000;

/** What the editor logged beside the suite's lines; shown where the suite never began.
 * @type {string[]} */
const chatter = [];

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  strict: false,
  allowPositionals: true,
  options: {
    extensionTestsPath: { type: "string" },
    extensionDevelopmentPath: { type: "string" },
    "extensions-dir": { type: "string" },
    "user-data-dir": { type: "string" },
  },
});

process.exitCode = await runTests({
  testsPath: required("extensionTestsPath"),
  developmentPath: required("extensionDevelopmentPath"),
  extensionsFolder: required("extensions-dir"),
  dataFolder: required("user-data-dir"),
  folder: positionals[0] ?? process.cwd(),
});

/** @param {string} name */
function required(name) {
  const value = values[name];
  if (typeof value !== "string") throw new Error(`--${name}=… is missing.`);
  return value;
}

/**
 * @param {{ testsPath: string; developmentPath: string; extensionsFolder: string; dataFolder: string; folder: string }} options
 * @returns {Promise<number>} the exit code of the suite
 */
async function runTests({ testsPath, developmentPath, extensionsFolder, dataFolder, folder }) {
  await rm(dataFolder, { recursive: true, force: true });
  const editor = await startServer({
    version: versionOf(process.env.WLCG_NOTES_VSCODE),
    dataFolder,
    extensionsFolder,
    flags: ["--enable-smoke-test-driver", "--disable-workspace-trust"],
  });
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    /** @type {Promise<number>} */
    const ended = new Promise((resolve) => {
      page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => resolve(code));
      page.on("crash", () => resolve(1));
      setTimeout(() => resolve(timedOut()), suiteTimeout).unref();
    });
    await page.exposeFunction(
      "codeAutomationLog",
      (/** @type {string} */ _type, /** @type {unknown[]} */ args) => log(args),
    );
    if (process.env.WLCG_NOTES_VERBOSE) page.on("console", (message) => console.log(message.text()));
    await page.goto(
      workbenchAddress(editor, folder, [
        ["extensionDevelopmentPath", remoteUri(editor, developmentPath)],
        ["extensionTestsPath", remoteUri(editor, testsPath)],
      ]),
    );
    return await ended;
  } finally {
    await browser.close();
    await editor.stop();
  }
}

function timedOut() {
  console.error([...chatter, `The suite did not end in ${suiteTimeout / 60_000} minutes.`].join("\n"));
  return 1;
}

/**
 * Prints the suite's lines, which carry a margin; the rest only with `WLCG_NOTES_VERBOSE`.
 * @param {unknown[]} args as `console.log` takes them
 */
function log(args) {
  const text = format(...args);
  if (text.startsWith("│")) console.log(text.replaceAll("│", ""));
  else if (verbose) console.error(text);
  else chatter.push(text);
}
