/** Published minutes in Chromium, as people read and edit them in Indico. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openChromium } from "../vscode/harness/chromium.mjs";
import { describeIndico } from "./describeIndico";
import { everything, meetingFile, publish, sourceAt, withoutMinutesAfter, write } from "./minutesFile";

/** The pictures that a person looks at. */
const pictures = fileURLToPath(new URL("../../out/indico", import.meta.url));

describeIndico("published minutes", (server) => {
  const { baseUrl, events, password, version } = server;
  const page = `/event/${events.eastern.id}`;
  const talk = `${page}/contributions/${events.eastern.contributions[0]?.id}`;

  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
    await mkdir(pictures, { recursive: true });
  });
  afterAll(() => browser?.close());

  /** Publishes a meeting with everything, and opens the event with its minutes shown. */
  async function openMinutes({ signsIn = false, items = false } = {}): Promise<Page> {
    withoutMinutesAfter(server, page, talk);
    await write(
      meetingFile(
        `${baseUrl}${page}/`,
        `  - title: News\n    url: ${baseUrl}${talk}/\n    notes: ${everything}`,
      ),
    );
    await publish(server, "manager", ...(items ? ["--items"] : []));
    const context = await browser.newContext({ viewport: { width: 1200, height: 1400 } });
    const opened = await context.newPage();
    if (signsIn) {
      await opened.goto(`${baseUrl}/login/`);
      await opened.fill('input[name="identifier"], input[name="username"]', "manager");
      await opened.fill('input[name="password"]', password);
      await opened.keyboard.press("Enter");
      await opened.waitForLoadState("networkidle");
    }
    await opened.goto(`${baseUrl}${page}/`, { waitUntil: "networkidle" });
    await opened.locator(".js-show-note-toggle:visible").first().click();
    await opened.locator(".note-text:visible").waitFor();
    return opened;
  }

  it.each([
    ["event", false],
    ["contribution", true],
  ])("of the %s show no markup as text, and their tables and lists", async (name, items) => {
    const opened = await openMinutes({ items });
    const minutes = opened.locator(".note-text:visible");
    await minutes.screenshot({ path: `${pictures}/${version}-${name}.png` });
    await opened.screenshot({ path: `${pictures}/${version}-${name}-page.png` });
    const text = (await minutes.textContent()) ?? "";
    expect(text).toContain("We agreed on <b>this</b> & that: 1 < 2, see https://example.org/?a=1&b=2.");
    expect(text.replace("<b>this</b>", "")).not.toMatch(/<\/?[a-z!]|&\w+;|wlcg-notes|\*\*|\|/);
    expect(await minutes.locator("table").textContent()).toMatch(/^\s*Site\s+MB\/s\s+DESY\s+120\s*$/);
    expect(await minutes.locator("td").nth(1).getAttribute("align")).toBe("right");
    expect(await minutes.locator("ul ul ol li").textContent()).toBe("three");
    expect(await minutes.locator("li code").textContent()).toBe("kubectl get pods");
    expect(await minutes.locator("blockquote").textContent()).toMatch(/^\s*a quotation\s*$/);
    await opened.context().close();
  });

  it("that a user edits in Indico's editor are a conflict", async () => {
    const opened = await openMinutes({ signsIn: true });
    await opened.locator(".event-note-section .manage-notes-container a").first().click();
    const editor = version.startsWith("3.2")
      ? opened.locator(".ck-editor__editable_inline")
      : opened.frameLocator("iframe.tox-edit-area__iframe").locator("body.mce-content-body");
    await editor.click();
    await opened.keyboard.press("Control+Home");
    await editor.pressSequentially("Edited.");
    // the editor passes its text on when it loses the focus
    await editor.press("Enter");
    await editor.blur();
    await opened.waitForTimeout(2000);
    await opened.getByRole("button", { name: /^save$/i }).click();
    await expect.poll(() => sourceAt(server, page), { timeout: 30_000 }).toContain("Edited.");
    await opened.context().close();
    const { code, out } = await publish(server, "manager");
    expect(code).toBe(1);
    expect(out).toMatch(/^-.*Edited\./m);
    expect(await sourceAt(server, page)).toContain("Edited.");
  });
});
