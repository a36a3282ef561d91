// Renders images/icon.svg to the PNG for the marketplace and the extensions view.
import { readFile } from "node:fs/promises";
import { openChromium } from "../test/vscode/harness/chromium.mjs";
import { root } from "./paths.mjs";

const browser = await openChromium();
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(
  `<style>body { margin: 0 } svg { display: block }</style>${await readFile(`${root}/images/icon.svg`, "utf8")}`,
);
await page.screenshot({ path: `${root}/images/icon.png`, omitBackground: true });
await browser.close();
