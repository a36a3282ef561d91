/** What people put up with in other YAML tooling, one test for each. */
import { describe, expect, it } from "vitest";
import { codeActions } from "../../server/src/features/codeActions";
import { completion, resolveCompletion } from "../../server/src/features/completion";
import { documentSymbols } from "../../server/src/features/documentSymbols";
import { hover } from "../../server/src/features/hover";
import { expectFindings, inMeeting } from "../support/findings";
import { knowledge, read, viewOf, withCursor } from "../support/meeting";

function card(marked: string): string {
  const { view, offset } = withCursor(marked);
  const contents = hover(view, view.positions.positionAt(offset))?.contents;
  return typeof contents === "object" && "value" in contents ? contents.value : "";
}

function offered(marked: string): string[] {
  const { view, offset } = withCursor(marked);
  return completion(view, view.positions.positionAt(offset)).items.map(({ label }) => label);
}

describe("a hover", () => {
  it("shows the one theme it stands on", () => {
    expect(card(inMeeting("  - {title: a, themes: [secu<|>rity]}\n"))).toContain("`security`");
    expect(card(inMeeting("  - {title: a, themes: [secu<|>rity]}\n"))).not.toContain("storage-integration");
  });

  it("shows the theme that a misspelt one probably means", () => {
    expect(card(inMeeting("  - {title: a, themes: [secu<|>rty]}\n"))).toContain("Did you mean this one?");
    expect(card(inMeeting("  - {title: a, themes: [secu<|>rty]}\n"))).toContain("`security`");
  });
});

describe("one unclosed `[sec`", () => {
  it("brings one finding, on its own line", () => {
    expectFindings(
      inMeeting(`  - title: a
    themes: [sec
            ^^^^ yaml-syntax: This bracket is never closed.
  - title: b
    themes: none
`),
    );
  });

  it("leaves the next item its findings, hovers, completions and symbols", () => {
    const broken = "  - title: a\n    themes: [sec\n";
    expect(card(inMeeting(`${broken}  - {title: b, themes: [secu<|>rity]}\n`))).toContain("**Security**");
    expect(offered(inMeeting(`${broken}  - title: b\n    themes: [<|>]\n`))).toContain("security");
    expect(documentSymbols(viewOf(inMeeting(`${broken}  - title: b\n`))).at(-1)?.children).toHaveLength(2);
    expect(
      read(inMeeting(`${broken}  - title: b\n`))
        .findings()
        .map(({ code }) => code),
    ).toEqual(["yaml-syntax", "untagged-item"]);
  });
});

describe("themes", () => {
  it.each([
    ["on a fresh line below `themes:`", "  - title: a\n    themes:\n      <|>\n"],
    ["on a fresh line behind a dash", "  - title: a\n    themes:\n      - security\n      - <|>\n"],
    ["within an unclosed quote", '  - title: a\n    themes: ["stor<|>\n'],
    ["within an unclosed bracket", "  - title: a\n    themes: [<|>\n"],
  ])("are offered %s", (_, items) => {
    expect(offered(inMeeting(items))).toContain("storage-integration");
  });

  it("are not offered twice", () => {
    for (const items of [
      "  - {title: a, themes: [security, <|>]}\n",
      "  - title: a\n    themes:\n      - security\n      - <|>\n",
    ])
      expect(offered(inMeeting(items))).not.toContain("security");
  });
});

describe("a fix", () => {
  const titles = (marked: string): string[] => {
    const { view, offset } = withCursor(marked);
    const position = view.positions.positionAt(offset);
    return codeActions(view, { range: { start: position, end: position } }, {}).map(
      ({ title, isPreferred }) => (isPreferred ? `${title} (preferred)` : title),
    );
  };

  it("for a misspelt value comes best first, and one is preferred", () => {
    const [first, ...others] = titles(inMeeting("  - {title: a, themes: [secu<|>rty]}\n"));
    expect(first).toBe("Replace with `security` (preferred)");
    expect(others.filter((title) => title.endsWith("(preferred)"))).toEqual([]);
    expect(others.filter((title) => title.startsWith("Replace")).length).toBeLessThanOrEqual(2);
  });

  it("is there for a missing key, whose mark is on the item's first key", () => {
    expectFindings(
      inMeeting(`  - speakers: [a]
    ^^^^^^^^ missing-key: A contribution needs a \`title\`.
    themes: none
`),
    );
    expect(titles(inMeeting("  - spea<|>kers: [a]\n    themes: none\n"))[0]).toMatch(
      /^Add.*title.*\(preferred\)$/,
    );
  });
});

describe("one cause, one finding", () => {
  it("`title: a: b` is to be quoted", () => {
    const findings = read(inMeeting("  - title: a: b\n    themes: none\n")).findings();
    expect(findings.map(({ code }) => code)).toEqual(["yaml-syntax"]);
    expect(findings[0]?.fixes?.().map(({ title }) => title)).toEqual(["Quote this title"]);
  });

  it("a bare `title:` has no value", () => {
    expect(
      read(inMeeting("  - title:\n"))
        .findings()
        .map(({ code }) => code),
    ).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ["a recursive anchor", "  - &a\n    title: x\n    notes: *a\n", "*a"],
    ["an alias to nothing", "  - title: *nope\n    themes: none\n", "*nope"],
    ["a theme given twice", "  - title: x\n    themes: [security, cncf-landscape, security]\n", "security"],
  ])("%s marks what is wrong and nothing else", (_, items, marked) => {
    const text = inMeeting(items);
    const findings = read(text)
      .findings()
      .filter(({ code }) => code !== "untagged-item");
    expect(findings.map(({ range }) => text.slice(range.start, range.end))).toEqual([marked]);
  });

  it("a theme given twice is marked where it stands again", () => {
    const text = inMeeting("  - title: x\n    themes: [security, cncf-landscape, security]\n");
    expect(read(text).findings()[0]?.range.start).toBe(text.lastIndexOf("security"));
  });
});

describe("a broken item leaves all others as they are", () => {
  const good = "  - title: Harbor\n    themes: [secrity]\n";
  const later = "  - title: Rook\n    themes: [storage-integration]\n    speakers: [A. Person]\n";

  it.each([
    ["an unclosed quote", '  - title: "x\n    themes: none\n'],
    ["a tab", "  - title: x\n\tthemes: none\n"],
    ["a bad indent", "  - title: x\n   themes: none\n"],
    ["an unclosed bracket", "  - title: x\n    themes: [sec\n"],
    ["a stray brace", "  - title: x\n    themes: none\n    }\n"],
    ["a key without its colon", "  - title: x\n    speakers A\n    themes: none\n"],
    ["an unclosed brace", "  - {title: x\n"],
    ["a dash too many", "  - - \n"],
    ["a key given twice", "  - title: x\n    title: y\n    themes: none\n"],
  ])("%s", (_, broken) => {
    const whole = inMeeting(good + later);
    const text = inMeeting(good + broken + later);
    const outside = (start: number): boolean =>
      start < text.indexOf(broken) || start >= text.indexOf(broken) + broken.length;
    const found = read(text)
      .findings()
      .filter(({ range }) => outside(range.start));
    expect(found.map(({ code, message }) => [code, message])).toEqual(
      read(whole)
        .findings()
        .map(({ code, message }) => [code, message]),
    );
    const names =
      documentSymbols(viewOf(text))
        .at(-1)
        ?.children?.map(({ name }) => name) ?? [];
    expect([names[0], names.at(-1), names.length]).toEqual(["Harbor", "Rook", 3]);
    expect(card(text.replace("storage-integration", "storage-<|>integration"))).toContain(
      "`storage-integration`",
    );
    expect(offered(text.replace("[storage-integration]", "[<|>]"))).toContain("security");
  });
});

describe("a completion", () => {
  it("has its documentation only when it is asked for", () => {
    const { view, offset } = withCursor(inMeeting("  - {title: a, themes: [<|>]}\n"));
    const { items } = completion(view, view.positions.positionAt(offset));
    expect(items.filter(({ documentation }) => documentation !== undefined)).toEqual([]);
    const [first] = items;
    expect(first && resolveCompletion(first, knowledge.vocabulary).documentation).toBeDefined();
  });

  it("is complete, so that a client need not ask again at every letter", () => {
    const { view, offset } = withCursor(inMeeting("  - {title: a, themes: [<|>]}\n"));
    expect(completion(view, view.positions.positionAt(offset)).isIncomplete).toBe(false);
  });
});

describe("text beyond ASCII", () => {
  it("is counted as the protocol counts", () => {
    const view = viewOf(inMeeting("  - title: 🙂 é 漢字\n    themes: [secrity]  # 🙂\n"));
    const [finding] = view.document.findings();
    expect(finding && view.document.text.slice(finding.range.start, finding.range.end)).toBe("secrity");
    expect(card(inMeeting("  - {title: 🙂🙂 漢字 Har<|>bor, themes: none}\n"))).toContain("**Harbor**");
  });
});
