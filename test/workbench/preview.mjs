// The preview by the conventions of VS Code, exports that are repeated, and new meetings of a series.
import { equal, match, ok } from "node:assert/strict";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { command, goTo } from "./keys.mjs";

/** @typedef {import("./suite.mjs").Desk} Desk */
/** @typedef {import("playwright-core").Page} Page */

/** @type {readonly (readonly [string, (desk: Desk) => Promise<void>])[]} */
export const previewSteps = [
  ["opens the notes to the side with Ctrl+K V, and once only", opensBeside],
  ["scrolls the notes with the editor", scrollsNotes],
  ["scrolls the editor with the notes", scrollsEditor],
  ["goes to the item's line with a double-click", doubleClicks],
  ["reads the heat map of 51 items in a side panel, and goes to an item from it", readsHeatMap],
  ["finds a text in the notes", finds],
  ["follows the active editor", follows],
  ["locks the notes to their file, and opens other notes in addition", locks],
  ["shows the source, and opens the notes in the same group with Ctrl+Shift+V", showsSource],
  ["restores a locked preview after a reload of the window", restores],
  ["exports again without a question, also while the notes have the focus", exportsAgain],
  ["exports on save where the setting says so", exportsOnSave],
  ["follows a change of the sections", followsSections],
  ["exports from a template, and again without a question", exportsTemplate],
  ["starts a new meeting with what the series keeps, and names its file after its title", startsMeeting],
];

/** @param {Page} page */
function notesIn(page, index = 0) {
  return page.frameLocator("iframe.webview").nth(index).frameLocator("iframe");
}

/**
 * Waits for the page of a meeting among all pages of notes.
 * @param {Page} page
 * @param {string} title of the meeting
 */
async function notesOf(page, title) {
  let found = -1;
  await within(async () => {
    const count = await page.locator("iframe.webview").count();
    for (let index = 0; index < count && found < 0; index++) {
      const heading = notesIn(page, index).locator("h1", { hasText: title });
      if (await heading.isVisible().catch(() => false)) found = index;
    }
    return found >= 0;
  }, `the notes of ${title}`);
  return notesIn(page, found);
}

/**
 * @param {Page} page
 * @param {string} title of the meeting
 */
async function focusNotes(page, title) {
  const heading = (await notesOf(page, title)).locator("h1", { hasText: title });
  const action = page.locator(".editor-actions .action-label[aria-label^='Show Source']").first();
  // an editor that was revealed shortly before takes the focus late
  await within(async () => {
    await heading.click();
    await action.waitFor({ timeout: 2000 }).catch(() => undefined);
    await page.waitForTimeout(300);
    return action.isVisible();
  }, "the notes to have the focus");
}

/** @param {Desk} desk */
async function opensBeside({ page }) {
  await page.setViewportSize({ width: 1100, height: 640 });
  await page.locator("#status\\.editor\\.mode", { hasText: "WLCG Contributions" }).waitFor();
  await page.locator(".view-line .mtk1, .view-line [class*=mtk]").nth(20).waitFor();
  await page.waitForTimeout(1000);
  await focusEditor(page);
  for (let times = 0; times < 2; times++) {
    await page.keyboard.press("Control+k");
    await page.keyboard.press("v");
    await notesIn(page).locator("h1", { hasText: "Long meeting" }).waitFor();
  }
  equal(await page.locator(".tab", { hasText: "Notes: Long meeting" }).count(), 1);
  await notesIn(page).locator("button", { hasText: "By agenda" }).click();
  await notesIn(page).locator("button[aria-pressed=true]", { hasText: "By agenda" }).waitFor();
  await page.keyboard.press("Control+1");
}

/** @param {Desk} desk */
async function scrollsNotes({ page, shot }) {
  await page.waitForTimeout(500); // a scroll that follows a change has another cause
  for (let pages = 0; pages < 8; pages++) await page.keyboard.press("Alt+PageDown");
  await within(async () => {
    const [line, talk] = [await firstVisibleLine(page), await talkAtTop(page)];
    return talk > 10 && Math.abs(talkOfLine(line) - talk) <= 1;
  }, "the notes to follow");
  await shot("preview-scrolled");
}

/** @param {Desk} desk */
async function scrollsEditor({ page }) {
  await notesIn(page).locator("h3").nth(20).hover();
  await page.waitForTimeout(500);
  await page.mouse.wheel(0, 1500);
  await within(async () => {
    const [line, talk] = [await firstVisibleLine(page), await talkAtTop(page)];
    return talk > 24 && Math.abs(talkOfLine(line) - talk) <= 1;
  }, "the editor to follow");
}

/** @param {Desk} desk */
async function doubleClicks({ page }) {
  await notesIn(page).locator("p", { hasText: "The first line of talk 40." }).dblclick();
  await page.locator("#status\\.editor\\.selection", { hasText: `Ln ${lineOfTalk(40)}, Col 1` }).waitFor();
  await notesIn(page).locator("h3[aria-current]", { hasText: "Talk 40" }).waitFor();
}

/** @param {Desk} desk */
async function readsHeatMap({ page, shot }) {
  const map = notesIn(page).locator("table.heatMap");
  await map.scrollIntoViewIfNeeded();
  await shot("preview-heat-map");
  const sizes = await map
    .locator("th, td, button")
    .evaluateAll((cells) => cells.map((cell) => Number.parseFloat(getComputedStyle(cell).fontSize)));
  const text = await notesIn(page)
    .locator("body")
    .evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
  ok(Math.min(...sizes) >= text, `${Math.min(...sizes)} of ${text} pixels`);
  const cell = map.locator("td button").first();
  const line = Number(await cell.getAttribute("data-line")) + 1;
  await cell.click();
  await page.locator("#status\\.editor\\.selection", { hasText: `Ln ${line}, ` }).waitFor();
}

/** @param {Desk} desk */
async function finds({ page }) {
  await focusNotes(page, "Long meeting");
  const find = page.locator(".simple-find-part.visible input");
  for (let tries = 5; tries > 0 && !(await find.isVisible()); tries--) {
    await page.keyboard.press("Control+f");
    await find.waitFor({ timeout: 2000 }).catch(() => undefined);
  }
  await find.fill("talk 33");
  await find.press("Enter");
  const selected = () =>
    notesIn(page)
      .locator("body")
      .evaluate(() => String(getSelection()));
  await within(async () => (await selected()) === "talk 33", "the text to be found");
  await page.keyboard.press("Escape");
}

/** @param {Desk} desk */
async function follows(desk) {
  await openFile(desk, "other");
  await notesIn(desk.page).locator("h1", { hasText: "Other meeting" }).waitFor();
  equal(await desk.page.locator(".tab", { hasText: "Notes: Other meeting" }).count(), 1);
  await openFile(desk, "meeting");
  await notesIn(desk.page).locator("h1", { hasText: "Long meeting" }).waitFor();
}

/** @param {Desk} desk */
async function locks(desk) {
  const { page, shot } = desk;
  await focusNotes(page, "Long meeting");
  const locked = page.locator(".tab", { hasText: "Notes (locked): Long meeting" });
  await page.locator(".editor-actions .action-label[aria-label^='Lock Notes']").click();
  await locked.waitFor();
  await page.locator(".editor-actions .action-label[aria-label^='Have Notes Follow']").waitFor();
  await shot("preview-locked");
  await openFile(desk, "other");
  await page.waitForTimeout(300);
  equal(await locked.count(), 1);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("v");
  await page.locator(".tab", { hasText: "Notes: Other meeting" }).waitFor();
  equal(await locked.count(), 1);
  await closeTab(page, "Notes: Other meeting");
  await page.keyboard.press("Control+1");
}

/** @param {Desk} desk */
async function showsSource(desk) {
  const { page } = desk;
  await openFile(desk, "other");
  await page.keyboard.press("Control+Shift+v");
  const tab = page.locator(".tab", { hasText: "Notes: Other meeting" });
  await tab.waitFor();
  equal(
    await page.locator(".editor-group-container").first().locator(".tab", { hasText: "Notes: " }).count(),
    1,
  );
  await focusNotes(page, "Other meeting");
  await command(page, "Refresh Notes");
  await command(page, "Show Source of Notes");
  await page.locator(".tab.active", { hasText: "other.contributions.yaml" }).waitFor();
  await closeTab(page, "Notes: Other meeting");
}

/** @param {Desk} desk */
async function restores(desk) {
  const { page } = desk;
  // an address that names a file to open restores no editors
  const address = new URL(page.url());
  address.searchParams.delete("payload");
  await page.waitForTimeout(1500); // the editors are stored a little later than they change
  await page.goto(String(address));
  await page.locator(".tab", { hasText: "Notes (locked): Long meeting" }).waitFor();
  await page.locator(".tab", { hasText: "Notes (locked): Long meeting" }).click();
  const notes = await notesOf(page, "Long meeting");
  await notes.locator("button[aria-pressed=true]", { hasText: "By agenda" }).waitFor();
  await openFile(desk, "other");
  await page.locator(".tab", { hasText: "Notes (locked): Long meeting" }).waitFor();
}

/** @param {Desk} desk */
async function exportsAgain(desk) {
  const { page, folder } = desk;
  await openFile(desk, "other");
  await command(page, "Export Notes…");
  const input = page.locator(".quick-input-widget");
  for (const choice of ["Markdown", "Theme"]) {
    await input.locator(".monaco-list-row.focused", { hasText: choice }).waitFor();
    for (let row = 0; choice === "Theme" && row < 1; row++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  }
  await input.locator("input.input").waitFor();
  await within(async () => /other\.md$/.test(await input.locator("input.input").inputValue()), "the name");
  await page.keyboard.press("Enter");
  const target = `${folder}/other.md`;
  await within(async () => /Only talk/.test(await read(target)), "the first export");
  await writeFile(target, "");
  await command(page, "Export Notes Again");
  await within(async () => /Only talk/.test(await read(target)), "the second export");
  await writeFile(target, "");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("v");
  await focusNotes(page, "Other meeting");
  await command(page, "Export Notes Again");
  await within(async () => /Only talk/.test(await read(target)), "the third export");
  await command(page, "Export Notes…");
  await input.locator(".monaco-list-row.focused", { hasText: "Markdown" }).waitFor();
  await page.keyboard.press("Enter");
  await input.locator(".monaco-list-row.focused", { hasText: "Agenda" }).waitFor();
  await page.keyboard.press("Escape");
}

/** @param {Desk} desk */
async function exportsOnSave(desk) {
  const { page, folder } = desk;
  const target = `${folder}/other.md`;
  await writeFile(target, "");
  await openFile(desk, "other");
  await goTo(page, 5, 100);
  await page.keyboard.type(" saved once");
  await page.keyboard.press("Control+s");
  await page.locator(".tab.active:not(.dirty)").first().waitFor();
  await page.waitForTimeout(500);
  equal(await read(target), "");
  await mkdir(`${folder}/.vscode`, { recursive: true });
  const settings = { "wlcgNotes.exportOnSave": true, "editor.lineNumbers": "off" };
  await writeFile(`${folder}/.vscode/settings.json`, JSON.stringify(settings));
  // the line numbers show when the editor has read the settings
  await page.locator(".monaco-editor .line-numbers").first().waitFor({ state: "detached" });
  await openFile(desk, "other");
  await goTo(page, 5, 100);
  await page.keyboard.type(" and again");
  await page.keyboard.press("Control+s");
  await page
    .locator("#status\\.extensionMessage", { hasText: "Notes written to other.md on save" })
    .waitFor();
  match(await read(target), /Only talk saved once and again/);
}

/** @param {Desk} desk */
async function followsSections(desk) {
  const { page, folder } = desk;
  await openFile(desk, "other");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("v");
  const notes = await notesOf(page, "Other meeting");
  const part = (/** @type {string} */ title) => notes.locator("h2", { hasText: title }).first();
  await part("Themes").waitFor();
  const path = `${folder}/.vscode/settings.json`;
  await writeFile(path, JSON.stringify({ "wlcgNotes.sections": ["head", "agenda"] }));
  await part("Themes").waitFor({ state: "detached" });
  await writeFile(path, JSON.stringify({ "wlcgNotes.sections": ["head", "themes"] }));
  await part("Themes").waitFor();
}

/** @param {Desk} desk */
async function exportsTemplate(desk) {
  const { page, folder } = desk;
  const template = `${folder}/page.html.mustache`;
  await writeFile(template, "<h1>{{meeting.title}}</h1>\n{{#items}}{{> item}}{{/items}}");
  await writeFile(`${folder}/item.html.mustache`, "<p>{{title}}</p>\n");
  await openFile(desk, "other");
  await command(page, "Export Notes…");
  const input = page.locator(".quick-input-widget");
  const field = input.locator("input.input");
  await input.locator(".monaco-list-row.focused", { hasText: "Markdown" }).waitFor();
  await field.pressSequentially("From a");
  await input.locator(".monaco-list-row.focused", { hasText: "From a Template…" }).waitFor();
  await page.keyboard.press("Enter");
  const dialog = input.locator(".quick-input-title", { hasText: "Select a Template" });
  await dialog.waitFor();
  // the dialog lists its folder first, and drops what is typed meanwhile
  await within(async () => {
    if (!(await dialog.isVisible())) return true;
    await field.fill(template);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(1000);
    return !(await dialog.isVisible());
  }, "the end of the dialog");
  await input.locator(".monaco-list-row.focused", { hasText: /Theme|Agenda/ }).waitFor();
  await page.keyboard.press("Enter");
  await within(async () => /other\.html$/.test(await field.inputValue()), "the name");
  await page.keyboard.press("Enter");
  const target = `${folder}/other.html`;
  await within(
    async () => /^<h1>Other meeting<\/h1>\n<p>Only talk.*<\/p>/.test(await read(target)),
    "the page",
  );
  await writeFile(`${folder}/item.html.mustache`, "<p>{{title</p>");
  await command(page, "Export Notes Again");
  const message = page.locator(".notification-toast", { hasText: "item.html.mustache: line 1, column 4" });
  await message.waitFor();
  await writeFile(`${folder}/item.html.mustache`, "<b>{{title}}</b>\n");
  await command(page, "Export Notes Again");
  await within(async () => /<b>Only talk/.test(await read(target)), "the page again");
}

/** @param {Desk} desk */
async function startsMeeting({ page, folder, shot }) {
  await command(page, "View: Close All Editors");
  await page.keyboard.press("Control+b");
  const row = page.locator(".explorer-folders-view .monaco-list-row", { hasText: "series" });
  await row.click({ button: "right" });
  await page.waitForTimeout(500); // a menu ignores clicks at first
  await page.locator(".monaco-menu .action-label", { hasText: "New Meeting Notes" }).click();
  await page.locator(".view-line", { hasText: "title: Kubernetes pre-GDB" }).waitFor();
  const tab = page.locator(".tab.active").first();
  match((await tab.textContent()) ?? "", /^\d{4}-\d{2}-\d{2}-kubernetes-pre-gdb\.contributions\.yaml/);
  await shot("new-meeting-of-series");
  await page.keyboard.type("Tokens & AAI");
  await page.keyboard.press("Control+s");
  const named = page.locator(".tab.active:not(.dirty)", { hasText: /-tokens-aai\.contributions\.yaml/ });
  await named.first().waitFor();
  const names = await readdir(`${folder}/series`);
  equal(names.length, 3, names.join(", "));
  const name = names.find((file) => file.endsWith("-tokens-aai.contributions.yaml")) ?? "";
  const text = await read(`${folder}/series/${name}`);
  match(text, /^meeting:\n {2}title: Tokens & AAI\n {2}date: \d{4}-\d{2}-\d{2}\n {2}series: pre-GDB\n/);
  ok(text.includes("  chairs: [A. Forti, {name: B. Chair, affiliation: CERN}]\n"), text);
  ok(text.includes("  place: CERN, 31/3-004\n  timezone: Europe/London\n"), text);
}

/**
 * @param {Page} page
 * @param {string} title
 */
async function closeTab(page, title) {
  const tab = page.locator(".tab", { hasText: title });
  await tab.click();
  await tab.locator(".tab-actions .action-label").click();
  await tab.waitFor({ state: "detached" });
}

/** @param {string} file */
async function read(file) {
  return readFile(file, "utf8").catch(() => "");
}

/**
 * @param {Desk} desk
 * @param {string} name without its extensions
 */
async function openFile({ page, folder }, name) {
  const input = page.locator(".quick-input-widget input.input");
  const row = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: name });
  const opened = page.locator(".tab.active", { hasText: `${name}.contributions.yaml` });
  await page.keyboard.press("Control+1");
  await page.waitForTimeout(300); // a page of notes that was shown shortly before takes the focus late
  // an editor or a page that takes the focus meanwhile closes the list
  await within(async () => {
    if (await input.isVisible()) await page.keyboard.press("Escape");
    await page.keyboard.press("Control+1");
    await page.keyboard.press("Control+p");
    await input.fill(`${folder}/${name}.contributions.yaml`, { timeout: 2000 }).catch(() => undefined);
    await row.waitFor({ timeout: 3000 }).catch(() => undefined);
    if (!(await row.isVisible())) return false;
    await input.press("Enter", { timeout: 2000 });
    await input.waitFor({ state: "hidden", timeout: 3000 }).catch(() => undefined);
    return (await opened.count()) > 0 && !(await input.isVisible());
  }, `the file ${name} to open`);
  await focusEditor(page);
}

/**
 * Focuses the editor of the first group. A page of notes that was shown shortly before takes the focus late.
 * @param {Page} page
 */
async function focusEditor(page) {
  const focused = page.locator(".editor-instance .monaco-editor.focused");
  await within(async () => {
    await page.keyboard.press("Control+1");
    await focused.waitFor({ timeout: 2000 }).catch(() => undefined);
    await page.waitForTimeout(300);
    return focused.isVisible();
  }, "the editor to have the focus");
}

/** @param {number} talk */
function lineOfTalk(talk) {
  return 7 + (talk - 1) * 11;
}

/** @param {number} line */
function talkOfLine(line) {
  return Math.max(0, Math.floor((line - 7) / 11) + 1);
}

/** @param {Page} page */
async function firstVisibleLine(page) {
  const numbers = page.locator(".editor-instance .monaco-editor .line-numbers");
  const visible = await numbers.evaluateAll((all) =>
    all.filter((node) => node.getBoundingClientRect().top > 70).map((node) => Number(node.textContent)),
  );
  return Math.min(...visible.filter((number) => number > 0));
}

/** The number of the talk at the top of the notes; 0 above the first. @param {Page} page */
async function talkAtTop(page) {
  return notesIn(page)
    .locator("h3")
    .evaluateAll((all) => {
      const above = all.filter((node) => node.getBoundingClientRect().top <= 60);
      return Number(/\d+/.exec(above.at(-1)?.textContent ?? "")?.[0] ?? 0);
    });
}

/**
 * @param {() => Promise<boolean>} isTrue
 * @param {string} what
 */
async function within(isTrue, what) {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  ok(await isTrue(), what);
}
