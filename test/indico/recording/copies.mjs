// Timetables as a person copies them from a browser: everything selected, copied, and pasted elsewhere.
import { openChromium } from "../../vscode/harness/chromium.mjs";

/**
 * @param {import("./recorder.mjs").Recorder} recorder
 * @param {import("../harness/server.mjs").IndicoServer} server
 */
export async function recordCopies(recorder, { baseUrl, events }) {
  const pages = {
    board: `/event/${events.board.id}/`,
    workshop: `/event/${events.workshop.id}/`,
    eastern: `/event/${events.eastern.id}/`,
    conference: `/event/${events.conference.id}/timetable/`,
    "conference-details": `/event/${events.conference.id}/timetable/?layout=detailed`,
    "conference-contributions": `/event/${events.conference.id}/contributions/`,
  };
  const browser = await openChromium();
  try {
    for (const [name, path] of Object.entries(pages)) {
      await recorder.record({ name: `page.${name}`, path });
      const copied = await copy(browser, `${baseUrl}${path}`);
      await recorder.write(`copied.${name}.html`, copied.html);
      await recorder.write(`copied.${name}.txt`, copied.text);
    }
  } finally {
    await browser.close();
  }
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @returns {Promise<{ html: string; text: string }>} what the page that it is pasted into gets
 */
async function copy(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "networkidle" });
  // scripts build the timetable of a conference, and add a mark to each heading
  await page.getByText("Building timetable...").waitFor({ state: "hidden" });
  await page.waitForTimeout(2000);
  // a field with the focus would be all that is selected
  await page.evaluate("document.activeElement.blur()");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await page.goto("about:blank");
  await page.setContent(target);
  await page.locator("textarea").focus();
  await page.keyboard.press("Control+v");
  await page.waitForFunction("window.pasted");
  const result = /** @type {{ html: string; text: string }} */ (await page.evaluate("window.pasted"));
  await context.close();
  return result;
}

/** A page that notes what is pasted into it. */
const target = `<textarea></textarea><script>
document.addEventListener("paste", ({ clipboardData }) => {
  window.pasted = { html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") };
});
</script>`;
