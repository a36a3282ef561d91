/**
 * Behaviour that users criticise in other editors, one test each. See also `brokenItems`, `diagnostics`,
 * `core/analysis/suppressions`, `lsp/stdio` and `docs/languageId`.
 */
import { describe, expect, it } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { codes } from "../../server/src/core/findings/codes";
import { completion, resolveCompletion } from "../../server/src/features/completion/completion";
import {
  actionsAt,
  completionItems,
  completionLabels,
  findingLines,
  hoverText,
  outline,
  textAfterAction,
} from "../support/editorRequests";
import { inMeeting } from "../support/findings";
import { knowledge, readMeeting, withCursor } from "../support/meeting";

const refs = knowledge.vocabulary.references.map(({ ref }) => ref);

function fixesAt(items: string): readonly CodeAction[] {
  return actionsAt(inMeeting(items)).actions.filter(({ title }) => !title.startsWith("Disable"));
}

describe("hovering a theme", () => {
  it("shows that one theme, not a list of all", () => {
    const { card = "", word } =
      hoverText(inMeeting("  - {title: x, themes: [cncf-landscape, secu<|>rity]}\n")) ?? {};
    expect(word).toBe("security");
    expect(
      knowledge.vocabulary.catalogue.themes.filter(({ title }) => card.includes(`**${title}**`)),
    ).toHaveLength(1);
  });

  it.each([
    ["securty", "security"],
    ["storage integration", "storage-integration"],
    ["security/ai", "security/aai"],
    ["cmcf-landscape", "cncf-landscape"],
  ])("shows on the typo `%s` the theme it probably means, and no other", (typo, expected) => {
    const { card = "", word } = hoverText(inMeeting(`  - {title: x, themes: [${typo}<|>]}\n`)) ?? {};
    expect(word).toBe(typo);
    expect(refs.filter((ref) => card.includes(`\`${ref}\``))).toEqual([expected]);
  });
});

it("hovering a misspelt key shows the key it probably means", () => {
  const { card = "", word } = hoverText(inMeeting("  - title: x\n    spea<|>ker: A\n")) ?? {};
  expect(word).toBe("speaker");
  expect(card).toContain("Did you mean:\n\n---\n\n**speakers**");
  expect(hoverText(inMeeting("  - title: x\n    zzzz<|>zzz: A\n"))).toBeUndefined();
});

describe("one unclosed `[sec`", () => {
  const next = "  - title: JupyterHub next\n    themes: [securty]\n    speakers: [A. B]\n";
  const text = inMeeting(`  - title: x\n    themes: [sec\n${next}`);

  it("is one finding, on that line", () => {
    expect(findingLines(text)).toEqual(["6: yaml-syntax on [sec", "8: unknown-theme on securty"]);
  });

  it("leaves the next item its hovers, completions and symbols", () => {
    expect(hoverText(text.replace("JupyterHub", "Jupyter<|>Hub"))?.word).toBe("JupyterHub");
    expect(hoverText(text.replace("speakers", "spea<|>kers"))?.card).toContain("**speakers**");
    expect(completionLabels(text.replace("[securty]", "[<|>]"))).toEqual(expect.arrayContaining(refs));
    expect(outline(text)).toContain("  JupyterHub next (securty)");
  });

  it("closes by its fix", () => {
    const { actions, view } = actionsAt(text.replace("[sec\n", "[sec<|>\n"));
    expect(textAfterAction(actions[0], view)).toContain("    themes: [sec]\n");
  });
});

describe("an unclosed bracket over lines", () => {
  it.each([
    ["    themes: [\n      sec,\n    notes: a\n", "[", "      sec,]\n    notes: a\n"],
    ["    themes: [ # why\n      sec # this\n    notes: a\n", "[", "      sec] # this\n"],
    [
      "    actions: [{text: a,\n      owner: b\n    notes: a\n",
      "[{text: a,",
      "      owner: b}]\n    notes: a\n",
    ],
  ])("is one finding, where it opens, and closes below: %j", (lines, mark, closed) => {
    const text = inMeeting(`  - title: x\n${lines}  - title: Coffee\n    themes: none\n`);
    expect(findingLines(text)).toEqual([`6: yaml-syntax on ${mark}`]);
    const { actions, view } = actionsAt(text.replace(": [", ": [<|>"));
    expect(actions[0]?.title).toMatch(/^Close it with/);
    expect(textAfterAction(actions[0], view)).toContain(closed);
  });
});

it.each([
  ["  - {title: x, themes: [sec}\n", "[sec", "Close it with ]", "  - {title: x, themes: [sec]}\n"],
  ["  - {title: x, notes: a: b}\n", "a: b", "Quote this text", '  - {title: x, notes: "a: b"}\n'],
  [
    "  - {title: 🙂 a: b , themes: none} # c\n",
    "🙂 a: b",
    "Quote this title",
    '  - {title: "🙂 a: b" , themes: none} # c\n',
  ],
])("an item on one line has the same findings and fixes: %j", (items, mark, title, fixed) => {
  const text = inMeeting(`${items}  - {title: Coffee, themes: none}\n`);
  expect(findingLines(text)).toEqual([`5: yaml-syntax on ${mark}`]);
  const { actions, view } = actionsAt(text.replace("{title", "{<|>title"));
  expect(actions.map((action) => action.title)).toEqual([title]);
  expect(textAfterAction(actions[0], view)).toBe(text.replace(items, fixed));
});

it("a merge conflict is one finding, and affects no other item", () => {
  const text = inMeeting(
    "  - title: x\n    themes: none\n<<<<<<< HEAD\n    notes: a\n=======\n    notes: b\n>>>>>>> theirs\n  - title: y\n    themes: [securty]\n",
  );
  expect(findingLines(text).map((one) => one.replace(/ on .*$/s, ""))).toEqual([
    "7: yaml-syntax",
    "13: unknown-theme",
  ]);
  expect(outline(text).slice(1)).toEqual(["contributions (2)", "  x (cannot be read)", "  y (securty)"]);
});

describe("themes are offered", () => {
  it.each([
    ["on a fresh line below `themes:`", "    themes:\n      <|>\n"],
    ["on a fresh line below `themes:`, with more after it", "    themes:\n      <|>\n    notes: a\n"],
    ["on a fresh line without indentation", "    themes:\n    <|>\n"],
    ["on a fresh line after `- security`", "    themes:\n      - security\n      <|>\n"],
    ["after a fresh dash after `- security`", "    themes:\n      - security\n      - <|>\n"],
    ["inside an unclosed quote", '    themes: ["<|>\n'],
    ["inside an unclosed quote in a list", '    themes:\n      - security\n      - "<|>\n'],
    ["inside an unclosed bracket", "    themes: [<|>\n"],
  ])("%s", (_, themes) => {
    const labels = completionLabels(inMeeting(`  - title: x\n${themes}`));
    expect(labels).toContain("storage-integration");
    expect(labels.includes("security")).toBe(!themes.includes("security"));
  });

  it.each([
    ["in a list on one line", "    themes: [security, <|>]\n"],
    ["in front of it", "    themes: [<|>, security]\n"],
    ["in an unclosed list", "    themes: [security, <|>\n"],
    ["in a list over lines", "    themes:\n      - security\n      - <|>\n"],
    ["quoted", '    themes: ["security", "<|>"]\n'],
  ])("but not the one that is already there: %s", (_, themes) => {
    const labels = completionLabels(inMeeting(`  - title: x\n${themes}`));
    expect(labels).toContain("storage-integration");
    expect(labels).not.toContain("security");
  });
});

describe("a misspelt value", () => {
  it.each([
    ["a theme", "  - {title: x, themes: [secu<|>rty]}\n", "security"],
    ["a topic", "  - {title: x, themes: [security/<|>ai]}\n", "security/aai"],
    ["a key", "  - {title: x, themes: none, spe<|>kers: [A]}\n", "speakers"],
    ["a key with two letters swapped", "  - {tit<|>el: x, themes: none}\n", "title"],
    ["a status", "  - {title: x, themes: none, actions: [{text: a, owner: b, status: do<|>ne.}]}\n", "done"],
  ])("has the best fix first and preferred, and few of them: %s", (_, items, best) => {
    const fixes = fixesAt(items);
    expect(fixes.map(({ isPreferred }) => isPreferred ?? false)).toEqual(
      fixes.map((_fix, rank) => rank === 0),
    );
    expect(fixes[0]?.title).toBe(`Replace with ${best}`);
    expect(fixes.length).toBeLessThanOrEqual(4);
  });
});

describe("a missing key", () => {
  it.each([
    ["in an item", "  - speak<|>ers: [A]\n    themes: none\n", "5: missing-key on speakers", "title"],
    [
      "in an action",
      "  - title: x\n    themes: none\n    actions:\n      - own<|>er: A\n",
      "8: missing-key on owner",
      "text",
    ],
    ["in a survey", "surveys:\n  - co<|>de: Q1\n    themes: none\n", "6: missing-key on code", "question"],
    ["in a topic", "discussion:\n  - no<|>tes: a\n    themes: none\n", "6: missing-key on notes", "topic"],
  ])("is marked on the first key, and has its fix: %s", (_, items, finding, key) => {
    const text = inMeeting(items).replace("<|>", "");
    expect(findingLines(text).filter((one) => one.includes("missing-key"))).toEqual([finding]);
    const { actions, view } = actionsAt(inMeeting(items));
    const add = actions.find(({ isPreferred }) => isPreferred);
    expect(add?.title).toBe(`Add ${key}`);
    expect(findingLines(textAfterAction(add, view)).filter((one) => one.includes("missing-key"))).toEqual([]);
  });

  it("is marked on the meeting's first key", () => {
    expect(findingLines("meeting:\n  place: CERN\n  date: 2019-12-10\ncontributions: []\n")).toEqual([
      "2: missing-key on place",
    ]);
  });
});

describe("one cause is one finding", () => {
  it("`title: a: b`, with `Quote this title` as its fix", () => {
    const items = "  - title: a: <|>b # why\n    themes: none\n";
    expect(findingLines(inMeeting(items).replace("<|>", ""))).toHaveLength(1);
    const { actions, view } = actionsAt(inMeeting(items));
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ["Quote this title", true],
    ]);
    expect(findingLines(textAfterAction(actions[0], view))).toEqual([]);
  });

  it.each([
    ["a bare `title:`", "  - title:\n", "5: wrong-type on title"],
    ["a bare `title:` with more below", "  - title:\n    speakers: [A]\n", "5: wrong-type on title"],
    ["a blank title", '  - title: " "\n', '5: invalid-value on " "'],
    ["a bare dash", "  -\n", "5: wrong-type on -"],
    ["a bare word", "  - title: x\n    themes: none\n    spe\n", "7: yaml-syntax on spe"],
    ["a misspelt `title`", "  - titel: x\n    themes: none\n", "5: unknown-key on titel"],
    ["a misspelt `themes`", "  - title: x\n    thems: [security]\n", "6: unknown-key on thems"],
    [
      "a bare `text:` of an action",
      "  - title: x\n    themes: none\n    actions:\n      - text:\n",
      "8: wrong-type on text",
    ],
    ["a bare `themes:`", "  - title: x\n    themes:\n", "6: untagged-item on themes"],
    ["a theme that is no list", "  - title: x\n    themes: security\n", "6: wrong-type on security"],
    ["`none` in a list", "  - title: x\n    themes: [none]\n", "6: unknown-theme on none"],
    [
      "one duplicate entry, which is marked alone",
      "  - title: x\n    themes: [cncf-landscape, security, security]\n",
      "6: duplicate-theme on security",
    ],
    [
      "a bad alias, which is reported at the alias",
      "  - title: x\n    themes: none\n    speakers: [&a A]\n    notes: *b\n",
      "8: yaml-syntax on *b",
    ],
    [
      "an alias of a list instead of a text",
      "  - title: x\n    themes: none\n    speakers: &a [A]\n    notes: *a\n",
      "8: wrong-type on *a",
    ],
    [
      "an item that contains itself",
      "  - &a\n    title: x\n    themes: none\n    notes: *a\n",
      "8: too-complex on *a",
    ],
    ["an anchor that contains itself", "  - title: &a [*a]\n    themes: none\n", "5: too-complex on *a"],
  ])("%s", (_, items, finding) => expect(findingLines(inMeeting(items))).toEqual([finding]));

  it("a duplicate entry is the second one", () => {
    const text = inMeeting("  - title: x\n    themes: [security, security]\n");
    expect(readMeeting(text).findings()[0]?.range.start).toBe(text.lastIndexOf("security"));
  });

  it("a word among thousands of lists over lines", () => {
    const lists = "      - [a,\n         b]\n".repeat(2000);
    const text = inMeeting(`  - title: x\n    themes:\n${lists}    oops\n`);
    expect(findingLines(text)).toEqual(["4007: yaml-syntax on oops"]);
  });

  it("a bomb of aliases", { timeout: 3000 }, () => {
    const lines = Array.from(
      { length: 30 },
      (_, level) => `      - &l${level + 1} [*l${level}, *l${level}, *l${level}]\n`,
    );
    const text = inMeeting(`  - title: x\n    themes: none\n    speakers:\n      - &l0 A\n${lines.join("")}`);
    expect(
      readMeeting(text)
        .findings()
        .filter(({ code }) => code === "too-complex"),
    ).toHaveLength(1);
  });
});

it("findings have a code, and only codes suppress them, not words of the message", () => {
  const text = inMeeting(
    "  - title: x # wlcg-notes-disable-line unknown-key, This contribution has no theme yet\n",
  );
  expect(findingLines(text).some((one) => one.includes("untagged-item"))).toBe(true);
  expect(
    readMeeting(text)
      .findings()
      .every(({ code }) => codes.includes(code)),
  ).toBe(true);
});

describe("completion", () => {
  const items = [
    ...completionItems(inMeeting("  - title: x\n    themes: [<|>]\n")),
    ...completionItems(inMeeting("  - title: x\n    <|>\n")),
    ...completionItems(inMeeting("  - title: x\n    community: <|>\n")),
  ];

  it("documents nothing before it is asked to resolve", () => {
    expect(items.length).toBeGreaterThan(40);
    expect(items.filter(({ documentation }) => documentation !== undefined)).toEqual([]);
  });

  it("documents each theme, key and community once it is asked to", () => {
    for (const item of items)
      expect(resolveCompletion(item, knowledge.vocabulary).documentation, item.label).toBeDefined();
  });

  it("is complete, so that a client need not ask again at every letter", () => {
    const { view, offset } = withCursor(inMeeting("  - {title: a, themes: [<|>]}\n"));
    expect(completion(view, view.positions.positionAt(offset)).isIncomplete).toBe(false);
  });
});
