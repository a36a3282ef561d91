// What a person's keys do to the text: Enter, paste, comments, moved items, new files.
import { equal, match } from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { command, goTo, listed, offered } from "./keys.mjs";

/** @typedef {import("./suite.mjs").Desk} Desk */

/** @type {readonly (readonly [string, (desk: Desk) => Promise<void>])[]} */
export const gestureSteps = [
  ["indents behind notes: | before a blank line and at the end of the file", entersNotes],
  ["keeps the column of the keys behind all other keys", entersKeys],
  ["pastes a mail into the notes, in the column of the notes", pastesMail],
  ["pastes lines as entries of a list, and a single line as it is", pastesLists],
  ["pastes an agenda below contributions: and names below speakers:", pastesBelowKeys],
  ["goes on below the line with Enter in quotes and brackets", leavesMarks],
  ["keeps each typed word, however often Enter and Space are pressed", keepsWords],
  ["ends a complete value with Enter, with and without brackets", endsValues],
  ["leaves no mark behind code in notes, and the keys in their column when a line is split", splitsLines],
  ["accepts no proposal with Enter where the user's own settings say so", followsSettings],
  ["comments out notes so that the notes do not show them", commentsNotes],
  ["moves an item with its cursor, and undoes it in one step", movesItems],
  ["tags all items that stay selected, and says how many", tagsAll],
  ["saves new meeting notes under a name of their own", savesNew],
  ["offers another name when notes are saved as other YAML", savesAsYaml],
];

const head = "meeting:\n  title: Manual\n  date: 2026-11-29\n";
const items = `${head}contributions:\n  - title: One\n    themes: none\n`;

/** @param {Desk} desk */
async function entersNotes(desk) {
  const { page } = desk;
  await page.locator(".squiggly-warning").first().waitFor(); // the extension has started
  for (const file of [`${items}\n  - title: Two\n    themes: none\n`, items.trimEnd()])
    for (const header of ["notes: |", "notes: >-", "notes: | # c", "context: |"]) {
      await open(desk, file, 6, 17);
      await page.keyboard.press("Enter");
      await typeLine(page, header);
      await at(page, "8:7");
      await typeLine(page, "* star bullet");
      await at(page, "9:7");
      await becomes(desk, new RegExp(`\\n    ${header.replace(/[|]/g, "\\|")}\\n      \\* star bullet\\n`));
    }
  await open(desk, `${head}contributions:`, 4, 15);
  await page.keyboard.press("Enter");
  await typeLine(page, "- notes: |");
  await at(page, "6:7");
}

/** @param {Desk} desk */
async function entersKeys(desk) {
  const { page } = desk;
  for (const file of [`${items}\n  - title: Two\n`, items.trimEnd()]) {
    await open(desk, file, 6, 17);
    for (const text of ["duration: 20", "community: ATLAS", "abc: words"]) {
      await page.keyboard.press("Enter");
      await page.keyboard.type(text, { delay: 10 });
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("Enter");
    await at(page, "10:5");
  }
}

const mail = "Dear all,\n\nthe minutes:\n- point: one\n  - sub point\n- two\n\nCheers,\nMario\n";
const mailInNotes = mail.trimEnd().replaceAll(/\n(?=.)/g, "\n      ");

/** @param {Desk} desk */
async function pastesMail(desk) {
  const { page } = desk;
  const notes = `${items}    notes: |\n`;
  for (const rest of ["\n\n  - title: Two\n    themes: none\n", ""]) {
    await open(desk, `${notes}      ${rest}`, 8, 7);
    await paste(page, mail);
    await becomes(desk, `${notes}      ${mailInNotes}${rest}`);
    await at(page, "16:12");
    await page.keyboard.press("Control+z");
    await becomes(desk, `${notes}      ${rest}`);
  }
  await open(desk, `${notes}\n  - title: Two\n`, 8, 1);
  await paste(page, mail);
  await becomes(desk, `${notes}      ${mailInNotes}\n  - title: Two\n`);
}

/** @param {Desk} desk */
async function pastesLists(desk) {
  const { page } = desk;
  await open(desk, `${items}    decisions:\n      - \n    notes: |\n      See \n`, 8, 9);
  await paste(page, "• Rook: on bare metal\n• Ceph\n", "- Ceph");
  await goTo(page, 11, 11);
  await paste(page, "the minutes\n");
  await becomes(
    desk,
    `${items}    decisions:\n      - "Rook: on bare metal"\n      - Ceph\n    notes: |\n      See the minutes\n\n`,
  );
}

/** @param {Desk} desk */
async function pastesBelowKeys(desk) {
  const { page } = desk;
  await open(desk, `${head}contributions:`, 4, 15);
  await page.keyboard.press("Enter");
  await at(page, "5:3");
  await paste(page, "• 14:00 Welcome\n• Rook: on bare metal\n", '- title: "Rook');
  await page.keyboard.press("Enter");
  await typeLine(page, "speakers:");
  await at(page, "8:7");
  await paste(page, "·\u00a0\u00a0A. Forti\n·\u00a0\u00a0B. Two\n", "- B. Two");
  await becomes(
    desk,
    `${head}contributions:\n  - title: 14:00 Welcome\n  - title: "Rook: on bare metal"\n    speakers:\n      - A. Forti\n      - B. Two`,
  );
}

/** @param {Desk} desk */
async function leavesMarks(desk) {
  const { page } = desk;
  const rest = "\n\n  - title: Two\n    themes: none\n";
  for (const end of [rest, ""]) {
    await open(desk, `${items}    start: ""${end}`, 7, 13);
    for (const text of ["10:00", "speakers: [A. Forti, B. Two", 'decisions: ["Go on']) {
      await page.keyboard.type(text, { delay: 40 });
      await page.keyboard.press("Escape");
      await page.waitForTimeout(500);
      await page.keyboard.press("Enter");
    }
    await becomes(
      desk,
      `${items}    start: "10:00"\n    speakers: [A. Forti, B. Two]\n    decisions: ["Go on]\n    ${end}`,
    );
  }
  await open(desk, `${items}    themes: []\n`, 7, 14);
  await page.keyboard.press("Enter");
  await becomes(desk, /themes: \[\n {6}\]\n/);
  await open(desk, `${items}    notes: |\n      see [the page]\n`, 8, 20);
  await page.keyboard.press("Enter");
  await becomes(desk, /see \[the page\n\s+\]\n/);
}

/** @param {Desk} desk */
async function keepsWords(desk) {
  const { page } = desk;
  await open(desk, `${items}    actions:\n      - text: Ask\n        status: open`, 9, 21);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Backspace");
  for (const text of ["- Next", "nothing of the kind"]) {
    await page.keyboard.type(text, { delay: 40 });
    await listed(page);
    await page.keyboard.press("Enter");
  }
  await becomes(desk, /status: open\n {6}- Next\n\s+nothing of the kind\n/);
}

/** @param {Desk} desk */
async function endsValues(desk) {
  const { page } = desk;
  const file = `${items.replace("contributions", "  chairs: [A. Forti]\ncontributions")}    `;
  const values = [
    ["speakers: A. Forti", "A. Forti"],
    ["themes: security", "security"],
    ["start: 10:00", ""],
    ["speakers: [A. Forti", "A. Forti", "]"],
  ];
  for (const [text = "", name = "", mark = ""] of values) {
    await open(desk, file, 8, 5);
    await page.keyboard.type(text, { delay: 40 });
    if (name) await offered(page, name);
    else await page.locator(".suggest-widget.visible").waitFor({ state: "detached" });
    await page.waitForTimeout(500); // the list is asked for once more
    await page.keyboard.press("Enter");
    await page.keyboard.type("duration: 20", { delay: 40 });
    await becomes(desk, `${file}${text}${mark}\n    duration: 20`);
  }
}

/** @param {Desk} desk */
async function splitsLines(desk) {
  const { page } = desk;
  await open(desk, `${items}    notes: |\n      `, 8, 7);
  for (const text of ["```", "kubectl get pods", "```", "`helm"]) {
    await page.keyboard.type(text, { delay: 40 });
    await page.keyboard.press("Enter");
  }
  await becomes(desk, /\n {6}```\n {6}kubectl get pods\n {6}```\n {6}`helm\n\s*$/);
  await open(desk, `${head}contributions:\n  - title: Rook speakers: [A. Forti]\n    themes: none\n`, 5, 17);
  await page.keyboard.press("Enter");
  await at(page, "6:5");
  await becomes(desk, /\n {2}- title: Rook *\n {4}speakers: \[A. Forti\]\n {4}themes: none\n/);
}

/** @param {Desk} desk */
async function followsSettings(desk) {
  const { page, folder } = desk;
  await mkdir(`${folder}/.vscode`, { recursive: true });
  const settings = `${folder}/.vscode/settings.json`;
  const lineNumber = page.locator(".monaco-editor .line-numbers").first();
  await open(desk, `${items}    `, 7, 5);
  // the line numbers show when the editor has read the settings
  await writeFile(
    settings,
    JSON.stringify({ "editor.acceptSuggestionOnEnter": "off", "editor.lineNumbers": "off" }),
  );
  await lineNumber.waitFor({ state: "detached" });
  await page.keyboard.type("dur", { delay: 40 });
  await offered(page, "duration");
  await page.keyboard.press("Enter");
  await becomes(desk, `${items}    dur\n    `);
  await rm(settings);
  await lineNumber.waitFor();
}

/** @param {Desk} desk */
async function commentsNotes(desk) {
  const { page } = desk;
  await open(desk, `${items}    notes: |\n      Public words.\n      Secret words.\n`, 9, 12);
  await page.keyboard.press("Control+/");
  await page.keyboard.press("Control+Home");
  await becomes(desk, `${items}    notes: |\n      Public words.\n      <!-- Secret words. -->\n`);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("v");
  const notes = page.frameLocator("iframe.webview").frameLocator("iframe");
  await notes.locator("main", { hasText: "Public words." }).waitFor();
  await notes.locator("main", { hasText: "Secret words" }).waitFor({ state: "detached" });
  await desk.shot("preview-comment");
  await command(page, "View: Close Editors in Other Groups");
  await page.locator("iframe.webview").waitFor({ state: "detached" });
}

/** @param {Desk} desk */
async function movesItems(desk) {
  const { page } = desk;
  const two = "  # second\n  - title: Two\n    themes: none";
  const before = `${items}\n${two}`;
  await open(desk, before, 5, 12);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Alt+ArrowDown");
  await at(page, "9:12");
  await becomes(desk, `${head}contributions:\n${two}\n\n  - title: One\n    themes: none`);
  await page.keyboard.press("Control+z");
  await becomes(desk, before);
  await goTo(page, 9, 5);
  await command(page, "Move Item Up");
  await at(page, "6:5");
  await command(page, "Move Item Up");
  await page.locator("#status\\.extensionMessage", { hasText: "is the first of its list" }).waitFor();
}

/** @param {Desk} desk */
async function tagsAll(desk) {
  const { page } = desk;
  const titles = ["CVMFS with the containerd snapshotter", "Coffee", "Tokens in place of X.509 certificates"];
  const untagged = `${items}${titles.map((title) => `  - title: ${title}\n`).join("")}`;
  await open(desk, untagged, 4);
  await command(page, "Tag All Untagged Items");
  const rows = page.locator(".quick-input-list .monaco-list-row");
  await rows.nth(1).waitFor();
  equal(await rows.locator("input[type=checkbox]:checked, .monaco-checkbox.checked").count(), 2);
  await page.keyboard.press("Enter");
  await page
    .locator("#status\\.extensionMessage", { hasText: "2 of 3 items tagged; 1 has no suggestion" })
    .waitFor();
  await becomes(desk, /CVMFS.*\n {4}themes: \[image-distribution[^\n]*\n {2}- title: Coffee\n/);
  await page.keyboard.press("Control+z");
  await becomes(desk, untagged);
  await open(desk, items, 4);
  await command(page, "Tag All Untagged Items");
  await page.locator("#status\\.extensionMessage", { hasText: "Every item has themes already" }).waitFor();
}

/** @param {Desk} desk */
async function savesNew({ page, folder, shot }) {
  await command(page, "New Meeting Notes");
  const tab = page.locator(".tab.active", { hasText: /-manual\.contributions/ }).first();
  await tab.waitFor();
  await page.locator(".view-line", { hasText: "title: Manual" }).waitFor(); // as the last meeting
  await page.keyboard.type("GDB");
  match((await tab.textContent()) ?? "", /^\d{4}-\d{2}-\d{2}-manual\.contributions\.yaml/);
  await shot("new-meeting");
  const name = ((await tab.textContent()) ?? "").replace(/-manual.*/, "-gdb.contributions.yaml");
  await page.keyboard.press("Control+s");
  await until(async () => readFile(`${folder}/${name}`, "utf8").catch(() => ""), /title: GDB/);
  await page.locator(".tab.active:not(.dirty)").first().waitFor();
}

/** @param {Desk} desk */
async function savesAsYaml(desk) {
  const { page, folder } = desk;
  await open(desk, items, 4);
  await command(page, "File: Save As");
  const input = page.locator(".quick-input-widget input.input");
  await until(() => input.inputValue(), /case-\d+\.contributions\.yaml$/);
  await input.fill(`${folder}/gdb.yaml`);
  await page.locator(".quick-input-widget .monaco-button", { hasText: "OK" }).click();
  const message = page.locator(".notifications-toasts .notification-list-item", {
    hasText: "Saved as gdb.yaml, which is not read as meeting notes.",
  });
  await message.waitFor();
  await desk.shot("save-as");
  await message.locator(".monaco-button", { hasText: "Rename to gdb.contributions.yaml" }).click();
  await page.locator(".tab.active", { hasText: "gdb.contributions.yaml" }).waitFor();
  equal(await readFile(`${folder}/gdb.contributions.yaml`, "utf8"), items);
}

let files = 0;

/**
 * Writes a new file with the text, and opens it with the cursor at a place.
 * @param {Desk} desk
 * @param {string} text
 */
async function open({ page, folder }, text, line = 1, column = 1) {
  const name = `case-${++files}.contributions.yaml`;
  await writeFile(`${folder}/${name}`, text);
  const input = page.locator(".quick-input-widget input");
  const row = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: name });
  // an editor that opens meanwhile closes the list
  for (let tries = 5; tries > 0 && !(await row.isVisible()); tries--) {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+p");
    await input.fill(`${folder}/${name}:${line}:${column}`, { timeout: 2000 }).catch(() => undefined);
    await row.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await page.keyboard.press("Enter");
  await page.locator(".tab.active", { hasText: name }).waitFor();
  await page.keyboard.press("Control+1");
  await page.locator(".editor-instance .monaco-editor.focused").waitFor();
  await at(page, `${line}:${column}`);
}

/**
 * Saves the file in the editor, again where a later edit came in between, until it has a text.
 * @param {Desk} desk
 * @param {string | RegExp} expected
 */
async function becomes({ page, folder }, expected) {
  const read = () => readFile(`${folder}/case-${files}.contributions.yaml`, "utf8");
  const isExpected = (/** @type {string} */ text) =>
    typeof expected === "string" ? text === expected : expected.test(text);
  let text = "";
  for (let polls = 0; polls < 200 && !isExpected(text); polls++) {
    if (polls % 40 === 0) await page.keyboard.press("Control+s");
    await page.waitForTimeout(50);
    text = await read();
  }
  if (typeof expected === "string") equal(text, expected);
  else match(text, expected);
}

/**
 * Types a line and Enter, past any list of proposals.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 */
async function typeLine(page, text) {
  await page.keyboard.type(text, { delay: 10 });
  await page.keyboard.press("Escape");
  await coloured(page, text);
  await page.keyboard.press("Enter");
}

/**
 * Waits until a line has its colours: the editor reads its lines in the background, and Enter behind a line that is not
 * read yet copies the indentation.
 * @param {import("playwright-core").Page} page
 * @param {string} text at the end of the line
 */
async function coloured(page, text) {
  const lines = page.locator(".view-line").filter({ hasText: text.replaceAll(" ", "\u00a0") });
  const parts = lines.last().locator("span span");
  await parts.nth(1).waitFor();
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} text
 * @param {string} shown a part of a line that shows it
 */
async function paste(page, text, shown = text.trim().split("\n").at(-1) ?? "") {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press("Control+v");
  await page.locator(".view-line", { hasText: shown }).first().waitFor();
}

/**
 * Waits until the cursor is at a line and a column, 1-based.
 * @param {import("playwright-core").Page} page
 * @param {string} where for example `5:12`
 */
async function at(page, where) {
  const [line, column] = where.split(":");
  await page.locator("#status\\.editor\\.selection", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

/**
 * @param {() => Promise<string>} read
 * @param {RegExp} pattern
 */
async function until(read, pattern) {
  for (const end = Date.now() + 5000; Date.now() < end && !pattern.test(await read()); )
    await new Promise((resolve) => setTimeout(resolve, 50));
  match(await read(), pattern);
}
