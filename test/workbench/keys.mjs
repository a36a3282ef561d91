// What the steps do with the keyboard, and what they wait for.
import { match } from "node:assert/strict";

/**
 * @param {import("playwright-core").Page} page
 * @param {string} title of a command
 */
export async function command(page, title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input.input");
  await input.waitFor();
  await input.pressSequentially(title);
  await page.locator(".quick-input-widget .monaco-list-row.focused", { hasText: title }).waitFor();
  await input.press("Enter");
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} text of the line to go back to
 */
export async function undoTo(page, text) {
  const is = () =>
    page.locator(".view-line").filter({ hasText: new RegExp(`^${text.replace(/ /g, "\\s")}$`) });
  for (let tries = 0; tries < 60 && (await is().count()) === 0; tries++)
    await page.keyboard.press("Control+z");
  await is().first().waitFor();
}

/**
 * Opens the quick fixes at the cursor; once more where the editor closed them, since it had news meanwhile.
 * @param {import("playwright-core").Page} page
 * @param {string} title of the first
 */
export async function quickFixes(page, title, tries = 4) {
  await page.keyboard.press("Control+.");
  const first = page.locator(".action-widget .monaco-list-row.action").first();
  try {
    await first.filter({ hasText: title }).waitFor({ timeout: 5000 });
  } catch (error) {
    if (tries === 1) throw error;
    await page.keyboard.press("Escape");
    await quickFixes(page, title, tries - 1);
  }
}

/**
 * Waits until nothing around the element fades any more.
 * @param {import("playwright-core").Locator} element
 */
export async function settled(element) {
  await element.evaluate(async (node) => {
    for (let at = /** @type {Element | null} */ (node); at; at = at.parentElement)
      await Promise.all(at.getAnimations().map(({ finished }) => finished));
  });
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} name of what the list proposes first
 */
export async function offered(page, name) {
  const row = page.locator(".suggest-widget.visible .monaco-list-row.focused");
  await row.filter({ hasText: name }).waitFor();
}

/**
 * Gives the list the time it takes to come up, where there is something to propose.
 * @param {import("playwright-core").Page} page
 */
export async function listed(page) {
  const list = page.locator(".suggest-widget.visible .monaco-list-row").first();
  await list.waitFor({ timeout: 1000 }).catch(() => undefined);
}

/**
 * @param {import("playwright-core").Page} page
 * @param {readonly string[]} texts of consecutive lines
 */
export async function block(page, texts) {
  const shown = () =>
    page.locator(".view-line").evaluateAll((rows) => {
      const top = (/** @type {Element} */ row) => row.getBoundingClientRect().top;
      const inOrder = rows.sort((a, b) => top(a) - top(b));
      return inOrder.map(({ textContent }) => textContent?.replaceAll("\u00a0", " ")).join("\n");
    });
  const end = Date.now() + 5000;
  while (!(await shown()).includes(texts.join("\n")) && Date.now() < end) await page.waitForTimeout(50);
  match(await shown(), new RegExp(texts.map(escaped).join("\n")));
}

/** @param {string} text to be found as it is */
function escaped(text) {
  return text.replace(/[[\]|.*+?(){}^$\\]/g, "\\$&");
}

/**
 * @param {import("playwright-core").Page} page
 * @param {number} lineNumber 1-based
 * @param {number} column 1-based
 */
export async function goTo(page, lineNumber, column = 1) {
  await page.keyboard.press("Control+g");
  const input = page.locator(".quick-input-widget input.input");
  await input.waitFor();
  await input.pressSequentially(`${lineNumber}:${column}`);
  await input.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} text of a line
 * @param {boolean} start whether the line may continue
 */
export async function line(page, text, start = false) {
  const pattern = new RegExp(`^${text.replace(/[[\]]/g, "\\$&").replace(/ /g, "\\s")}${start ? "" : "$"}`);
  await page.locator(".view-line").filter({ hasText: pattern }).first().waitFor();
}
