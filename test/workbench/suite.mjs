// What a person does: types a contribution, picks a theme, takes a suggestion, reads a card.
import { doesNotMatch, match } from "node:assert/strict";

/**
 * @typedef {object} Desk
 * @property {import("playwright-core").Page} page
 * @property {(name: string) => Promise<void>} shot keeps a screenshot
 */

/** @type {readonly (readonly [string, (desk: Desk) => Promise<void>])[]} */
export const steps = [
  ["opens the meeting with its untagged item underlined", opens],
  ["types a contribution and picks a theme from the list with the keyboard", types],
  ["tags an untagged item with the first suggestion of Ctrl+.", tags],
  ["reads what a theme is about", hovers],
];

/** @param {Desk} desk */
async function opens({ page, shot }) {
  await page.locator(".monaco-editor .view-line", { hasText: "CVMFS" }).waitFor();
  await page.locator(".squiggly-warning").first().waitFor();
  match((await page.locator("#status\\.problems").textContent()) ?? "", /1/);
  await shot("findings");
}

/** @param {Desk} desk */
async function types({ page, shot }) {
  await goTo(page, 13);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("  - title: Storage for analysis facilities", { delay: 15 });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await page.keyboard.type("themes: [sto", { delay: 40 });
  const first = page.locator(".suggest-widget.visible .monaco-list-row.focused");
  await first.filter({ hasText: "storage-integration" }).waitFor();
  await shot("completion");
  await page.keyboard.press("Enter");
  await line(page, "    themes: [storage-integration]");
}

/** @param {Desk} desk */
async function tags({ page, shot }) {
  await goTo(page, 9, 12);
  await page.keyboard.press("Control+.");
  const menu = page.locator(".action-widget");
  const first = menu.locator(".monaco-list-row.action").first();
  await first.filter({ hasText: "Tag with" }).waitFor();
  await shot("quick-fix");
  await page.keyboard.press("Enter");
  await line(page, "    themes: [image-distribution", true);
  await page.locator(".squiggly-warning").waitFor({ state: "detached" });
}

/** @param {Desk} desk */
async function hovers({ page, shot }) {
  await page
    .locator(".view-line span", { hasText: /^security$/ })
    .first()
    .hover();
  const card = page.locator(".monaco-hover:not(.hidden) .hover-contents").first();
  await card.filter({ hasText: "Security" }).waitFor();
  doesNotMatch((await card.textContent()) ?? "", /Image distribution/);
  await shot("hover");
}

/**
 * @param {import("playwright-core").Page} page
 * @param {number} lineNumber 1-based
 * @param {number} column 1-based
 */
async function goTo(page, lineNumber, column = 1) {
  await page.keyboard.press("Control+g");
  await page.locator(".quick-input-widget input").waitFor();
  await page.keyboard.type(`${lineNumber}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} text of a line
 * @param {boolean} start whether the line may go on
 */
async function line(page, text, start = false) {
  const pattern = new RegExp(`^${text.replace(/[[\]]/g, "\\$&").replace(/ /g, "\\s")}${start ? "" : "$"}`);
  await page.locator(".view-line").filter({ hasText: pattern }).first().waitFor();
}
