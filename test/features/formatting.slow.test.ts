import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { formatting } from "../../server/src/features/formatting";
import { fixableExamples, unfixableExamples } from "../support/findingExamples";
import { inMeeting } from "../support/findings";
import { applyTextEdits, viewOf } from "../support/meeting";
import { messyMeeting } from "../support/messyMeeting";

function formatted(text: string): string {
  const view = viewOf(text);
  return applyTextEdits(view, formatting(view));
}

describe("formatting never changes what a file says", () => {
  const holds = (text: string) => {
    const after = formatted(text);
    expect(plain(after)).toEqual(plain(text));
    expect(comments(after)).toEqual(comments(text));
    expect(formatted(after)).toBe(after);
    if (text.includes("\r\n")) expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  };

  it("whatever the meeting and its layout", () =>
    fc.assert(fc.property(messyMeeting, holds), { numRuns: 150 }));

  it("and lays most of them out", () => {
    const meetings = fc.sample(messyMeeting, { numRuns: 100, seed: 1 });
    expect(meetings.filter((text) => formatted(text).includes("\n  - k0:")).length).toBeGreaterThan(80);
  });

  it.each([...fixableExamples, ...unfixableExamples])("with a finding of %s in %j", (_, item) =>
    holds(inMeeting(item)),
  );
});

function plain(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: "error" });
  if (document.errors.length > 0) return document.errors.map(({ code }) => code);
  try {
    return document.toJSON();
  } catch (error) {
    // `title: *star` without an anchor
    return String(error);
  }
}

function comments(text: string): readonly string[] {
  return [...text.matchAll(/(?<=^|\s)# c\d+/gm)].map(([comment]) => comment);
}
