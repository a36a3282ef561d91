// Runs the suites of test/workbench: a person's steps in the workbench, with a screenshot each.
import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { root } from "../../scripts/paths.mjs";
import { openWorkbench } from "../vscode/harness/workbench.mjs";
import { agendaSteps } from "./agenda.mjs";
import { gestureSteps } from "./gestures.mjs";
import { pastedAgendaSteps } from "./pasted-agenda.mjs";
import { previewSteps } from "./preview.mjs";
import { restrictedSteps } from "./restricted.mjs";
import { steps } from "./suite.mjs";

const { values } = parseArgs({ options: { screenshots: { type: "string" }, only: { type: "string" } } });
const images = `${root}/${values.screenshots ?? "out/screenshots"}`;
await mkdir(images, { recursive: true });

/** @typedef {readonly (readonly [string, (desk: import("./suite.mjs").Desk) => Promise<void>])[]} Steps */

let failed = 0;

/**
 * @param {string} workspace a folder of test/workbench
 * @param {boolean} isTrusted
 * @param {Steps} all
 */
async function run(workspace, isTrusted, all) {
  const { page, folder, close } = await openWorkbench({
    workspace: `${root}/test/workbench/${workspace}`,
    file: "meeting.contributions.yaml",
    isTrusted,
  });
  page.setDefaultTimeout(20_000);
  await page.locator(".monaco-editor .view-line").first().waitFor();
  await page.keyboard.press("Control+b");
  const shot = async (/** @type {string} */ name) =>
    void (await page.screenshot({ path: `${images}/${name}.png` }));
  for (const [name, step] of all) {
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
}

const suites = /** @type {const} */ ([
  ["pre-gdb", true, steps],
  ["gestures", true, gestureSteps],
  ["pasted-agenda", true, pastedAgendaSteps],
  ["preview", true, previewSteps],
  ["agenda", true, agendaSteps],
  ["untrusted", false, restrictedSteps],
]);
// the pictures of the documentation show a folder that is trusted, and the first suite
const only = values.screenshots ? "pre-gdb" : values.only;
const chosen = suites.filter(([workspace]) => only === undefined || only === workspace);
for (const [workspace, isTrusted, all] of chosen) await run(workspace, isTrusted, all);
const count = chosen.reduce((sum, [, , all]) => sum + all.length, 0);
console.log(`${count - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
