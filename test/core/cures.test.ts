import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import type { codes } from "../../server/src/core/finding";
import { fixText } from "../../server/src/core/fixAll";
import { applyEdits } from "../../server/src/core/range";
import { inMeeting } from "../support/findings";
import { knowledge, read } from "../support/meeting";

/** Items with something to cure, by the code of it; every cure of each is applied and checked. */
const ailing: readonly (readonly [(typeof codes)[number], string])[] = [
  ["yaml-syntax", "  - title: a: b\n    themes: none\n"],
  ["yaml-syntax", '  - title: "abc\n    themes: none\n'],
  ["yaml-syntax", "  - title: x\n    themes: [security\n    notes: hi\n"],
  ["yaml-syntax", '  - title: x\n    themes: ["security\n    notes: hi\n'],
  ["yaml-syntax", '  - title: x\n    themes: ["security] # why\n'],
  ["yaml-syntax", "  - title: x\n\tthemes: none\n"],
  ["yaml-syntax", "  - title: x\n   themes: none\n"],
  ["yaml-syntax", "  - title: x\n    speakers [A]\n    themes: none\n"],
  ["yaml-syntax", "  - title: 'it's'\n    themes: none\n"],
  ["yaml-syntax", "  - title: x\n    themes: none\n - title: y\n   themes: none\n"],
  ["unknown-key", "  - title: x\n    speaker: A. B # who\n    themes: none\n"],
  ["unknown-key", "  - title: x\n    tags: [security]\n"],
  ["unknown-key", "  - {title: x, themes: none, 'speaker': A}\n"],
  ["missing-key", "  - speakers: [A]\n    themes: none\n"],
  ["missing-key", "  # first\n  - {themes: none}\n"],
  ["missing-key", "  - title: x\n    themes: none\n    actions:\n      - owner: A\n"],
  ["wrong-type", "  - ti\n"],
  ["wrong-type", "  - title: 2019 # year\n    themes: none\n"],
  ["wrong-type", "  - title: x\n    themes: security\n"],
  ["wrong-type", "  - title: x\n    themes: none\n    speakers: A. B, C. D\n"],
  ["wrong-type", "  - title: x\n    themes: none\n    duration: 20 min\n"],
  ["invalid-value", "  - title: x\n    themes: none\n    actions: [{text: a, owner: b, status: opn}]\n"],
  [
    "invalid-date",
    "  - title: x\n    themes: none\n    actions: [{text: a, owner: b, due: 10 December 2019}]\n",
  ],
  ["unknown-theme", "  - title: x\n    themes: [securty] # c\n"],
  ["unknown-theme", '  - title: x\n    themes:\n      - "Storage integration"\n      - security\n'],
  ["unknown-theme", "  - title: x\n    themes: ['cvmfs-snapshotter']\n"],
  ["unknown-topic", "  - title: x\n    themes: [security/ai]\n"],
  ["duplicate-theme", "  - title: x\n    themes: [security, cncf-landscape, security]\n"],
  ["duplicate-theme", "  - title: x\n    themes:\n      - security # one\n      - security\n"],
  ["redundant-theme", "  - title: x\n    themes: [security, security/aai]\n"],
  ["redundant-theme", "  - title: x\n    themes:\n      - security/aai\n      - security"],
  ["untagged-item", "  - title: Lazy image pulling\n"],
  ["untagged-item", "  - title: Lazy image pulling # c\n    speakers:\n      - A\n    notes: |\n      x\n"],
  ["untagged-item", "  - {title: Lazy image pulling}\n"],
  ["untagged-item", "  - title: Lazy image pulling\n    themes:\n    notes: x\n"],
  ["untagged-item", "  - title: Lazy image pulling\n    themes: [] # c\n"],
  ["untagged-item", "  - title: Lazy image pulling\n    themes:\n      -\n"],
  ["untagged-item", "  -   title: Lazy image pulling\n      notes: x\n"],
  ["hidden-character", '  - title: "a \u202eb"\n    themes: none\n'],
  ["unused-suppression", "  - title: x\n    themes: none # wlcg-notes-disable-line untagged-item\n"],
  ["unused-suppression", "  # wlcg-notes-disable-next-line duplicate-key\n  - title: x\n    themes: none\n"],
];
const around = "  - title: Before\n    themes: none # kept\n";
const after = '  - title: "Next"\n    themes: none\n';

describe.each(["\n", "\r\n"])("every cure, with line ends %j", (eol) => {
  it.each(ailing)("%s in %j", (code, item) => {
    const text = inMeeting(around + item + (item.endsWith("\n") ? after : "")).replaceAll("\n", eol);
    const document = read(text);
    const finding = document.findings().find((candidate) => candidate.code === code);
    expect(finding, `no ${code} in ${JSON.stringify(document.findings())}`).toBeDefined();
    const fixes = finding?.fixes?.() ?? [];
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
    const before = document.findings();
    for (const fix of fixes) {
      const cured = applyEdits(text, fix.edits);
      const findings = read(cured).findings();
      expect(parseDocument(cured, { uniqueKeys: false }).errors, fix.title).toEqual([]);
      expect(count(findings, code), `${fix.title}: ${cured}`).toBeLessThan(count(before, code));
      expect(comments(cured)).toEqual(
        comments(text).filter((comment) => code !== "unused-suppression" || !comment.includes("disable")),
      );
      expect(cured.replaceAll(eol, "")).not.toMatch(/[\r\n]/);
      expect(cured.startsWith(inMeeting(around).replaceAll("\n", eol))).toBe(true);
      if (item.endsWith("\n")) expect(cured.endsWith(after.replaceAll("\n", eol))).toBe(true);
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

function comments(text: string): readonly string[] {
  return [...text.matchAll(/(?<=\s)#[^\r\n]*/g)].map(([comment]) => comment);
}
