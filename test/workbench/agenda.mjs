// From the agenda of an event to its minutes: import, update, comparison, publishing, conflicts, and pastes.
import { equal, match, ok } from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { root } from "../../scripts/paths.mjs";
import { indicoToken, startIndico } from "../vscode/harness/indicoServer.mjs";
import { block, command, goTo, line } from "./keys.mjs";

/** @typedef {import("./suite.mjs").Desk} Desk */
/** @typedef {import("playwright-core").Page} Page */

const indico = await startIndico(root);

const imported = "2026-03-10-wlcg-kubernetes-board.contributions.yaml";

const mail = `Dear all,

the next WLCG Operations Coordination meeting takes place on Thursday 5 March 2026 at 15:30 CET.

Agenda:
15:30 News (Maarten Litmaath)
15:35 Middleware news and baselines (A. Manzi)
15:55 Kubernetes task force: first results (A. Forti, Manchester)
16:15 AOB

Cheers,
Julia
`;

/** @type {readonly (readonly [string, (desk: Desk) => Promise<void>])[]} */
export const agendaSteps = [
  ["imports the agenda of the address in the clipboard", imports],
  ["leaves no file after a failed import", failsToImport],
  ["shows what an update changes, and applies it", updates],
  ["compares the file with the agenda", compares],
  ["asks for a token, and publishes what is selected", publishes],
  [
    "shows the difference from minutes that were edited in Indico, and overwrites them after a question",
    overwrites,
  ],
  ["asks for a token again once it is forgotten", forgets],
  ["imports an agenda from a file under another name", importsFile],
  ["makes a meeting of an agenda that is pasted from a mail", pastes],
];

/** @param {Page} page */
function list(page) {
  return page.locator(".quick-input-widget");
}

/** @param {Page} page @param {string} text */
function toast(page, text) {
  return page.locator(".notification-toast", { hasText: text });
}

/** @param {Page} page @param {string} text */
async function copy(page, text) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

/** @param {Page} page */
async function closeMessages(page) {
  await command(page, "Notifications: Clear All Notifications");
  await page.locator(".notification-toast").first().waitFor({ state: "detached" });
}

/** @param {Desk} desk */
async function imports({ page, folder, shot }) {
  await page.setViewportSize({ width: 1100, height: 640 });
  await page.locator("#status\\.editor\\.mode", { hasText: "WLCG Contributions" }).waitFor();
  await page.locator(".view-line .mtk1, .view-line [class*=mtk]").nth(5).waitFor();
  await page.waitForTimeout(1000);
  await copy(page, indico.address);
  await command(page, "Import Agenda…");
  const row = list(page).locator(".monaco-list-row.focused", { hasText: indico.address });
  await row.waitFor();
  await shot("agenda-import");
  await page.keyboard.press("Enter");
  await list(page).locator(".monaco-list-row.focused", { hasText: "Fill In Suggested Themes" }).waitFor();
  await shot("agenda-import-themes");
  await page.keyboard.press("Enter");
  await page.locator(".tab.active", { hasText: imported }).waitFor();
  await line(page, "  title: WLCG Kubernetes Board");
  await page.waitForTimeout(1000);
  await shot("agenda-imported");
  const text = await readFile(`${folder}/${imported}`, "utf8");
  match(text, /^ {2}- title: "?Site report: DESY/m);
  match(text, /^ {4}themes: \[/m);
  ok(text.includes(`url: ${indico.address}`), text);
}

/** @param {Desk} desk */
async function failsToImport({ page, folder, shot }) {
  const before = await readdir(folder);
  await copy(page, indico.address.replace(/\d+\/$/, "2/"));
  await command(page, "Import Agenda…");
  await list(page).locator(".monaco-list-row.focused", { hasText: "/event/2/" }).waitFor();
  await page.keyboard.press("Enter");
  // an event that cannot be seen may be a protected one
  await list(page).locator(".quick-input-title", { hasText: "Indico Token for 127.0.0.1" }).waitFor();
  await shot("agenda-import-protected");
  await page.keyboard.press("Escape");
  await list(page).waitFor({ state: "hidden" });
  equal((await readdir(folder)).join(), before.join());
}

/** @param {Desk} desk */
async function updates({ page, folder, shot }) {
  indico.change("Site report: DESY", "Site report: DESY and KIT");
  indico.change("15:50:00", "15:55:00");
  await command(page, "Update Agenda from Indico…");
  const row = list(page).locator(".monaco-list-row", { hasText: "15:55" });
  await row.waitFor();
  await row.hover();
  await row.locator(".action-label[aria-label='Show in the File']").click();
  await page.locator(".view-line", { hasText: "15:50" }).first().waitFor();
  await page.waitForTimeout(1000);
  await shot("agenda-update");
  await list(page).locator("input.input").focus();
  await page.keyboard.press("Enter");
  await page.locator(".statusbar-item", { hasText: "of the agenda applied" }).first().waitFor();
  await page.keyboard.press("Control+s");
  await page.locator(".tab.active:not(.dirty)", { hasText: imported }).waitFor();
  const text = await readFile(`${folder}/${imported}`, "utf8");
  match(text, /Site report: DESY and KIT/);
  match(text, /start: "15:55"/);
  await command(page, "Update Agenda from Indico…");
  await page.locator(".statusbar-item", { hasText: "The agenda is up to date." }).first().waitFor();
}

/** @param {Desk} desk */
async function compares({ page, shot }) {
  indico.change('"News"', '"News and actions"');
  await goTo(page, 14);
  await command(page, "Compare with Agenda");
  await toast(page, "1 difference from the agenda").waitFor();
  await page.locator(".squiggly-info").first().waitFor();
  await shot("agenda-compared");
  await closeMessages(page);
  await command(page, "Hide Differences from Agenda");
  await page.locator(".squiggly-info").first().waitFor({ state: "detached" });
}

/** @param {Desk} desk */
async function publishes({ page, folder, shot }) {
  await writeNotes(page);
  await command(page, "Publish Notes to Indico…");
  await list(page).locator(".monaco-list-row", { hasText: "Each Contribution" }).waitFor();
  await shot("publish-scope");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await list(page).locator(".quick-input-title", { hasText: "Indico Token for 127.0.0.1" }).waitFor();
  const field = list(page).locator("input[type=password]");
  await field.fill("two words");
  await page.keyboard.press("Enter");
  await list(page).locator(".quick-input-message", { hasText: "This is not a token" }).waitFor();
  await shot("publish-token");
  await field.fill(indicoToken);
  await page.keyboard.press("Enter");
  const row = list(page).locator(".monaco-list-row", { hasText: "Site report" });
  await row.waitFor();
  await shot("publish-list");
  equal(indico.requests.filter((request) => request.startsWith("POST")).length, 0);
  await page.keyboard.press("Enter");
  await toast(page, "Notes published").waitFor();
  await shot("published");
  match(indico.minutes.get("/event/1/contributions/3") ?? "", /The site runs 1\.34\./);
  await closeMessages(page);
  ok(!(await storedText(folder)).includes(indicoToken), "the token is in no file of the workspace");
}

/** Below the address of the site report. @param {Page} page */
async function writeNotes(page) {
  await goTo(page, 23, 100);
  await page.keyboard.press("Enter");
  await page.keyboard.type("notes: The site runs 1.34.", { delay: 15 });
  await page.keyboard.press("Escape");
  await line(page, "    notes: The site runs 1.34.");
}

/** @param {string} folder */
async function storedText(folder) {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
  const texts = await Promise.all(names.map((file) => readFile(`${file.parentPath}/${file.name}`, "utf8")));
  return texts.join("\n");
}

/** @param {Desk} desk */
async function overwrites({ page, shot }) {
  const path = "/event/1/contributions/3";
  const stored = indico.minutes.get(path) ?? "";
  indico.minutes.set(path, stored.replace("1.34.", "1.35 since Monday."));
  await openPublishList(page);
  const row = list(page).locator(".monaco-list-row", { hasText: "Site report" });
  await row.waitFor();
  await list(page).locator(".quick-input-count", { hasText: "0 Selected" }).waitFor();
  await row.hover();
  await row.locator(".action-label[aria-label='Show the Difference']").click();
  await page.locator(".monaco-diff-editor .view-line", { hasText: "since Monday" }).first().waitFor();
  await page.waitForTimeout(1000);
  await shot("publish-conflict");
  await row.locator(".label-name").first().click();
  await list(page).locator(".quick-input-count", { hasText: "1 Selected" }).waitFor();
  await list(page).locator("input.input").focus();
  await page.keyboard.press("Enter");
  const dialog = page.locator(".monaco-dialog-box");
  await dialog.filter({ hasText: "Indico has other minutes" }).waitFor();
  await shot("publish-overwrite");
  equal(indico.minutes.get(path)?.includes("1.35"), true);
  await dialog.locator(".monaco-button", { hasText: "Overwrite" }).click();
  await toast(page, "Notes published").waitFor();
  match(indico.minutes.get(path) ?? "", /The site runs 1\.34\./);
  await closeMessages(page);
  await page.keyboard.press("Control+w");
}

/** @param {Page} page */
async function openPublishList(page) {
  await command(page, "Publish Notes to Indico…");
  await list(page).locator(".monaco-list-row", { hasText: "Each Contribution" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** @param {Desk} desk */
async function forgets({ page }) {
  await command(page, "Forget Indico Tokens");
  await page.locator(".statusbar-item", { hasText: "Indico token forgotten: 127.0.0.1" }).first().waitFor();
  await openPublishList(page);
  await list(page).locator(".quick-input-title", { hasText: "Indico Token for 127.0.0.1" }).waitFor();
  await page.keyboard.press("Escape");
  await list(page).waitFor({ state: "hidden" });
}

/** @param {Desk} desk */
async function importsFile({ page, folder, shot }) {
  const path = `${folder}/board.json`;
  const exported = `${root}/test/fixtures/indico/recorded/3.3.14/board.sessions.json`;
  await writeFile(path, await readFile(exported, "utf8"));
  await copy(page, "");
  await command(page, "Import Agenda…");
  await list(page).locator(".monaco-list-row", { hasText: "From a File…" }).click();
  await list(page).locator(".quick-input-title", { hasText: "Select an Agenda" }).waitFor();
  await list(page).locator(".monaco-list-row", { hasText: "board.json" }).waitFor();
  await list(page).locator("input.input").first().fill(path);
  await list(page).locator(".monaco-list-row.focused", { hasText: "board.json" }).waitFor();
  await page.keyboard.press("Enter");
  const dialog = page.locator(".monaco-dialog-box");
  await dialog.filter({ hasText: "exists already" }).waitFor();
  await shot("agenda-exists");
  await dialog.locator(".monaco-button", { hasText: "Import Under Another Name" }).click();
  await list(page).locator(".monaco-list-row", { hasText: "Leave Themes Empty" }).click();
  const name = imported.replace(".contributions", "-2.contributions");
  await page.locator(".tab.active", { hasText: name }).waitFor();
  ok(!/^ +themes: \[/m.test(await readFile(`${folder}/${name}`, "utf8")));
}

/** @param {Desk} desk */
async function pastes({ page, folder, shot }) {
  const name = "ops.contributions.yaml";
  await writeFile(`${folder}/${name}`, "");
  await command(page, "File: Save All");
  await command(page, "View: Close All Editors");
  await page.keyboard.press("Control+p");
  await list(page).locator("input.input").fill(`${folder}/${name}`);
  await list(page).locator(".monaco-list-row.focused", { hasText: name }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".tab.active", { hasText: name }).waitFor();
  await goTo(page, 1);
  await copy(page, mail);
  await page.keyboard.press("Control+v");
  await line(page, "contributions:");
  await block(page, ["  - title: News", "    speakers: [Maarten Litmaath]"]);
  await page.waitForTimeout(1000);
  await shot("agenda-pasted");
}
