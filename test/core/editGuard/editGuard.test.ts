import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { changesNothingElse } from "../../../server/src/core/editGuard/editGuard";
import { fixText } from "../../../server/src/core/fixes/fixAll";
import { tagText } from "../../../server/src/core/fixes/tagAll";
import { type Edit, insertion } from "../../../server/src/core/text/range";
import { codeActions } from "../../../server/src/features/codeActions/codeActions";
import { formatting } from "../../../server/src/features/formatting";
import { inMeeting } from "../../support/findings";
import { offeredEditsFor } from "../../support/fuzz/offers";
import { applyTextEdits, knowledge, readMeeting, viewOf } from "../../support/meeting";

/** The items after each offered fix, by its title; suppressions are left out. */
function offered(items: string): Readonly<Record<string, string>> {
  const view = viewOf(inMeeting(items));
  const fixes = offeredEditsFor(view).filter(({ kind }) => kind === "fix");
  return Object.fromEntries(fixes.map(({ title, after }) => [title, after.slice(inMeeting("").length)]));
}

function fixed(items: string): string {
  return fixText(inMeeting(items), knowledge).text.slice(inMeeting("").length);
}

function tagged(items: string): string {
  return tagText(inMeeting(items), knowledge).text.slice(inMeeting("").length);
}

const next = "  - title: Precious item\n    themes: [security]\n    notes: must survive\n";

describe("tagging an item whose list of themes has empty entries", () => {
  it.each([
    ["- ~", ""],
    ["- null", ""],
    ["- Null", ""],
    ["- NULL", ""],
    ["-", ""],
    ["- !!null", ""],
    ["- ~\n      - null", ""],
    ["-\n        ~", ""],
    ["- ~ # why", "      # why\n"],
    ["# above\n      - ~", "      # above\n"],
  ])("%j leaves the next item and the comments", (entries, comments) => {
    const items = `  - title: REANA workflows\n    themes:\n      ${entries}\n${next}`;
    const value = `  - title: REANA workflows\n    themes: VALUE\n${comments}${next}`;
    const theme = "[analysis-facilities/reproducible-analysis]";
    expect(offered(items)["Mark as having no theme (themes: none)"]).toBe(value.replace("VALUE", "none"));
    expect(tagged(items)).toBe(value.replace("VALUE", theme));
  });

  it.each([
    ["a root key", "surveys:\n  - question: x\n    themes: none\n"],
    ["a comment", "# a comment\n"],
    ["the end of the file", ""],
  ])("leaves %s below it", (_, below) => {
    const items = `  - title: Coffee\n    themes:\n      - ~\n${below}`;
    expect(offered(items)["Mark as having no theme (themes: none)"]).toBe(
      `  - title: Coffee\n    themes: none\n${below}`,
    );
  });

  it("keeps both of two comments that are alike", () =>
    expect(
      offered("  - title: Coffee\n    themes: # c\n      - # c\n")["Mark as having no theme (themes: none)"],
    ).toBe("  - title: Coffee\n    themes: none # c\n      # c\n"));

  it("keeps CRLF", () => {
    const text = inMeeting(`  - title: REANA workflows\n    themes: # a\n      - ~ # b\n${next}`);
    const crlf = tagText(text.replaceAll("\n", "\r\n"), knowledge).text;
    expect(crlf).toBe(tagText(text, knowledge).text.replaceAll("\n", "\r\n"));
  });
});

describe("an alias of another item", () => {
  it.each([
    ["a topic that says it", "themes: [&t security, security/aai]", "themes: [*t]"],
    ["a second entry", "themes: [security, &t security]", "themes: [*t]"],
    ["an entry in a block", "themes:\n      - &t security\n      - security/aai", "themes: [*t]"],
    [
      "a name that is no list",
      "themes: none\n    speakers: &t X. Speaker",
      "themes: none\n    speakers: [*t, Y]",
    ],
    ["a theme that is no list", "themes: &t security", "themes: [*t]"],
    ["a misspelt theme", "themes: [&t securty]", "themes: [*t]"],
    ["a duration", "themes: none\n    duration: &t 20 min", "themes: none\n    notes: *t"],
  ])("keeps its value: %s", (_, own, other) => {
    const items = `  - title: A\n    ${own}\n  - title: B\n    ${other}\n`;
    const before = load(inMeeting(items)) as { contributions: readonly unknown[] };
    for (const after of [...Object.values(offered(items)), fixed(items), tagged(items)]) {
      const { contributions } = load(inMeeting(after)) as typeof before;
      expect(contributions[1]).toEqual(before.contributions[1]);
    }
  });

  it.each([
    ["an item of a list that is none of the file's", "contribution:\n  - speakers: [*t, Y]\n"],
    ["a key that is none of the file's", "extra: [*t, Y]\n"],
    ["a broken item", "  - title: a: b\n    speakers: [*t, Y]\n"],
  ])("keeps its value in %s", (_, below) => {
    const anchored = "  - title: A\n    themes: none\n    speakers: &t X. Speaker\n";
    expect(offered(anchored + below)).not.toHaveProperty("Make it a list");
    expect(fixed(anchored + below)).toContain(anchored);
  });

  it("stays outside the quotes of the text it names", () =>
    expect(fixed("  - title: &t Rucio: x\n    themes: none\n  - title: *t\n    themes: none\n")).toContain(
      '  - title: &t "Rucio: x"\n',
    ));
});

describe("an entry that is removed", () => {
  it.each([
    ["[none, &t cncf-landscape]", "Remove none", "[&t cncf-landscape]"],
    ["[security/aai, &t security, cncf-landscape]", "Remove security", "[security/aai, cncf-landscape]"],
    ["[security/aai, # c\n      !!str security]", "Remove security", "[security/aai, # c\n      ]"],
  ])("%s takes its own anchor and tag along", (before, title, after) =>
    expect(offered(`  - title: x\n    themes: ${before}\n`)[title]).toBe(
      `  - title: x\n    themes: ${after}\n`,
    ),
  );
});

describe("a key without a colon, `? themes`,", () => {
  it.each([
    "  - ? themes\n    title: A\n  - title: B\n    themes: none\n    speakers: [v]\n",
    "  - title: A\n    ? themes\n  - title: B\n    themes: none\n    tags: [security]\n",
    "  - title: A\n    ? themes\nsurveys:\n  - question: x\n    themes: none\n",
  ])("gets no value of another item: %j", (items) => {
    expect(
      Object.keys(offered(items)).filter((title) => title === "Mark as having no theme (themes: none)"),
    ).toEqual([]);
    expect(tagged(items)).toBe(items);
  });

  it("gets its value where the colon is on the next line", () =>
    expect(
      offered("  - title: A\n    ? themes\n    # why\n    :\n")["Mark as having no theme (themes: none)"],
    ).toBe("  - title: A\n    ? themes\n    # why\n    : none\n"));
});

describe("a key without a value", () => {
  it.each([
    ["  - title: Coffee\n    themes: \n    speakers: [A]\n", "themes: none \n"],
    ["  - title: Coffee\n    themes: # later\n    speakers: [A]\n", "themes: none # later\n"],
    ["  - title: Coffee\n    themes:   # later\n", "themes: none   # later\n"],
    ["  - {title: Coffee, themes: , speakers: [A]}\n", "themes: none , speakers"],
    ["  - title: Coffee\n    themes:\t\n", "themes: none\t\n"],
  ])("gets one before the spaces and the comment after it: %j", (items, after) =>
    expect(offered(items)["Mark as having no theme (themes: none)"]).toContain(after),
  );

  it("is offered its owner, and the comment that is its text", () => {
    const action =
      "  - title: x\n    themes: none\n    speakers: [A. F]\n    actions:\n      - text: Ask\n        owner: # who\n";
    expect(offered(action)["Assign to A. F"]).toContain("owner: A. F # who\n");
    expect(offered("  - title: #Rucio\n    themes: none\n")["Quote this title"]).toContain(
      'title: "#Rucio"\n',
    );
  });
});

describe("stray words", () => {
  it.each(["hello world", "Coffee break 10:30", "foo"])("become a comment before a key: %s", (words) => {
    const text = `meeting:\n  title: T\n  date: 2019-12-10\n${words}\ncontributions:\n  - title: x\n    themes: none\n`;
    const comment = offeredEditsFor(viewOf(text)).find(({ title }) => title === "Make it a comment");
    expect(comment?.after).toBe(text.replace(words, `# ${words}`));
  });

  it.each(["null\n", "~\n", "# c\nnull # d\n", '""\n', "[]\n"])("no meeting is started after %j", (text) => {
    const changes = offeredEditsFor(viewOf(text)).filter(({ after }) => after !== text);
    expect(changes.filter(({ kind }) => kind !== "format")).toEqual([]);
  });
});

describe("a text without its hidden character", () => {
  it.each([
    "Talk \u200b#5",
    "\u200b*a",
    "\u200b&x y",
    "\u200b!x y",
    "\u200b|",
    "\u200b~",
    "\u200b[a, b]",
    "\u200b- x",
    "a:\u200b b",
    "\u200b@x",
  ])("stays the same text: %j", (title) => {
    const left = offered(`  - title: ${title}\n    themes: none\n`)["Remove the invisible characters"] ?? "";
    const { contributions } = load(inMeeting(left)) as { contributions: readonly { title: string }[] };
    expect(contributions[0]?.title).toBe(title.replace("\u200b", ""));
  });
});

describe("a broken line below a text of lines", () => {
  const notes = "  - title: a\n    themes: none\n    notes: |\n      text\n";
  it.each([
    "url: @x",
    "duration: 20: 30",
    "speakers: [A, @b]",
    'speakers: "A" and "B"',
    "themes= [a, b]",
    "start: 09:30: 1",
  ])("is never offered to be more of that text: %s", (line) => {
    for (const after of Object.values(offered(`${notes}    ${line}\n`)))
      expect(after).not.toContain(`      ${line}`);
  });

  it("is fixed where it is wrong", () => {
    const items = `${notes}    actions:\n      - text: Ask\n         owner: A\n`;
    expect(offered(items)).toEqual({
      "Indent by 8 spaces": items.replace("         owner", "        owner"),
    });
  });
});

describe("a line of a text that lost its place", () => {
  const notes = "  - title: R\n    themes: none\n    notes: |\n";
  it.each([
    ["      One\n     Two\n", "      One\n      Two\n"],
    ["      One\n     - Two\n", "      One\n      - Two\n"],
    ["      Uses: Helm.\n     - done\n", "      Uses: Helm.\n      - done\n"],
    ["       One\n      Two\n", "       One\n       Two\n"],
    ["      One\n\tTwo\n", "      One\n      Two\n"],
    ["\t  Interest is growing.\n", "      Interest is growing.\n"],
  ])("gets it back: %j", (lines, after) =>
    expect(Object.values(offered(notes + lines))[0]).toBe(notes + after),
  );

  it.each(["Actions: see below", "A line pasted here"])(
    "keeps the lines below it from being moved: %s",
    (line) => {
      const text = inMeeting(`${notes}      First line.\n${line}\n      - ask A\n      - ask B\n${next}`);
      expect(applyTextEdits(viewOf(text), formatting(viewOf(text)))).toBe(text);
    },
  );

  it("is no item of the list where its own text is further in", () => {
    const items =
      "  - title: Registries\nactions:\n      - text: A\n        owner: B\n  - title: Site\n    themes: none\n";
    expect(offered(items)).not.toHaveProperty("Align with the other items");
  });
});

describe("a key of the root that is indented", () => {
  it.each([
    "  discussion:\n  - topic: What next?\n    themes: none\n",
    " surveys:\n  - question: q\n    themes: none\n",
  ])("is never offered to be a key of the item above: %j", (below) =>
    expect(
      Object.keys(offered(`  - title: x\n    themes: none\n${below}`)).filter((title) =>
        /^Indent/.test(title),
      ),
    ).toEqual([]),
  );

  it("and a key of the meeting never to be one of the root", () => {
    const text =
      "meeting:\n  title: GDB\n date: 2024-03-13\ncontributions:\n  - title: x\n    themes: none\n";
    expect(offeredEditsFor(viewOf(text)).filter(({ title }) => title === "Remove the indentation")).toEqual(
      [],
    );
  });
});

it("the tag of a list goes with it", () =>
  expect(offered("  - title: x\n    themes: !!seq [none]\n")["Write themes: none"]).toBe(
    "  - title: x\n    themes: none\n",
  ));

describe("fix all changes nothing of", () => {
  it.each([
    "  - image-distribution/registries\n",
    "  - title: GDB  date: 2024-03-13\n    themes: none\n",
    "  - title: What next  themes: none\n",
  ])("%j", (items) => expect(fixed(items)).toBe(items));
});

it("the byte order mark stays when the comment after it goes", () => {
  const text = `\uFEFF# wlcg-notes-disable-file invalid-date\n${inMeeting("  - title: x\n    themes: none\n")}`;
  const remove = offeredEditsFor(viewOf(text)).find(({ title }) => title === "Remove the suppression");
  expect(remove?.after.startsWith("\uFEFFmeeting:")).toBe(true);
});

it("an answer does not depend on what was asked before", () => {
  const text = inMeeting("  - title: x\n    themes: none\n    speakers: [a,\n      b]\n");
  const at = text.indexOf("[a,") + 1;
  const comma: Edit = { start: at + 1, end: at + 2, text: "" };
  const all: Edit = {
    start: at,
    end: text.indexOf("]"),
    text: text.slice(at, text.indexOf("]")).replace(",", ""),
  };
  const alone = [comma, all].map((edit) => changesNothingElse([edit], readMeeting(text)));
  const document = readMeeting(text);
  expect([comma, all].map((edit) => changesNothingElse([edit], document))).toEqual(alone);
  expect([all, comma].map((edit) => changesNothingElse([edit], document))).toEqual([...alone].reverse());
});

describe("a key without a value", () => {
  const file = (line: string) =>
    `meeting:\n  title: M\n  date: 2019-12-10\ncontributions:\n  - title: A\n    themes: none\n${line}    notes: x\n`;
  const allows = (line: string, edit: (start: number) => Edit): boolean => {
    const text = file(line);
    return changesNothingElse([edit(text.indexOf(line))], readMeeting(text));
  };

  it.each([
    ["    speakers: none\n", true],
    ["    speakers: [none, n/a]\n", true],
    ["    actions:\n      - text: none\n        owner: none\n", true],
    ["    speakers: [none, A. Forti]\n", false],
    ["    actions:\n      - text: none\n        owner: A. Forti\n", false],
    ["    community: ATLAS\n", false],
    ["    speakers: &a none\n", false],
  ])("%j may be removed: %s", (line, expected) =>
    expect(allows(line, (start) => ({ start, end: start + line.length, text: "" }))).toBe(expected),
  );

  it.each([
    ['    end: "10:30"\n', 4, "# ", true],
    ['    end: "10:30"\n', 4, "#", false],
    ["    speakers:\n      - A. Forti\n", 4, "# ", false],
  ])("%j may become a comment at %s by %j: %s", (line, column, text, expected) =>
    expect(allows(line, (start) => ({ start: start + column, end: start + column, text }))).toBe(expected),
  );
});

describe("what is safe", () => {
  it("leaves valid values", () => {
    const items = "  - title: A\n    themes: security, see notes]\n";
    expect(fixed(items)).toBe(items);
    expect(offered(items)["Make it a list"]).toBeUndefined();
  });

  it("is done for findings that a broken item hid", () =>
    expect(
      fixed(
        "  - title: Rucio: the next steps\n    themes: [security]\n    speaker: A\n    duration: an age\n" +
          "  - title: B\n    themes: [security, security]\n",
      ),
    ).toBe(
      '  - title: "Rucio: the next steps"\n    themes: [security]\n    speaker: A\n    duration: an age\n' +
        "  - title: B\n    themes: [security]\n",
    ));

  it("is done but for the one fix that would harm", () => {
    const harmful = "  - title: A\n    themes: [&t security, security/aai]\n  - title: B\n    themes: [*t]\n";
    const harmless = (themes: string) => `  - title: C\n    themes: [${themes}]\n`;
    expect(fixed(harmful + harmless("security, security"))).toBe(harmful + harmless("security"));
  });
});

describe("a lone CR", () => {
  const items =
    "  # wlcg-notes-disable-next-line untagged-item\r  - title: Precious\n    themes: none\n" +
    "  - title: Rook\n    themes: [security, security]\n";

  it("is the only thing that is offered a fix", () => {
    expect(Object.keys(offered(items))).toEqual(["Replace each lone carriage return with a line end"]);
    expect(offered(items)["Replace each lone carriage return with a line end"]).toBe(
      items.replace("\r", "\n"),
    );
    expect([fixed(items), tagged(items), formatting(viewOf(inMeeting(items)))]).toEqual([items, items, []]);
  });

  it("is found where it is, and the other items are read", () => {
    const document = readMeeting(inMeeting(items));
    const [first] = document.findings();
    expect(document.text.slice(first?.range.start, first?.range.end)).toBe("\r");
    expect(document.items().map(({ summary }) => summary.title)).toContain("Rook");
  });
});

describe("a list of contributions that lacks its dash", () => {
  it.each([
    "    title: y\n    speakers:\n      - A\n      - B\n    notes: z\n",
    "  title: y\n  speakers:\n  - A\n  - B\n  notes: z\n",
    "  title: y\n  actions:\n    - text: a\n",
  ])("keeps its values: %j", (items) => {
    const text = inMeeting(items);
    expect(load(applyTextEdits(viewOf(text), formatting(viewOf(text))))).toEqual(load(text));
    expect([fixed(items), tagged(items)]).toEqual([items, items]);
    expect(readMeeting(text).items()).toEqual([]);
  });
});

describe("an edit that changes something else", () => {
  const text = inMeeting(`  - title: A # why\n    themes: none\n    notes: |\n      text\n${next}`);
  const at = (part: string): number => text.indexOf(part);
  it.each<[string, Edit]>([
    ["swallows the next item", { start: at("      text") + 10, end: at("  - title: Prec"), text: "" }],
    [
      "takes an item out of its list",
      { start: at("  - title: Prec"), end: at("- title: Prec"), text: "      " },
    ],
    ["loses a comment", { start: at(" # why"), end: at("\n    themes: none"), text: "" }],
    ["gives a text to another key", { start: at("\n    notes: |"), end: at("text\n"), text: "" }],
    ["adds an item to nothing", { start: at("contributions"), end: at("contributions"), text: "x" }],
    ["closes no bracket", { start: at("security]"), end: at("]") + 1, text: "" }],
  ])("is found out: one that %s", (_, edit) => {
    const others = text.replace("title: A # why", "title: A # why\n    url: cern.ch");
    expect(others).not.toBe(text);
    expect(changesNothingElse([edit], readMeeting(text))).toBe(false);
  });
});

it("an edit that is offered is one that a menu shows", () => {
  const view = viewOf(
    inMeeting("  - title: A\n    themes: [&t security, security/aai]\n  - title: B\n    themes: [*t]\n"),
  );
  const end = view.positions.positionAt(view.document.length);
  const actions = codeActions(view, { range: { start: { line: 0, character: 0 }, end } }, {});
  expect(actions.filter(({ title }) => !title.startsWith("Disable"))).toEqual([]);
});

describe("a value without a no-break space at its end", () => {
  it("is the only value that changes", () => {
    const text = inMeeting("  - title: x\n    themes: none\u00a0\n");
    const start = text.indexOf("\u00a0");
    expect(changesNothingElse([{ start, end: start + 1, text: "" }], readMeeting(text))).toBe(true);
  });
});

describe("a comment that ends with a typographic quote", () => {
  const text = inMeeting("  - title: \u201cRucio #42\u201d\n    themes: none\n");
  const start = text.indexOf("\u201c");
  const end = text.indexOf("\u201d") + 1;

  it("may become a part of a string in straight quotes", () =>
    expect(changesNothingElse([{ start, end, text: '"Rucio #42"' }], readMeeting(text))).toBe(true));

  it("may not be removed", () =>
    expect(changesNothingElse([{ start, end, text: '"Rucio"' }], readMeeting(text))).toBe(false));
});
describe("lines that become the text of `notes`", () => {
  it("may be a list with keys, and a comment", () => {
    const items = "  - title: a\n    themes: none\n    notes:\n      # Heading\n      - b: c\n      - d\n";
    expect(offered(items)["Make these 3 lines the notes"]).toBe(items.replace("notes:", "notes: |"));
  });

  it("keep every word", () => {
    const text = inMeeting("  - title: a\n    themes: none\n    notes:\n      - b\n      - c\n");
    const at = text.indexOf("notes:") + "notes:".length;
    const document = readMeeting(text);
    const end = text.lastIndexOf("      - c");
    const isAllowed = (edits: readonly Edit[]): boolean => changesNothingElse(edits, document);
    expect(isAllowed([insertion(at, " |")])).toBe(true);
    expect(isAllowed([insertion(at, " |"), { start: end, end: text.length, text: "" }])).toBe(false);
  });
});
