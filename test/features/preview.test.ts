import { describe, expect, it } from "vitest";
import { preview } from "../../server/src/features/preview";
import { inMeeting } from "../support/findings";
import { viewOf } from "../support/meeting";

const meeting = inMeeting(`  - title: One
    themes: [security]
    notes: |
      **bold**
  - title: Two
    themes: [sec
  - title: Three
    themes: none
`);

describe("the preview", () => {
  it("has the lines of each heading's item", () => {
    const { html, places } = preview(viewOf(meeting), "agenda");
    const lines = places.map(({ id, line, endLine }) => {
      const title = new RegExp(`id="${id}"[^>]*><button[^>]*>([^<]*)<`).exec(html)?.[1];
      return `${title} ${line}-${endLine}`;
    });
    expect(lines).toEqual(["One 4-7", "Two 8-9", "Three 10-11"]);
  });

  it("leaves looks to the editor's theme", () => {
    const { html } = preview(viewOf(meeting), "theme");
    expect(html).not.toMatch(/<[^>]* style=/);
    expect(html).toContain('class="facts"');
    expect(html).toContain('class="warning"');
  });

  it("shows what a title says and runs nothing of it", () => {
    const hostile = `  - title: '<img src=x onerror=alert(1)> style="x"'\n    themes: none\n    notes: '<script>x</script> [a](javascript:x)'\n`;
    const { html } = preview(viewOf(inMeeting(hostile)), "theme");
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt; style=&quot;x&quot;");
    expect(html).not.toMatch(/<(script|img)/);
    expect(html).not.toMatch(/href="javascript/);
  });

  it("keeps the title for going to the item, and gives the item's page a separate link", () => {
    const { html } = preview(
      viewOf(inMeeting("  - {title: One, themes: none, url: https://example.org/1}\n")),
      "theme",
    );
    expect(/<h3[^>]*>(.*)<\/h3>/.exec(html)?.[1]).toBe(
      '<button type="button" class="goTo">One</button> <a href="https://example.org/1" aria-label="Page of “One”">↗</a>',
    );
  });

  it("marks an error once its line is no longer typed", () => {
    const view = viewOf(inMeeting("  - title: One\n    themes: none\n    speaker: A\n"));
    expect(preview(view, "theme").html).toContain("Line 7: `speaker` is not a key");
    expect(preview(view, "theme", { typedLine: 6 }).html).not.toContain("Line 7");
    expect(preview(view, "theme", { typedLine: 5 }).html).toContain("Line 7");
  });

  it("has the meeting's title, and something for a file without any", () => {
    expect(preview(viewOf(meeting), "theme").title).toBe("M");
    expect(preview(viewOf(""), "theme").places).toEqual([]);
  });
});
