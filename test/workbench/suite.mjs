// The steps of a user: types a contribution, picks a theme, takes a suggestion, reads a hover.
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { block, command, goTo, line, listed, offered, quickFixes, settled, undoTo } from "./keys.mjs";

/**
 * @typedef {object} Desk
 * @property {import("playwright-core").Page} page
 * @property {string} folder that is open
 * @property {(name: string) => Promise<void>} shot keeps a screenshot
 */

/** @type {readonly (readonly [string, (desk: Desk) => Promise<void>])[]} */
export const steps = [
  ["opens the meeting with its untagged item underlined", opens],
  ["types a contribution and picks a theme from the list with the keyboard", types],
  ["ends a finished line with Enter, whatever the list proposes", ends],
  ["tags an untagged item with the first suggestion of Ctrl+.", tags],
  ["sees the finding of a new dash once the cursor leaves it, however long it stays", rests],
  ["reads what a theme is about", hovers],
  ["tags all items at once, and sees them before they are tagged", tagsAll],
  ["sees why the notes cannot be written, and finds the file unchanged", exports],
  ["reads the notes beside the file while typing", readsNotes],
];

/** @param {Desk} desk */
async function opens({ page }) {
  await page.locator(".monaco-editor .view-line", { hasText: "CVMFS" }).waitFor();
  await page.locator(".squiggly-warning").first().waitFor();
  match((await page.locator("#status\\.problems").textContent()) ?? "", /1/);
}

/** @param {Desk} desk */
async function types({ page, shot }) {
  await goTo(page, 8);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("- title: Storage for analysis facilities", { delay: 15 });
  await page.keyboard.press("Enter");
  await page.keyboard.type("the", { delay: 40 });
  await offered(page, "themes");
  await page.keyboard.press("Enter");
  await offered(page, "-");
  await page.keyboard.type("storage-", { delay: 40 });
  await offered(page, "storage-integration");
  await shot("completion");
  await page.keyboard.press("Enter");
  await line(page, "  - title: Storage for analysis facilities");
  await line(page, "    themes: [storage-integration]");
}

/** @param {Desk} desk */
async function ends({ page }) {
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("speakers: [A. Forti", { delay: 40 });
  await offered(page, "A. Forti");
  await page.keyboard.press("Enter");
  await line(page, "    speakers: [A. Forti]");
  await page.keyboard.type("community: ATLAS", { delay: 40 });
  await offered(page, "ATLAS");
  await page.keyboard.press("Enter");
  for (const text of ["notes: |", "The question is open"]) {
    await page.keyboard.type(text, { delay: 40 });
    await listed(page);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.type("- asked again", { delay: 40 });
  await block(page, [
    "    speakers: [A. Forti]",
    "    community: ATLAS",
    "    notes: |",
    "      The question is open",
    "      - asked again",
  ]);
}

/** @param {Desk} desk */
async function tags({ page, shot }) {
  await goTo(page, 16, 12);
  await page.locator(".monaco-editor .lightBulbWidget").waitFor();
  await quickFixes(page, "Tag with");
  await shot("quick-fix");
  await page.keyboard.press("Enter");
  await line(page, "    themes: [image-distribution", true);
  await page.locator(".squiggly-warning").waitFor({ state: "detached" });
}

/** @param {Desk} desk */
async function rests({ page }) {
  const mark = page.locator(".squiggly-error");
  await goTo(page, 8);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("- ", { delay: 40 });
  await page.waitForTimeout(3000);
  equal(await mark.count(), 0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowUp");
  await mark.waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+Shift+k");
  await mark.waitFor({ state: "detached" });
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
  await settled(card);
  await shot("hover");
}

/** @param {Desk} desk */
async function tagsAll({ page, shot }) {
  await goTo(page, 8);
  await page.keyboard.press("End");
  for (const title of [
    "Tokens in place of X.509 certificates",
    "Bare metal clusters with Metal3",
    "Coffee",
  ]) {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Backspace");
    await page.keyboard.type(`- title: ${title}`, { delay: 15 });
    await line(page, `  - title: ${title}`);
  }
  await page.locator(".squiggly-warning").nth(1).waitFor();
  await page.keyboard.press("ArrowUp");
  await page.locator(".squiggly-warning").nth(2).waitFor();
  await page.keyboard.press("F1");
  await page.keyboard.type("Tag All Untagged Items");
  await page.keyboard.press("Enter");
  const proposed = page.locator(".quick-input-list .monaco-list-row", { hasText: "security/aai" });
  await proposed.waitFor();
  await page.mouse.move(0, 0);
  await shot("tag-all");
  await page.keyboard.press("Enter");
  await proposed.waitFor({ state: "hidden" });
  await line(page, "    themes: [security/aai]");
  await line(page, "    themes: [deployment-operations/bare-metal]");
}

/** @param {Desk} desk */
async function exports({ page, folder }) {
  const before = "the notes of last week";
  await writeFile(`${folder}/meeting.md`, before, { mode: 0o444 });
  await command(page, "Export Notes…");
  const input = page.locator(".quick-input-widget");
  for (const choice of ["Markdown", "Theme"]) {
    await input.locator(".monaco-list-row.focused", { hasText: choice }).waitFor();
    await page.keyboard.press("Enter");
  }
  await input.locator(".monaco-list-row", { hasText: "meeting.md" }).waitFor();
  await page.keyboard.press("Enter");
  await input.filter({ hasText: "already exists" }).waitFor();
  await page.keyboard.press("Enter");
  const notification = page.locator(".notifications-toasts .notification-list-item");
  await notification
    .filter({ hasText: "The notes could not be written to meeting.md: the file is read-only." })
    .waitFor();
  equal(await readFile(`${folder}/meeting.md`, "utf8"), before);
  deepEqual((await readdir(folder)).sort(), ["meeting.contributions.yaml", "meeting.md"]);
  await command(page, "Notifications: Clear All Notifications");
  await notification.waitFor({ state: "detached" });
}

/** @param {Desk} desk */
async function readsNotes({ page, shot }) {
  await page.keyboard.press("F1");
  await page.keyboard.type("Open Notes to the Side");
  await page.keyboard.press("Enter");
  const notes = page.frameLocator("iframe.webview").frameLocator("iframe");
  await notes.locator("h1", { hasText: "Kubernetes pre-GDB" }).waitFor();
  await notes.locator("h2", { hasText: "Security" }).waitFor();
  await goTo(page, 6);
  await page.keyboard.press("End");
  await page.keyboard.type(" & <script>document.title = 1</script>", { delay: 15 });
  const heading = notes.locator("h3", { hasText: "k8s introduction & <script>" });
  await heading.and(notes.locator("[aria-current]")).waitFor();
  if ((await notes.locator("main script").count()) !== 0) throw new Error("A script came through.");
  await undoTo(page, "  - title: k8s introduction");
  await notes.locator("button", { hasText: "By agenda" }).click();
  await notes.locator("button[aria-pressed=true]", { hasText: "By agenda" }).waitFor();
  await notes.locator("button", { hasText: "By theme" }).click();
  await notes.locator("h2", { hasText: "Security" }).waitFor();
  await notes.locator("h3", { hasText: "Identity and tokens" }).click();
  await notes.locator("h3[aria-current]", { hasText: "Identity and tokens" }).waitFor();
  await page.mouse.move(0, 0);
  await shot("preview");
  await page.setViewportSize({ width: 1400, height: 840 }); // the picture needs room to be seen whole
  await notes
    .locator("table.heatMap")
    .last()
    .evaluate((node) => node.scrollIntoView());
  await shot("coverage");
}
