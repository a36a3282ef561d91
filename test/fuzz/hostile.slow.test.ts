import { describe, expect, it } from "vitest";
import { MeetingDocument } from "../../server/src/core/analysis/meetingDocument";
import { truncateToWidth } from "../../server/src/core/text/displayWidth";
import { codeActions } from "../../server/src/features/codeActions/codeActions";
import { completion } from "../../server/src/features/completion/completion";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { folding } from "../../server/src/features/folding";
import { hover } from "../../server/src/features/hover";
import { preview, renderNotes } from "../../server/src/features/notesRequests";
import { inMeeting } from "../support/findings";
import { page } from "../support/fuzz/judge";
import { requestsAt, wholeRequests } from "../support/fuzz/requests";
import { slowTexts } from "../support/fuzz/traps";
import { knowledge, readMeeting, viewOf } from "../support/meeting";

/** UTF-16 units: code of quadratic time takes far longer than the test may. */
const long = 300_000;

describe("a line of nothing but", { timeout: 30_000 }, () => {
  const spaces = " ".repeat(long);

  it("spaces is quoted, numbered and named in no time", () => {
    const broken = viewOf(inMeeting(`  - title: x${" ".repeat(90_000)}x: y\n    themes: [a\n`));
    expect(documentSymbols(broken).length).toBeGreaterThan(0);
    const view = viewOf(inMeeting(`  - title: x\n    start: "9${spaces}x"\n    duration: "1${spaces}x"\n`));
    const range = { start: { line: 5, character: 0 }, end: { line: 6, character: 20 } };
    expect(codeActions(view, { range }, {}).length).toBeGreaterThan(0);
  });

  it("dashes is completed in no time", () => {
    const view = viewOf(inMeeting(`${"- ".repeat(long / 2)}\n`));
    expect(completion(view, { line: 4, character: 2 }).isIncomplete).toBe(false);
  });

  it("a comment, a million times over, is folded, and named in the outline", () => {
    const view = viewOf(`contributions:\n${"# c\n".repeat(1_000_000)}  - title: [a\n`);
    expect(folding(view)).toContainEqual({ startLine: 1, endLine: 1_000_000, kind: "comment" });
    expect(documentSymbols(view)[0]?.children?.[0]?.range.start.line).toBe(1_000_001);
    expect(renderNotes(view.document, { to: "markdown", by: "agenda" })).toContain("a");
  });

  it("one letter is cut in no time", () => {
    expect(truncateToWidth("*".repeat(long), 10)).toBe(`${"*".repeat(9)}…`);
    expect(truncateToWidth("日".repeat(long), 10)).toBe("日日日日…");
    expect(truncateToWidth("e\u0301".repeat(5), 5)).toBe("e\u0301".repeat(5));
  });
});

describe("a trap for careless expressions", { timeout: 120_000 }, () => {
  it("is answered soundly at every request", () => {
    const at = requestsAt({ line: 4, character: 20 });
    for (const { name, text } of slowTexts) {
      const view = viewOf(text(400));
      for (const { ask } of [...wholeRequests.filter(({ name }) => !/^(?:render|preview)/.test(name)), ...at])
        expect(ask(view), name).toBeUndefined();
    }
  });
});

describe("an item of thousands of", { timeout: 60_000 }, () => {
  const names = Array.from({ length: 4000 }, (_, at) => `k${at}`);
  const lines: Readonly<Record<string, string>> = {
    keys: names.map((name) => `    ${name}: 1\n`).join(""),
    "keys of one name": "    tilte: 1\n".repeat(4000),
    numbers: `    speakers: [${"1, ".repeat(4000)}1]\n`,
    themes: `    themes: [${names.join(", ")}]\n`,
    actions: `    actions: [${"{}, ".repeat(2000)}{}]\n`,
    suppressions: "    # wlcg-notes-disable-line untagged-item\n".repeat(2000),
    "entries that are none": `    speakers:\n${"      -\n".repeat(4000)}`,
  };

  it.each(Object.keys(lines))("%s has its finding, and the next one too", (what) => {
    const view = viewOf(inMeeting(`  - title: x\n${lines[what]}  - title: y\n    themes: [securty]\n`));
    const found = view.document.findings();
    expect(found.at(-1)?.code).toBe("unknown-theme");
    // the entries of a list that are in another form have one finding
    expect(found.length).toBeGreaterThan(what === "actions" ? 2 : 10);
    for (const { ask } of wholeRequests) expect(ask(view)).toBeUndefined();
  });

  it("keys has its first twenty findings reported, and the others once these are fixed", () => {
    const text = inMeeting(`  - title: x\n    themes: none\n${lines.keys}`);
    const shown = (of: string) =>
      readMeeting(of)
        .findings()
        .map(({ range }) => of.slice(range.start, range.end));
    expect(shown(text)).toEqual(names.slice(0, 20));
    const mended = text.replaceAll(/ {4}k1?\d: 1\n/g, "");
    expect(shown(mended)).toEqual(names.slice(20, 40));
  });
});

describe("what would act on a reader", () => {
  const titles = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[x](command:workbench.action.quit)",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
  ];

  it.each(titles)("%s is text in the preview, in notes and in a hover", (title) => {
    const quoted = `'${title}'`;
    const view = viewOf(
      inMeeting(
        `  - title: ${quoted}\n    speakers: [${quoted}]\n    community: ${quoted}\n    themes: [${quoted}]\n    notes: ${quoted}\n    ${quoted}: x\n`,
      ),
    );
    expect(page(preview(view, "agenda").html)).toBeUndefined();
    expect(page(renderNotes(view.document, { to: "html", by: "theme" }))).toBeUndefined();
    for (let offset = 0; offset < view.document.length; offset++) {
      const card = JSON.stringify(hover(view, view.positions.positionAt(offset)) ?? "");
      expect(card).not.toMatch(/<(?:img|script)|[^\\]\]\((?!https:)/);
    }
  });

  it("is shown where it turns the direction of writing", () => {
    const found = readMeeting(inMeeting('  - title: "a \u202e\u2066b"\n    themes: none\n')).findings();
    expect(found.map(({ code }) => code)).toContain("hidden-character");
  });
});

describe("a file that is too large", () => {
  const small = {
    ...knowledge,
    limits: { maxLength: 1000, maxBlocks: 20, maxBlockLength: 700, maxBlockSeparators: 700 },
  };
  const text = inMeeting(`  - title: x\n    themes: [securty]\n${"#\n".repeat(600)}`);

  it("has one finding, on its first line", () => {
    const document = MeetingDocument.read(text, small);
    expect(document.exceedsLimits).toBe(true);
    expect(document.findings().map(({ code, range }) => [code, range])).toEqual([
      ["too-complex", { start: 0, end: 1 }],
    ]);
    expect(document.findings()[0]?.message).toContain("wlcgNotes.maxFileSize");
  });

  it("or that has too many items", () => {
    const items = inMeeting("  - title: x\n".repeat(25));
    const document = MeetingDocument.read(items, small);
    expect(document.exceedsLimits).toBe(true);
    expect(document.findings().map(({ code, message }) => [code, message])).toEqual([
      ["too-complex", expect.stringContaining("the limit is 20 ")],
    ]);
    const fewer = document.edit({ start: items.length - 120, end: items.length, text: "" });
    expect(fewer.exceedsLimits).toBe(false);
    const more = fewer.edit({ start: fewer.length, end: fewer.length, text: "  - title: x\n".repeat(9) });
    expect(more.exceedsLimits).toBe(true);
  });

  it("an item that is too long has a finding on its first line, and all others are read", () => {
    const long = `  - title: long\n    notes: ${"x".repeat(800)}\n`;
    const items = inMeeting(`${long}  - title: x\n    themes: [securty]\n`);
    const document = MeetingDocument.read(items, { ...small, limits: { ...small.limits, maxLength: 2000 } });
    expect(document.findings().map(({ code, range }) => [code, items.slice(range.start, range.end)])).toEqual(
      [
        ["too-complex", "-"],
        ["unknown-theme", "securty"],
      ],
    );
  });

  it("an item that holds too much has a finding, and all others are read", () => {
    const items = inMeeting(
      `  - title: many\n    speakers: [${"1, ".repeat(300)}1]\n  - title: x\n    themes: [securty]\n`,
    );
    const limits = { maxLength: 2000, maxBlocks: 20, maxBlockLength: 1500, maxBlockSeparators: 200 };
    const found = MeetingDocument.read(items, { ...knowledge, limits }).findings();
    expect(found.map(({ code, range }) => [code, items.slice(range.start, range.end)])).toEqual([
      ["too-complex", "-"],
      ["unknown-theme", "securty"],
    ]);
    expect(found[0]?.message).toContain("200 line ends, commas, colons and brackets");
  });

  it("an item that is too long begins in the notes, and the others are there", () => {
    const lines = "      line\n".repeat(500_000);
    const text = inMeeting(`  - title: long\n    notes: |\n${lines}  - title: short\n    themes: none\n`);
    const limits = { maxLength: 1e8, maxBlocks: 1e4, maxBlockLength: 1e6, maxBlockSeparators: 1e6 };
    const notes = renderNotes(MeetingDocument.read(text, { ...knowledge, limits }), {
      to: "markdown",
      by: "agenda",
    });
    expect(notes).toContain("long");
    expect(notes).toContain("short");
    expect(notes.length).toBeLessThan(50_000);
  });

  it("is read once it is small enough, and no more once it is not", () => {
    const shorter = MeetingDocument.read(text, small).edit({
      start: text.length - 600,
      end: text.length,
      text: "",
    });
    expect(shorter.findings().map(({ code }) => code)).toEqual(["unknown-theme"]);
    const longer = shorter.edit({ start: shorter.length, end: shorter.length, text: "#\n".repeat(300) });
    expect(longer.findings().map(({ code }) => code)).toEqual(["too-complex"]);
  });
});
