/** A page in Chromium, served as if from the web, and what it does that a page of notes must not. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";

export interface PageProbe {
  readonly page: Page;
  readonly forbiddenActions: readonly string[];
}

export const pageOrigin = "https://notes.invalid/";

/**
 * Opens a page of HTML and notes what it asks for, says, logs and where it goes.
 * @param files of this machine that it may load, by their names on the page's site
 */
export async function probePage(
  browser: Browser,
  html: string,
  files: Readonly<Record<string, string>> = {},
): Promise<PageProbe> {
  const page = await browser.newPage();
  const deeds: string[] = [];
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (url === pageOrigin) return route.fulfill({ body: html, contentType: "text/html; charset=utf-8" });
    const file = files[url.slice(pageOrigin.length)];
    if (file !== undefined) return route.fulfill({ body: readFileSync(file), contentType: typeOf(file) });
    if (url !== `${pageOrigin}favicon.ico`) deeds.push(`loads ${url}`);
    return route.abort();
  });
  page.on("dialog", (dialog) => {
    deeds.push(`says ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("console", (message) => void deeds.push(`logs ${message.text()}`));
  await page.goto(pageOrigin, { waitUntil: "load" });
  page.on("framenavigated", (frame) => {
    if (!/^(about|chrome-error):/.test(frame.url())) deeds.push(`goes to ${frame.url()}`);
  });
  return { page, forbiddenActions: deeds };
}

function typeOf(file: string): string {
  return file.endsWith(".css") ? "text/css" : "text/javascript";
}
