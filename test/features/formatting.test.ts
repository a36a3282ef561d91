import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { formatting } from "../../server/src/features/formatting";
import { applied } from "../support/features";
import { inMeeting } from "../support/findings";
import { viewOf } from "../support/meeting";

function formatted(text: string): string {
  const view = viewOf(text);
  return applied(view, formatting(view));
}

function expectFormatted(before: string, after: string): void {
  expect(formatted(before)).toBe(after);
  expect(formatted(after)).toBe(after);
}

describe("formatting", () => {
  it("lines up what belongs together and keeps comments and quotes", () => {
    expectFormatted(
      "meeting:\n    title:   'M'   # the name\n    date: 2019-12-10\ncontributions:\n-   title: \"One\"\n    # why\n    themes:\n    - security\n",
      "meeting:\n  title: 'M'   # the name\n  date: 2019-12-10\ncontributions:\n  - title: \"One\"\n    # why\n    themes:\n      - security\n",
    );
  });

  it("keeps Windows line ends", () => {
    const before = inMeeting("-   title: One\n    themes: none\n").replaceAll("\n", "\r\n");
    expectFormatted(before, inMeeting("  - title: One\n    themes: none\n").replaceAll("\n", "\r\n"));
  });

  it("keeps the lines of a text as they are", () => {
    const text = inMeeting(
      "  - title: One\n    themes: none\n    notes: |\n      a\n\n        code   here\n      - b\n",
    );
    expectFormatted(text, text);
  });

  it("moves a text with its key, whole", () => {
    expectFormatted(
      inMeeting("-     title: One\n      notes: |\n          a\n            b\n"),
      inMeeting("  - title: One\n    notes: |\n        a\n          b\n"),
    );
  });

  it("leaves a broken item alone, and lays out the others in line with it", () => {
    expectFormatted(
      inMeeting("-   title: One\n    themes: [sec\n-   title: Two\n    themes: none\n"),
      inMeeting("-   title: One\n    themes: [sec\n- title: Two\n  themes: none\n"),
    );
  });

  it("does nothing to what is in order, and to what is no meeting", () => {
    for (const text of [
      "",
      "\n",
      "# only this\n",
      inMeeting("  - {title: One, themes: none}\n"),
      "just words\n",
    ])
      expect(formatted(text)).toBe(text);
  });

  it("never changes what the file says, and is done after once", () => {
    const word = fc.constantFrom(
      "a",
      "k8s on metal",
      "'it''s'",
      '"x: y"',
      "🙂",
      "[p, q]",
      "{r: 1}",
      "|\n        t\n\n         u",
      "2019-12-10",
      "",
    );
    const indent = fc.integer({ min: 1, max: 6 });
    const item = fc.tuple(
      indent,
      fc.array(fc.tuple(fc.constantFrom("title", "notes", "themes", "community"), word), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), fc.boolean(), (items, isWindows) => {
        const lines = items.flatMap(([gap, entries]) =>
          entries.map(([key, value], index) =>
            index === 0 ? `-${" ".repeat(gap)}${key}: ${value}` : `${" ".repeat(gap + 1)}${key}: ${value}`,
          ),
        );
        const text = inMeeting(`${lines.join("\n")}\n`).replaceAll("\n", isWindows ? "\r\n" : "\n");
        const once = formatted(text);
        expect(formatted(once)).toBe(once);
        expect(meaning(once)).toEqual(meaning(text));
      }),
      { numRuns: 300 },
    );
  });
});

/** What a YAML reader makes of it; nothing where it refuses. */
function meaning(text: string): unknown {
  try {
    return parse(text, { uniqueKeys: false, logLevel: "silent" }) as unknown;
  } catch {
    return undefined;
  }
}
