// A Chromium that opens the editor on machines without a desktop VS Code.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns {Promise<import("playwright-core").Browser>} */
export function openChromium() {
  const given = process.env.CHROMIUM_EXECUTABLE;
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const executablePath = [...(given ? [given] : []), ...onPath].find((file) => existsSync(file));
  if (!executablePath) {
    throw new Error(
      "There is no Chromium here. Install one (Debian: apt-get install chromium) or name it in CHROMIUM_EXECUTABLE.",
    );
  }
  return chromium.launch({ executablePath, args: flags });
}
