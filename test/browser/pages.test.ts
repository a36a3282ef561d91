/** The golden pages in a real Chromium: they are accessible, and nothing in them runs or is loaded. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ArrangeBy, arrangements } from "../../server/src/core/notes/arrange/sections";
import { preview } from "../../server/src/features/preview";
import { goldens, goldenText } from "../support/golden";
import { viewOf } from "../support/meeting";
import { type PageProbe, probePage } from "../support/pageProbe";
import { openChromium } from "../vscode/harness/chromium.mjs";

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

/** What the preview shows of the meeting that has everything in it, what is hostile included. */
function previewed(by: ArrangeBy): string {
  const text = goldens.find(({ meeting }) => meeting === "everything")?.text ?? "";
  const { html } = preview(viewOf(text), by);
  return `<!DOCTYPE html><html lang="en"><head><title>Notes</title></head><body><main>${html}</main></body></html>`;
}

async function expectNothingInTheWay(page: Page): Promise<void> {
  await page.evaluate(axe);
  const { violations, passes } = (await page.evaluate("axe.run()")) as AxeResults;
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain("heading-order");
}

async function expectInert({ page, forbiddenActions }: PageProbe): Promise<void> {
  const active = "script, img, iframe, object, embed, form, input, link, style, base, [onerror], [onload]";
  expect(await page.locator(active).count()).toBe(0);
  const schemes = await page
    .locator("a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).protocol));
  expect([...new Set(schemes)].filter((scheme) => !/^(https?|mailto):$/.test(scheme))).toEqual([]);
  expect(forbiddenActions).toEqual([]);
}

describe.each(arrangements)("the preview by %s in Chromium", (by) => {
  it("has no accessibility violations, and runs and loads nothing, without its policy", async () => {
    const open = await probePage(browser, previewed(by));
    await expectInert(open);
    await expectNothingInTheWay(open.page);
    await open.page.close();
  });
});

describe("a page of notes in Chromium", () => {
  it.each(pages)("has no accessibility violations: $file", async ({ file }) => {
    const { page } = await probePage(browser, bare(goldenText(file)));
    await expectNothingInTheWay(page);
    await page.close();
  });

  it.each(pages)("is not wider than a telephone, and accessible there: $file", async ({ file }) => {
    const { page } = await probePage(browser, bare(goldenText(file)));
    await page.setViewportSize({ width: 380, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(380);
    await expectNothingInTheWay(page);
    await page.close();
  });

  it.each(pages)("runs nothing and loads nothing, its policy aside: $file", async ({ file }) => {
    const open = await probePage(browser, bare(goldenText(file)));
    await expectInert(open);
    await open.page.close();
  });

  it("would have been caught, had it run or loaded something", async () => {
    const hostile = `<script>alert("ran")</script><img src="https://example.org/pixel.png" alt="">`;
    const html = goldenText("pre-gdb/theme.html").replace("</main>", `${hostile}</main>`);
    const open = await probePage(browser, bare(html));
    expect(open.forbiddenActions).toContain("says ran");
    expect(open.forbiddenActions).toContain("loads https://example.org/pixel.png");
    const guarded = await probePage(browser, html);
    expect(guarded.forbiddenActions.filter((deed) => !deed.startsWith("logs "))).toEqual([]);
    await Promise.all([open.page.close(), guarded.page.close()]);
  });
});
