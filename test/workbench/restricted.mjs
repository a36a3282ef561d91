// An untrusted folder whose settings and catalogue try to act.
import { doesNotMatch, equal, match } from "node:assert/strict";
import { writeFile } from "node:fs/promises";

/** @typedef {import("./suite.mjs").Desk} Desk */

/** @type {readonly (readonly [string, (desk: Desk) => Promise<void>])[]} */
export const restrictedSteps = [
  ["reads in Restricted Mode no catalogue that the folder names, and shows no link of its settings", opens],
  ["reads the catalogue once the folder is trusted, as text without pictures", trusts],
  ["names no path of the folder's settings in a message, and no link", complains],
];

/** @param {Desk} desk */
async function opens({ page, shot }) {
  await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
  await page
    .locator(".notification-list-item-message", { hasText: "wlcgNotes.rules: unknown code" })
    .waitFor();
  equal(await page.locator(".notification-list-item-message a").count(), 0);
  const card = await cardOf(page, "Keeping clusters");
  doesNotMatch(card, /planted/i);
  await shot("restricted");
}

/** @param {Desk} desk */
async function trusts({ page, shot }) {
  await page.keyboard.press("F1");
  await page.keyboard.type("Workspaces: Manage Workspace Trust");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Manage Workspace Trust" }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".workspace-trust-editor .monaco-button", { hasText: /^Trust$/ }).click();
  await page
    .locator(".statusbar-item:visible", { hasText: "Restricted Mode" })
    .waitFor({ state: "detached" });
  // the page of trust lies over the editor
  await page.keyboard.press("Control+w");
  await page.locator(".workspace-trust-editor").waitFor({ state: "hidden" });
  const card = await cardOf(page, "Planted");
  doesNotMatch(card, /<img|href="(?!https:\/\/planted\.example\/page")|href="command/);
  match(card, /href="https:\/\/planted\.example\/page"/);
  await shot("trusted");
}

/** @param {Desk} desk */
async function complains({ page, folder }) {
  const settings = { "wlcgNotes.catalogue": "[Show me](command:workbench.action.quit)" };
  await writeFile(`${folder}/.vscode/settings.json`, JSON.stringify(settings));
  const message = page.locator(".notification-list-item-message", { hasText: "wlcgNotes.catalogue" });
  await message.first().waitFor();
  equal(await page.locator(".notification-list-item-message a").count(), 0);
  doesNotMatch((await message.first().textContent()) ?? "", /Show me/);
}

/**
 * The hover of the theme in the file, as HTML, once it contains `words`.
 * @param {import("playwright-core").Page} page
 * @param {string} words
 */
async function cardOf(page, words) {
  const theme = page.locator(".view-line span", { hasText: /^security$/ }).first();
  const card = page.locator(".monaco-hover:not(.hidden) .hover-contents").filter({ hasText: words }).first();
  for (let round = 0; round < 10 && !(await card.isVisible()); round++) {
    await page.mouse.move(0, 0);
    await theme.hover();
    await card.waitFor({ timeout: 2000 }).catch(() => undefined);
  }
  return card.innerHTML();
}
