import { describe, expect, it } from "vitest";
import { renderNotes } from "../../../../server/src/core/notes/formats";
import {
  fragmentAttributes,
  fragmentTags,
  indicoFragment,
} from "../../../../server/src/core/notes/html/indicoFragment";
import { inMeeting } from "../../../support/findings";
import { readFixture } from "../../../support/fixtureCatalogue";
import { goldens, rendered } from "../../../support/golden";
import { hostileMeeting } from "../../../support/hostile";
import { indicoTags } from "../../../support/indico";

const fragments = goldens.filter(({ to }) => to === "indico");

/** The tags of a fragment, each as its name and its attributes. */
function tagsOf(html: string): readonly (readonly [name: string, attributes: string])[] {
  return [...html.matchAll(/<\/?([a-z]\w*)([^>]*)>/g)].map(([, name = "", rest = ""]) => [name, rest]);
}

/** What Indico would show as text or take away. */
function refusedIn(html: string): readonly string[] {
  return tagsOf(html).flatMap(([name, rest]) => {
    const names = [...rest.matchAll(/([^\s="]+)="[^"]*"/g)].map(([, key = ""]) => key);
    const refused = names.filter((key) => !(key in fragmentAttributes));
    return [...(indicoTags.has(name) && fragmentTags.has(name) ? [] : [name]), ...refused];
  });
}

describe("the minutes of the golden meetings", () => {
  it.each(fragments)("have only tags and attributes that Indico shows: $file", ({ text, ...options }) => {
    const html = rendered(text, options);
    expect(refusedIn(html)).toEqual([]);
    expect(html).not.toMatch(/<!|<\?|<h1|\bid="|\bstyle="|<svg/);
    expect(new Set(tagsOf(html).map(([name]) => name)).size).toBeGreaterThan(5);
  });

  it.each(fragments)("close each element: $file", ({ text, ...options }) => {
    const open: string[] = [];
    for (const [, slash, name = ""] of rendered(text, options).matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)) {
      if (slash) expect(open.pop()).toBe(name);
      else if (!/^(br|hr)$/.test(name)) open.push(name);
    }
    expect(open).toEqual([]);
  });

  it.each(fragments)("have no heading that skips a level: $file", ({ text, ...options }) => {
    const levels = [...rendered(text, options).matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
    expect(Math.min(...levels)).toBe(2);
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 1)).toBeLessThanOrEqual(1);
    });
  });
});

describe("hostile text in minutes", () => {
  it("remains text", () => {
    const html = renderNotes(readFixture(hostileMeeting), { to: "indico", by: "agenda" });
    expect(refusedIn(html)).toEqual([]);
    expect(html).not.toMatch(/href="(?!https?:|mailto:)/);
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "[x][r]\n\n    [r]: javascript:alert(1)",
    "<javascript:alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '[x](https://e.org/" onmouseover="alert(1))',
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
  ])("has no address or handler that runs: %s", (notes) => {
    const text = inMeeting(`  - title: x\n    notes: ${JSON.stringify(notes)}\n`);
    const html = renderNotes(readFixture(text), { to: "indico", by: "agenda" });
    expect(refusedIn(html)).toEqual([]);
    expect(html).not.toMatch(/href="(?!https?:|mailto:)/);
    expect(html).not.toMatch(/<[^>]* on\w+=/);
  });
});

describe("a fragment", () => {
  it.each([
    ['<main style="x"><p style="y">a</p></main>', "<p>a</p>"],
    ['<h1 id="t"><a href="https://e.org">T</a></h1>\n<p>a</p>', "<p>a</p>"],
    ['<h2 id="x" style="y">T</h2>', "<h2>T</h2>"],
    ['<a href="#x">a</a> <a href="https://e.org">b</a>', 'a <a href="https://e.org">b</a>'],
    ['<a href="javascript:x">a</a>', "a"],
    ["<div><svg><g><title>a</title><rect/></g></svg></div>\n<p>b</p>", "<p>b</p>"],
    [
      "<details><summary>Abstract</summary>\n<p>a</p>\n</details>",
      "<blockquote><p><strong>Abstract</strong></p>\n<p>a</p>\n</blockquote>",
    ],
    [
      '<table><tr><td style="text-align:right">1</td></tr></table>',
      '<table><tr><td align="right">1</td></tr></table>',
    ],
    ['<section class="x"><ol start="3"><li>a<br>b</li></ol></section>', '<ol start="3"><li>a<br>b</li></ol>'],
    ["<p>a</p>\n<hr>\n<pre><code>a\n\n\n</code></pre>", "<p>a</p>\n<hr>\n<pre><code>a\n\n\n</code></pre>"],
    ["<p>a &lt;svg&gt; b</p>", "<p>a &lt;svg&gt; b</p>"],
  ])("of %s", (html, expected) => {
    expect(indicoFragment(html)).toBe(expected);
  });
});
