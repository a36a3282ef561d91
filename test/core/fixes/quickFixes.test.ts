import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { fixText } from "../../../server/src/core/fixes/fixAll";
import { applyEdits } from "../../../server/src/core/text/range";
import { fixableExamples, fixableMultilineExamples } from "../../support/findingExamples";
import { inMeeting } from "../../support/findings";
import { knowledge, readMeeting } from "../../support/meeting";

const around = "  - title: Before\n    themes: none # kept\n";
const after = '  - title: "Next"\n    themes: none\n';

describe.each(["\n", "\r\n"])("every fix, with line ends %j", (eol) => {
  it.each([...fixableExamples, ...fixableMultilineExamples])("%s in %j", (code, item) => {
    const text = inMeeting(around + item + (item.endsWith("\n") ? after : "")).replaceAll("\n", eol);
    const document = readMeeting(text);
    const finding = document.findings().find((candidate) => candidate.code === code);
    expect(finding, `no ${code} in ${JSON.stringify(document.findings())}`).toBeDefined();
    const fixes = finding?.fixes?.() ?? [];
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
    const before = document.findings();
    for (const fix of fixes) {
      const fixed = applyEdits(text, fix.edits);
      const findings = readMeeting(fixed).findings();
      expect(parseDocument(fixed, { uniqueKeys: false }).errors, fix.title).toEqual([]);
      expect(count(findings, code), `${fix.title}: ${fixed}`).toBeLessThan(count(before, code));
      const expected = comments(text).filter(
        (comment) => code !== "unused-suppression" || !comment.includes("disable"),
      );
      // a fix may make a comment of `#42`
      expect(comments(fixed)).toEqual(code === "lost-text" ? expect.arrayContaining(expected) : expected);
      expect(fixed.replaceAll(eol, "")).not.toMatch(/[\r\n]/);
      expect(fixed.startsWith(inMeeting(around).replaceAll("\n", eol))).toBe(true);
      if (item.endsWith("\n")) expect(fixed.endsWith(after.replaceAll("\n", eol))).toBe(true);
    }
  });
});

describe("fixText", () => {
  it("applies what is safe, to the end, and changes nothing the second time", () => {
    const text = inMeeting(
      "  - title: x\n    themes: [Storage integration, storage-integration, security, security/aai] # c\n  - Coffee\n",
    );
    const fixed = fixText(text, knowledge);
    expect(fixed.text).toBe(
      inMeeting("  - title: x\n    themes: [storage-integration, security/aai] # c\n  - title: Coffee\n"),
    );
    expect(fixText(fixed.text, knowledge)).toEqual({ text: fixed.text, count: 0 });
  });
});

function count(findings: readonly { code: string }[], code: string): number {
  return findings.filter((finding) => finding.code === code).length;
}

/** The comments with a space after their `#`. */
function comments(text: string): readonly string[] {
  return [...text.matchAll(/(?<=\s)# (?:(?! #)[^\r\n])*/g)].map(([comment]) => comment);
}
