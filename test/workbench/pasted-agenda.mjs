// An agenda as it comes in a mail becomes meeting notes by taking the first fix of each finding.
import { doesNotMatch, equal, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { root } from "../../scripts/paths.mjs";
import { command } from "./keys.mjs";

/** @typedef {import("./suite.mjs").Desk} Desk */

/** @type {readonly (readonly [string, (desk: Desk) => Promise<void>])[]} */
export const pastedAgendaSteps = [
  ["pastes the agenda of a mail into an empty file, as it is", pastes],
  ["takes the first fix of each finding until there is none", fixes],
  ["has the notes that the sender meant", reads],
];

/** Fixes that the agenda needs, with some to spare. */
const mostFixes = 40;

/** @param {string} name of a file beside this one */
const beside = (name) => readFile(`${root}/test/workbench/pasted-agenda.${name}`, "utf8");

/** @param {Desk} desk */
async function pastes({ page, folder, shot }) {
  const agenda = await beside("txt");
  await page.setViewportSize({ width: 800, height: 720 }); // the agenda needs room to be seen whole
  await page.evaluate((text) => navigator.clipboard.writeText(text), agenda);
  await page.keyboard.press("Control+v");
  await page.locator(".view-line", { hasText: "OpenShift: 3" }).waitFor();
  await page.keyboard.press("Control+s");
  await page.locator(".squiggly-error").nth(3).waitFor();
  await page.keyboard.press("Control+Home");
  equal(await page.locator(".colorpicker-color-decoration").count(), 0);
  await shot("pasted-agenda-00");
  equal(await readFile(`${folder}/meeting.contributions.yaml`, "utf8"), agenda);
}

/** @param {Desk} desk */
async function fixes({ page, shot }) {
  let taken = 0;
  for (let rounds = 0; rounds < mostFixes && (await hasProblems(page)); rounds++) {
    const title = await openFirstFix(page);
    if (title === undefined) continue;
    doesNotMatch(title, /^Disable/);
    await shot(`pasted-agenda-${String(++taken).padStart(2, "0")}`);
    await page.keyboard.press("Enter");
    await page.locator(".action-widget").first().waitFor({ state: "hidden" });
    await page.waitForTimeout(300); // the findings follow the text
  }
  equal(await hasProblems(page), false);
  ok(taken >= 20, `${taken} fixes`);
}

/** @param {Desk} desk */
async function reads({ page, folder, shot }) {
  await page.keyboard.press("Escape");
  await page.locator(".marker-widget").waitFor({ state: "detached" });
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+s");
  await page.locator(".tab.active:not(.dirty)").first().waitFor();
  const text = await readFile(`${folder}/meeting.contributions.yaml`, "utf8");
  equal(text, await beside("expected.txt"));
  equal(parse(text).contributions.length, 3);
  await command(page, "Open Notes to the Side");
  const notes = page.frameLocator("iframe.webview").frameLocator("iframe");
  await notes.locator("h1", { hasText: "Kubernetes pre-GDB: status and plans" }).waitFor();
  equal(await notes.locator("main", { hasText: /Warning|Note:/ }).count(), 0);
  await shot("pasted-agenda-notes");
}

/** @param {import("playwright-core").Page} page */
async function hasProblems(page) {
  const label = await page.locator("#status\\.problems a").getAttribute("aria-label");
  return label !== "No Problems";
}

/**
 * Goes to the next finding and opens its fixes.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string | undefined>} the title of the first; nothing where the finding has just gone
 */
async function openFirstFix(page) {
  await page.keyboard.press("F8");
  await page.locator(".marker-widget").waitFor();
  await page.keyboard.press("Control+.");
  const first = page.locator(".action-widget .monaco-list-row.action").first();
  const isOpen = await first.waitFor({ timeout: 3000 }).then(
    () => true,
    () => false,
  );
  if (isOpen) return (await first.textContent()) ?? "";
  await page.keyboard.press("Escape");
  return undefined;
}
