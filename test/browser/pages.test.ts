/** The kept pages in a real Chromium: readable for all, and nothing in them runs or is loaded. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openChromium } from "../../scripts/vscode/chromium.mjs";
import { goldens, kept } from "../support/golden";
import { visit } from "../support/visit";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = goldens.filter(({ to }) => to === "html");

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

/** Without the policy that would stop what slipped through. */
function bare(html: string): string {
  return html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, "");
}

describe("a page of notes in Chromium", () => {
  it.each(pages)("has nothing that stands in anybody's way: $file", async ({ file }) => {
    const { page } = await visit(browser, bare(kept(file)));
    await page.evaluate(axe);
    const { violations, passes } = (await page.evaluate("axe.run()")) as AxeResults;
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(passes.map(({ id }) => id)).toContain("heading-order");
    await page.close();
  });

  it.each(pages)("runs nothing and loads nothing, its policy aside: $file", async ({ file }) => {
    const { page, deeds } = await visit(browser, bare(kept(file)));
    const active = "script, img, iframe, object, embed, form, input, link, style, base, [onerror], [onload]";
    expect(await page.locator(active).count()).toBe(0);
    const schemes = await page
      .locator("a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
    expect([...new Set(schemes)].filter((scheme) => !/^(https?|mailto):$/.test(scheme))).toEqual([]);
    expect(deeds).toEqual([]);
    await page.close();
  });

  it("would have been caught, had it run or loaded something", async () => {
    const hostile = `<script>alert("ran")</script><img src="https://example.org/pixel.png" alt="">`;
    const html = kept("pre-gdb/theme.html").replace("</main>", `${hostile}</main>`);
    const open = await visit(browser, bare(html));
    expect(open.deeds).toContain("says ran");
    expect(open.deeds).toContain("loads https://example.org/pixel.png");
    const guarded = await visit(browser, html);
    expect(guarded.deeds.filter((deed) => !deed.startsWith("logs "))).toEqual([]);
    await Promise.all([open.page.close(), guarded.page.close()]);
  });
});
