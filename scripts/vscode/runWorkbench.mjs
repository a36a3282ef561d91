// Runs the suite of test/workbench: a person's steps in the workbench, with a screenshot each.
import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { steps } from "../../test/workbench/suite.mjs";
import { root } from "../paths.mjs";
import { openWorkbench } from "./workbench.mjs";

const { values } = parseArgs({ options: { screenshots: { type: "string", default: "out/screenshots" } } });
const images = `${root}/${values.screenshots}`;
await mkdir(images, { recursive: true });

const { page, folder, close } = await openWorkbench({
  workspace: `${root}/test/workbench/pre-gdb`,
  file: "meeting.contributions.yaml",
});
page.setDefaultTimeout(20_000);
await page.locator(".monaco-editor .view-line").first().waitFor();
await page.keyboard.press("Control+b");
const shot = async (/** @type {string} */ name) =>
  void (await page.screenshot({ path: `${images}/${name}.png` }));

let failed = 0;
for (const [name, step] of steps) {
  try {
    await step({ page, folder, shot });
    console.log(`  ✔ ${name}`);
  } catch (error) {
    failed++;
    console.log(`  ✘ ${name}\n${error instanceof Error ? error.stack : error}`);
    await page.screenshot({ path: `${root}/out/workbench-failed-${failed}.png` });
  }
}
await close();
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
