import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../../server/src/core/coverage/coverageOf";
import { coverageSvg } from "../../../server/src/core/coverage/svg";
import { inMeeting } from "../../support/findings";
import { readFixture } from "../../support/fixtureCatalogue";
import { readMeeting } from "../../support/meeting";

function picture(...texts: readonly string[]): string {
  return coverageSvg(coverageOf(texts.map((text) => readMeeting(text))), { title: "Coverage" });
}

function dated(date: string, themes: string): string {
  return `meeting: {title: M, date: ${date}}\ncontributions:\n  - {title: x, themes: ${themes}}\n`;
}

/** The strengths of the cells that show these counts, in order. */
function strengths(svg: string): readonly (readonly [count: number, strength: number])[] {
  return [...svg.matchAll(/fill-opacity="([\d.]+)"\/><text[^>]*>(\d+)</g)].map(([, strength, count]) => [
    Number(count),
    Number(strength),
  ]);
}

/** WCAG's relative luminance of a grey, or of a colour laid over one. */
function luminance(channels: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe("the picture of a coverage", () => {
  it("matches the reviewed picture of the sample", async () => {
    const sample = readFileSync(new URL("../../golden/pre-gdb.contributions.yaml", import.meta.url), "utf8");
    const svg = coverageSvg(coverageOf([readFixture(sample)]), { title: "Coverage" });
    await expect(svg).toMatchFileSnapshot("sample.svg");
  });

  it("says to a screen reader what it shows", () => {
    const svg = picture(inMeeting("  - {title: x, duration: 20, themes: [security]}\n  - {title: y}\n"));
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*>\n<title>Coverage<\/title>\n<desc>/);
    expect(svg).toContain(
      "<desc>2 items, 20 min, 1 untagged. Items by theme: Security (1). Not covered: Analysis facilities,",
    );
  });

  it("describes each cell as text for screen readers", () => {
    const items = "  - {title: x, community: CMS, duration: 20, themes: [security/aai]}\n";
    const more = "  - {title: y, community: CMS, themes: [security]}\n";
    const desc = /<desc>.*<\/desc>/s.exec(picture(inMeeting(items + more)))?.[0];
    expect(desc).toContain("Security: 2 items, 20 min. Contributions: x, y. Communities: CMS (2).");
    expect(desc).toContain(
      "Security, Authentication and authorisation: 1 item, 20 min. Contributions: x. Communities: CMS.",
    );
    expect(desc).not.toContain("Storage integration:");
  });

  it("needs nothing from outside, and no style sheet", () => {
    const svg = picture(inMeeting("  - {title: x, duration: 20, themes: [security]}\n"));
    expect(svg).not.toMatch(
      /<(script|style|image|use|foreignObject|a)\b|\b(href|class|style|id|on\w+)=|url\(/,
    );
    expect([...svg.matchAll(/http[^"]*/g)].map(String)).toEqual(["http://www.w3.org/2000/svg"]);
  });

  it("keeps hostile text as text", () => {
    const title = `</title><script>alert(1)</script>"'&amp;\\u0000\\u001b\\ud800`;
    const svg = picture(
      `meeting: {title: M, date: 2019-12-10}\ncontributions:\n  - {title: "${title.replaceAll('"', '\\"')}", community: "<b>", themes: [security]}\n`,
    );
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("<b>");
    expect(svg).toContain("&lt;b&gt;");
    expect(svg).toContain("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;");
    expect(svg).not.toMatch(/(?![\n])[\p{Cc}\p{Cs}]/u);
  });

  it("cuts long labels and has them in full as a title", () => {
    const svg = picture(inMeeting(`  - {title: ${"👩‍🔬".repeat(60)}, themes: [security]}\n`));
    expect(svg).toContain(`<title>${"👩‍🔬".repeat(60)}</title>${"👩‍🔬".repeat(12)}…</text>`);
  });

  it("grows stronger with the count, and has no fill for an empty cell", () => {
    const items = (count: number, theme: string) =>
      `  - {title: x, community: CMS, themes: [${theme}]}\n`.repeat(count);
    const svg = picture(
      inMeeting(
        [items(1, "security"), items(5, "storage-integration"), items(9, "image-distribution")].join(""),
      ),
    );
    const byCount = new Map(
      strengths(svg.slice(svg.indexOf(">Communities<"))).filter(([count]) => count > 1),
    );
    expect(byCount.get(5)).toBeLessThan(byCount.get(9) ?? 0);
    expect(svg).toMatch(/fill="none" stroke="currentColor"/);
    expect(svg).not.toContain(">0</text></g>");
  });

  it.each([
    ["white", 1, 0],
    ["the editor's light theme", 1, 0x3b / 255],
    ["the editor's dark theme", 0x1f / 255, 0xcc / 255],
    ["black", 0, 1],
  ])("keeps its numbers legible on %s, and its steps in order", (_, ground, text) => {
    const blue = [0x3b, 0x82, 0xf6].map((channel) => channel / 255);
    const many = Array.from({ length: 12 }, (_, index) => `2020-01-${index + 10}`);
    const svg = picture(
      ...many.map((date, index) =>
        dated(date, "[security]").concat("  - {title: x, themes: [security]}\n".repeat(index)),
      ),
    );
    const distinct = [...new Set(strengths(svg).map(([, strength]) => strength))].sort();
    expect(distinct).toHaveLength(4);
    const cells = distinct.map((alpha) =>
      luminance(blue.map((channel) => alpha * channel + (1 - alpha) * ground)),
    );
    const away = cells.map((cell) => Math.abs(cell - luminance([ground, ground, ground])));
    expect(away).toEqual([...away].sort((a, b) => a - b));
    for (const cell of cells) {
      const [light, dark] = [cell, luminance([text, text, text])].sort((a, b) => b - a) as [number, number];
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(4.5);
    }
  });

  it("shows the newest of very many meetings, and states that", () => {
    const many = Array.from({ length: 60 }, (_, index) => dated(`${1960 + index}-01-01`, "[security]"));
    const svg = picture(...many);
    expect(svg).not.toContain(">1979-01-01<");
    expect(svg).toContain(">1980-01-01<");
    expect(svg).toContain("20 more columns are counted but not shown.");
    expect(svg).toContain('text-anchor="end">60</text>');
  });

  it("draws what there is of an empty file, and of none", () => {
    expect(picture("")).toContain("no item has this theme");
    expect(picture()).toMatch(/^<svg .*<\/svg>\n$/s);
  });
});
