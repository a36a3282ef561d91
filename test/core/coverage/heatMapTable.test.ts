import { describe, expect, it } from "vitest";
import { heatMapTable } from "../../../server/src/core/coverage/heatMapTable";
import { inMeeting } from "../../support/findings";
import { readMeeting } from "../../support/meeting";

function talks(count: number, keysOf: (index: number) => string = () => ""): string {
  const talk = (index: number) => `  - title: Talk ${index}\n    themes: [security]\n${keysOf(index)}`;
  return Array.from({ length: count }, (_, index) => talk(index + 1)).join("");
}

function headersOf(html: string): readonly string[] {
  const head = /<thead>(.*)<\/thead>/s.exec(html)?.[1] ?? "";
  return [...head.matchAll(/<button[^>]*>([^<]*)</g)].map(([, label = ""]) => label);
}

const shown = (items: string, width?: number) => heatMapTable(readMeeting(inMeeting(items)), width);

describe("the heat map of the preview", () => {
  it("shows items where they fit", () => {
    expect(headersOf(shown(talks(3)))).toEqual(["Talk 1", "Talk 2", "Talk 3"]);
  });

  it("shows sessions, days, communities or runs of items where the items do not fit", () => {
    const session = (index: number) => `    session: ${index % 2 ? "Storage" : "Security"}\n`;
    const day = (index: number) => `    date: 2026-12-0${1 + (index % 3)}\n`;
    const community = (index: number) => `    community: ${index % 2 ? "ATLAS" : "CMS"}\n`;
    expect(headersOf(shown(talks(51, session), 60))).toEqual(["Storage", "Security"]);
    expect(headersOf(shown(talks(51, day), 60))).toEqual(["2026-12-02", "2026-12-03", "2026-12-01"]);
    expect(headersOf(shown(talks(51, community), 60))).toEqual(["ATLAS", "CMS"]);
    expect(headersOf(shown(talks(51), 60))).toEqual(["1–9", "10–18", "19–27", "28–36", "37–45", "46–51"]);
  });

  it("has never more columns than fit", () => {
    for (const width of [0, 30, 40, 80, 400])
      expect(headersOf(shown(talks(51), width)).length).toBeLessThanOrEqual(Math.max(3, (width - 26) / 5));
  });

  it("leads from a cell and from a column to the item", () => {
    const html = shown("  - title: One\n    themes: none\n  - title: A < B\n    themes: [security/aai]\n");
    expect(html).toContain('data-line="6" title="A &lt; B">A &lt; B</button>');
    expect(html).toMatch(/<td class="level4"><button type="button" data-line="6" title="A &lt; B"[^>]*>1</);
    expect(html.match(/<tr>/g)).toHaveLength(3);
  });

  it("counts each item once in a column, and lists a few titles", () => {
    const html = shown(
      talks(51, () => "    community: CMS\n"),
      40,
    );
    expect(html).toContain("Talk 6\nand 45 more");
    expect(html).toContain(">51</button>");
  });

  it("is empty without themes", () => {
    expect(shown("  - title: One\n    themes: none\n")).toBe("");
    expect(heatMapTable(readMeeting(""))).toBe("");
  });
});
