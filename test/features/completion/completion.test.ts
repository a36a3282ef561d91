import { describe, expect, it } from "vitest";
import {
  type CompletionItem,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from "vscode-languageserver-types";
import { MeetingDocument } from "../../../server/src/core/analysis/meetingDocument";
import type { Catalogue } from "../../../server/src/core/catalogue/catalogue";
import { Vocabulary } from "../../../server/src/core/catalogue/vocabulary";
import { Suggester } from "../../../server/src/core/suggest/suggester";
import { completion, resolveCompletion } from "../../../server/src/features/completion/completion";
import { Positions } from "../../../server/src/features/shared/positions";
import type { View } from "../../../server/src/features/shared/view";
import { applyTextEdits } from "../../support/meeting";

const catalogue: Catalogue = {
  name: "Test",
  themes: [
    {
      id: "security",
      title: "Security",
      summary: "Who may do what.",
      topics: [
        {
          id: "aai",
          title: "Authentication and authorisation",
          summary: "Tokens.",
          aliases: ["tokens", "x509"],
        },
        { id: "general", title: "Security in general", summary: "The rest." },
      ],
    },
    {
      id: "storage-integration",
      title: "Storage integration",
      summary: "Disks.",
      aliases: ["CSI"],
      topics: [],
    },
    {
      id: "image-distribution",
      title: "Image distribution",
      summary: "Images.",
      words: ["registry", "images"],
      topics: [{ id: "registries", title: "Registries", summary: "Where images live." }],
    },
  ],
  systems: [
    { name: "Rucio", summary: "Moves data.", url: "https://rucio.cern.ch", themes: ["storage-integration"] },
    {
      name: "Harbor",
      aliases: ["goharbor"],
      summary: "A registry.",
      url: "https://goharbor.io",
      themes: ["image-distribution/registries"],
    },
  ],
  communities: [
    { name: "ATLAS", summary: "An experiment." },
    { name: "WLCG sites", aliases: ["sites"], summary: "Sites." },
  ],
};
const vocabulary = new Vocabulary(catalogue);
const knowledge = { vocabulary, suggester: new Suggester(vocabulary), today: "2026-01-15" };

const head = "meeting:\n  title: pre-GDB\n  date: 2019-12-10\n";

function viewOf(text: string): View {
  const uri = "file:///meeting.contributions.yaml";
  const document = MeetingDocument.read(text, knowledge);
  return { uri, document, positions: new Positions(1, document) };
}

function complete(marked: string): { view: View; items: readonly CompletionItem[]; offset: number } {
  const offset = marked.indexOf("<|>");
  const view = viewOf(marked.replace("<|>", ""));
  const position = view.positions.positionAt(offset);
  const { items, isIncomplete } = completion(view, position);
  expect(isIncomplete).toBe(false);
  for (const { textEdit, insertTextMode, commitCharacters } of items) {
    const { range } = textEdit as TextEdit;
    expect(range.start.line, "an edit stays on the cursor's line").toBe(position.line);
    expect(range.end.line).toBe(position.line);
    expect(range.start.character).toBeLessThanOrEqual(position.character);
    expect(range.end.character).toBeGreaterThanOrEqual(position.character);
    expect(insertTextMode).toBe(InsertTextMode.asIs);
    expect(commitCharacters).toBeUndefined();
  }
  expect(new Set(items.map(({ label }) => label)).size, "no label twice").toBe(items.length);
  return { view, items, offset };
}

/** The snippet's stops are dropped and its defaults kept. */
function plain(item: CompletionItem): string {
  const { newText } = item.textEdit as TextEdit;
  if (item.insertTextFormat !== InsertTextFormat.Snippet) return newText;
  return newText.replaceAll(/\$\{\d+:([^}]*)\}|\$\d+/g, "$1").replaceAll(/\\([$}\\])/g, "$1");
}

function inOrder(items: readonly CompletionItem[]): readonly string[] {
  const key = (item: CompletionItem): string => item.sortText ?? item.label;
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ label }) => label);
}

/** What the client keeps while the word under the cursor is typed: all words of it must be found. */
function keeps({ filterText, label }: CompletionItem, typed: string): boolean {
  const words = (filterText ?? label).toLowerCase().split(/[\s/]+/);
  const text = (filterText ?? label).toLowerCase();
  return text.startsWith(typed.toLowerCase()) || words.some((word) => word.startsWith(typed.toLowerCase()));
}

interface Expectation {
  offers(...labels: readonly string[]): Expectation;
  not(...labels: readonly string[]): Expectation;
  nothing(): void;
  first(...labels: readonly string[]): Expectation;
  item(label: string): CompletionItem;
  /** accepts `label` and compares the whole text */
  apply(label: string, result: string): string;
  view: View;
}

function expectCompletion(marked: string): Expectation {
  const { view, items, offset } = complete(marked);
  const labels = items.map(({ label }) => label);
  const find = (label: string): CompletionItem => {
    const item = items.find((candidate) => candidate.label === label);
    if (!item) throw new Error(`${label} is not offered, but ${labels.join(", ") || "nothing"}`);
    return item;
  };
  const expectation: Expectation = {
    view,
    offers: (...wanted) => {
      expect(labels).toEqual(expect.arrayContaining([...wanted]));
      return expectation;
    },
    not: (...unwanted) => {
      for (const label of unwanted) expect(labels).not.toContain(label);
      return expectation;
    },
    nothing: () => expect(labels).toEqual([]),
    first: (...wanted) => {
      expect(inOrder(items).slice(0, wanted.length)).toEqual(wanted);
      return expectation;
    },
    item: find,
    apply: (label, result) => {
      const item = find(label);
      const edit = item.textEdit as TextEdit;
      const typed = view.positions
        .getText({ start: edit.range.start, end: view.positions.positionAt(offset) })
        .trim();
      expect(keeps(item, typed), `${item.filterText} is found by ${typed}`).toBe(true);
      const edits = [{ ...edit, newText: plain(item) }, ...(item.additionalTextEdits ?? [])];
      const text = applyTextEdits(view, edits);
      expect(text).toBe(result);
      return text;
    },
  };
  return expectation;
}

/** Accepts and reads the result, which must be valid YAML. */
function expectValid(marked: string, label: string, result: string): void {
  const text = expectCompletion(marked).apply(label, result);
  expect(viewOf(text).document.hasSyntaxErrors()).toBe(false);
}

describe("labels of a catalogue", () => {
  it("show no icons, and insert the text itself", () => {
    const own = new Vocabulary({
      ...catalogue,
      themes: [{ id: "security", title: "$(lock) Security", summary: "x", topics: [] }],
      communities: [{ name: "$(zap) Team", summary: "x" }],
    });
    const itemsOf = (text: string) => {
      const document = MeetingDocument.read(text, { ...knowledge, vocabulary: own });
      const positions = new Positions(1, document);
      return completion({ uri: "file:///a", document, positions }, positions.positionAt(text.length)).items;
    };
    const [team] = itemsOf(`${head}contributions:\n  - title: x\n    community: `);
    expect(team).toMatchObject({
      label: "$ (zap) Team",
      filterText: "$(zap) Team",
      textEdit: { newText: '"$(zap) Team"' },
    });
    const shown = itemsOf(`${head}contributions:\n  - title: x\n    themes: [`).map(
      ({ label, detail, labelDetails }) => JSON.stringify([label, detail, labelDetails]),
    );
    expect(shown.join("")).toContain("$ (lock) Security");
    expect(shown.join("")).not.toContain("$(");
  });
});

describe("keys", () => {
  const item = `${head}contributions:\n  - title: a\n`;

  it("offers those still missing, and no others", () => {
    expectCompletion(`${item}    speakers: [b]\n    <|>\n    notes: c\n`)
      .offers("themes", "start", "community", "actions")
      .not("title", "speakers", "notes", "question", "meeting");
  });
  it("offers required ones first", () => {
    expectCompletion("meeting:\n  place: CERN\n  <|>\n").first("title", "date");
    expectCompletion(`${head}contributions:\n  - speakers: [a]\n    <|>\n`).first("title");
  });
  it("finds the map by the cursor's column", () => {
    const action = `${item}    actions:\n      - text: b\n`;
    expectCompletion(`${action}        <|>\n`).offers("owner", "due", "status").not("text", "themes");
    expectCompletion(`${action}    <|>\n`).offers("themes").not("owner", "actions");
  });
  it.each([
    ["themes", "    themes: []\n"],
    ["speakers", "    speakers: []\n"],
    ["notes", "    notes: |\n      \n"],
    ["actions", "    actions:\n      - text: \n"],
    ["community", "    community: \n"],
    ["start", "    start: \n"],
  ])("inserts %s at the right indent", (label, line) => {
    expectValid(`${item}    <|>\n`, label, item + line);
    expectValid(`${item}    ${label.slice(0, 2)}<|>\n`, label, item + line);
  });
  it("adds a missing space after a comma", () => {
    expectValid(
      `${item}    themes: [security,<|>]\n`,
      "storage-integration",
      `${item}    themes: [security, storage-integration]\n`,
    );
    expectValid(
      `${item}    themes: [security,sto<|>]\n`,
      "storage-integration",
      `${item}    themes: [security, storage-integration]\n`,
    );
    expectValid(
      `${item}    actions:\n      - {text: b,<|>}\n`,
      "owner",
      `${item}    actions:\n      - {text: b, owner: }\n`,
    );
  });
  it("corrects a wrong indentation", () => {
    expectValid(`${item}     <|>\n`, "themes", `${item}    themes: []\n`);
    expectValid(`${item}   <|>\n`, "themes", `${item}    themes: []\n`);
    expectValid(`${item}\t\t<|>\n`, "themes", `${item}    themes: []\n`);
    expectValid(`${head}<|>`, "contributions", `${head}contributions:\n  - title: `);
  });
  it("replaces a key by its name where a colon follows", () => {
    expectValid(`${item}    the<|>me: [security]\n`, "themes", `${item}    themes: [security]\n`);
  });
  it("completes in flow maps", () => {
    const survey = `${head}contributions: []\nsurveys:\n  - question: a\n    answers:\n      - `;
    expectCompletion(`${survey}{answer: k8s, <|>}\n`).offers("count").not("answer", "question");
    expectValid(`${survey}{answer: k8s, co<|>}\n`, "count", `${survey}{answer: k8s, count: }\n`);
    expectCompletion(`${survey}{<|>`).offers("answer", "count");
  });
  it("offers keys after a dash and below an empty one", () => {
    expectCompletion(`${head}contributions:\n  - <|>\n`).offers("title", "speakers");
    expectValid(`${head}contributions:\n  - <|>\n`, "notes", `${head}contributions:\n  - notes: |\n      \n`);
    expectCompletion(`${item}    actions:\n      - te<|>\n`).offers("text").not("title");
  });
  it("offers keys in an incomplete item, and next to a broken one", () => {
    expectCompletion(`${item}    themes: [sec\n    <|>\n`).offers("speakers").not("themes", "title");
    expectCompletion(`${head}contributions:\n  - title: "a\n    <|>\n  - title: b\n`)
      .offers("themes")
      .not("title");
    expectCompletion(`${head}contributions:\n  - title: "a\n    x: [\n  - title: b\n    <|>\n`)
      .offers("themes")
      .not("title");
  });
  it("offers root keys on an empty line at the margin", () => {
    expectCompletion("<|>").first("meeting", "contributions");
    expectCompletion(`${item}<|>`).offers("surveys", "discussion").not("meeting", "contributions");
    expectCompletion(`sur<|>\n${item}`).offers("surveys").not("meeting");
    expectValid(
      `${head}contributions: []\n<|>`,
      "discussion",
      `${head}contributions: []\ndiscussion:\n  - topic: `,
    );
    expectValid(
      "<|>\ncontributions: []\n",
      "meeting",
      "meeting:\n  title: \n  date: 2026-01-15\ncontributions: []\n",
    );
  });
});

describe("whole items", () => {
  const whole = "title: \n    speakers: []\n    themes: []\n    notes: |\n      \n";
  it.each([
    ["after a dash", `${head}contributions:\n  - <|>\n`, `${head}contributions:\n  - ${whole}`],
    ["after a bare dash", `${head}contributions:\n  -<|>\n`, `${head}contributions:\n  - ${whole}`],
    ["below the key", `${head}contributions:\n  <|>\n`, `${head}contributions:\n  - ${whole}`],
    ["at the margin below the key", `${head}contributions:\n<|>\n`, `${head}contributions:\n  - ${whole}`],
    [
      "at the items' column",
      `${head}contributions:\n  - title: a\n  <|>\n`,
      `${head}contributions:\n  - title: a\n  - ${whole}`,
    ],
    [
      "at the margin below an item",
      `${head}contributions:\n  - title: a\n<|>\n`,
      `${head}contributions:\n  - title: a\n  - ${whole}`,
    ],
    [
      "between items",
      `${head}contributions:\n  - title: a\n<|>\n  - title: b\n`,
      `${head}contributions:\n  - title: a\n  - ${whole}  - title: b\n`,
    ],
    [
      "below notes",
      `${head}contributions:\n  - title: a\n    notes: |\n      b\n  <|>\n`,
      `${head}contributions:\n  - title: a\n    notes: |\n      b\n  - ${whole}`,
    ],
  ])("a contribution %s", (_, marked, result) => {
    expectValid(marked, "contribution", result);
  });
  it("a survey, a discussion item, an action and an answer", () => {
    expectValid(
      `${head}contributions: []\nsurveys:\n  - <|>\n`,
      "survey",
      `${head}contributions: []\nsurveys:\n  - question: \n    responses: \n    answers:\n      - {answer: , count: }\n    themes: []\n`,
    );
    expectValid(
      `${head}contributions: []\ndiscussion:\n  - <|>`,
      "discussion item",
      `${head}contributions: []\ndiscussion:\n  - topic: \n    themes: []\n    notes: |\n      \n    decisions: []`,
    );
    const actions = `${head}contributions:\n  - title: a\n    actions:\n`;
    const action = "- text: \n        owner: \n        due: \n        status: open\n";
    expectValid(`${actions}      <|>\n`, "action", `${actions}      ${action}`);
    expectValid(
      `${actions}      - text: b\n      <|>\n`,
      "action",
      `${actions}      - text: b\n      ${action}`,
    );
    const answers = `${head}contributions: []\nsurveys:\n  - question: a\n    answers:\n`;
    expectValid(`${answers}      - <|>\n`, "answer", `${answers}      - {answer: , count: }\n`);
  });
  it("uses the file's line ends", () => {
    const text = `${head}contributions:\n  - title: a\n  <|>\n`.replaceAll("\n", "\r\n");
    const result = `${head}contributions:\n  - title: a\n  - ${whole}`.replaceAll("\n", "\r\n");
    expectValid(text, "contribution", result);
  });
});

describe("the last tab stop", () => {
  it.each([
    ["themes", "themes: [$1]$0"],
    ["speakers", "speakers: [$1]$0"],
    ["start", "start: $0"],
    ["notes", "notes: |\n      $0"],
  ])("is after the value of %s", (label, snippet) => {
    const { textEdit } = expectCompletion(`${head}contributions:\n  - title: a\n    <|>\n`).item(label);
    expect(textEdit?.newText).toBe(snippet);
  });
  it.each(["surveys", "discussion"])("is after the last bracket of an entry of %s", (list) => {
    const marked = `${head}contributions: []\n${list}:\n  - <|>\n`;
    const item = expectCompletion(marked).item(list === "surveys" ? "survey" : "discussion item");
    expect(item.textEdit?.newText).toMatch(/: \[\$\d\]\$0$/);
  });
});

describe.each([0, 2, 4])("with items at column %i", (at) => {
  const indent = " ".repeat(at);
  const item = `${head}contributions:\n${indent}- title: a\n${indent}  themes: none\n`;
  const actions = `${item}${indent}  actions:\n${indent}    - text: b\n${indent}      status: done\n`;
  const within = (lines: string): string => lines.replaceAll(/^(?=.)/gm, indent);
  const contribution = within("- title: \n  speakers: []\n  themes: []\n  notes: |\n    X").replace("X", "");
  const action = within("    - text: \n      owner: \n      due: \n      status: open");

  describe.each(Array.from({ length: 11 }, (_, column) => column))("at column %i", (column) => {
    const lead = " ".repeat(column);

    it.each(["", "con", "- ", "-"])("a whole contribution lands at its column: %j", (typed) => {
      expectValid(`${item}${lead}${typed}<|>`, "contribution", item + contribution);
      expectValid(
        `${actions}${lead}${typed.replace(/^-$/, "- ")}<|>`,
        "contribution",
        actions + contribution,
      );
      const next = `\n${indent}- title: c\n`;
      expectValid(`${item}${lead}${typed}<|>${next}`, "contribution", item + contribution + next);
    });

    it.each(["act", ""])("keys of the item above land at their column: %j", (typed) => {
      expectValid(
        `${item}${lead}${typed}<|>`,
        "actions",
        `${item}${indent}  actions:\n${indent}    - text: `,
      );
      if (typed !== "") expectCompletion(`${item}${lead}${typed}<|>`).first("actions");
    });

    it("a new item is offered beside the keys of the one above", () => {
      if (column <= at + 1) expectValid(`${item}${lead}ti<|>`, "title", `${item}${indent}- title: `);
    });

    it.each(["", "act", "- "])("an action lands at its column: %j", (typed) => {
      expectValid(`${actions}${lead}${typed}<|>`, "action", actions + action);
    });

    it("uses the line ends of the file", () => {
      const windows = (text: string): string => text.replaceAll("\n", "\r\n");
      expectValid(windows(`${item}${lead}- <|>`), "contribution", windows(item + contribution));
    });
  });
});

describe("typed words", () => {
  const actions = `${head}contributions:\n  - title: a\n    actions:\n      - text: b\n`;

  it.each(["      - Next<|>", "        - Next<|>", "  - Next<|>", "      - Next steps<|>", "      Next<|>"])(
    "are not replaced by a whole entry that they do not begin: %j",
    (line) => {
      expectCompletion(`${actions}${line}\n`).not("action", "contribution");
    },
  );
  it("complete a whole entry that they begin", () => {
    expectCompletion(`${actions}      - act<|>\n`).offers("action");
    expectCompletion(`${actions}  - Contr<|>\n`).offers("contribution");
  });
  it("are compared with what the list shows", () => {
    expect(expectCompletion(`${actions}      - <|>\n`).item("action").filterText).toBe("action");
    expect(expectCompletion(`${actions}    - <|>\n`).item("action").filterText).toBe("- action");
    expect(expectCompletion(`${actions}    - <|>\n`).item("owner").filterText).toBe("- owner");
  });
  it("are no keys where they continue a text", () => {
    expectCompletion(`${head}contributions:\n  - title: a\n      act<|>\n`).nothing();
    expectCompletion(`${head}contributions:\n  - title: a\n    notes: b\n      act<|>\n`).nothing();
    expectCompletion(`${head}contributions:\n  - title: a\n    duration: 20\n      act<|>\n`).offers(
      "actions",
    );
  });
  it("below the key of a list may be its entry", () => {
    expectCompletion(`${head}contributions:\n  - title: a\n    speakers:\n      - <|>\n`).not("contribution");
    expectCompletion(`${head}contributions:\n  - title: a\n    themes:\n      se<|>\n`)
      .offers("security")
      .not("contribution", "actions");
  });
});

describe("themes", () => {
  const item = `${head}contributions:\n  - title: a\n    themes:`;
  it.each([
    ["in an empty list", " [<|>]\n", " [security]\n"],
    ["in a list", " [storage-integration, <|>]\n", " [storage-integration, security]\n"],
    ["before a comma", " [sec<|>, storage-integration]\n", " [security, storage-integration]\n"],
    ["in the middle of a word", " [sec<|>rity]\n", " [security]\n"],
    ["in quotes", ' ["sec<|>"]\n', ' ["security"]\n'],
    ["in single quotes", " ['sec<|>']\n", " ['security']\n"],
    [
      "on the next line of a list",
      " [\n      storage-integration,\n      <|>\n    ]\n",
      " [\n      storage-integration,\n      security\n    ]\n",
    ],
    ["after a dash", "\n      - <|>\n", "\n      - security\n"],
    ["after a bare dash", "\n      -<|>\n", "\n      - security\n"],
    ["after a dash in quotes", '\n      - "sec<|>"\n', '\n      - "security"\n'],
    ["on a fresh line", "\n      <|>\n", "\n      - security\n"],
    ["on a fresh line with a word", "\n      sec<|>\n", "\n      - security\n"],
    [
      "on the line below an entry",
      "\n      - storage-integration\n      <|>\n",
      "\n      - storage-integration\n      - security\n",
    ],
    [
      "indented below an entry",
      "\n      - storage-integration\n        <|>\n",
      "\n      - storage-integration\n      - security\n",
    ],
    [
      "below an entry at the key's column",
      "\n    - storage-integration\n    <|>\n",
      "\n    - storage-integration\n    - security\n",
    ],
    ["as a value", " <|>\n", " [security]\n"],
    ["as a value with a word", " sec<|>\n", " [security]\n"],
    ["right after the colon", "<|>\n", " [security]\n"],
    [
      "with an emoji before it",
      " [storage-integration, # 🐙\n      <|>]\n",
      " [storage-integration, # 🐙\n      security]\n",
    ],
  ])("%s", (_, marked, result) => {
    expectValid(item + marked, "security", item + result);
    expectValid(
      (item + marked).replaceAll("\n", "\r\n"),
      "security",
      (item + result).replaceAll("\n", "\r\n"),
    );
    expectValid(`${item}${marked}  - title: b\n`, "security", `${item}${result}  - title: b\n`);
  });
  it.each([
    ["an unclosed list", " [sec<|>\n    notes: b\n", " [security\n    notes: b\n"],
    ["an unclosed list with entries", " [storage-integration, <|>\n", " [storage-integration, security\n"],
    [
      "an unclosed list and the next line",
      " [storage-integration,\n      <|>\n",
      " [storage-integration,\n      security\n",
    ],
    ["an unclosed quote", ' ["sec<|>\n', ' ["security"\n'],
    ["an unclosed quote in a list", ' ["sec<|>]\n', ' ["security"]\n'],
    [
      "an unclosed quote before another",
      ' ["sec<|>, "storage-integration"]\n',
      ' ["security", "storage-integration"]\n',
    ],
    ["an unclosed quote after a dash", '\n      - "sec<|>\n', '\n      - "security"\n'],
  ])("in %s", (_, marked, result) => {
    expectCompletion(item + marked).apply("security", item + result);
    expectCompletion(`${item}${marked}  - title: b\n`).apply("security", `${item}${result}  - title: b\n`);
  });

  it.each([
    " [security, <|>]\n",
    " [<|>, security]\n",
    ' ["security", <|>\n',
    "\n      - security\n      <|>\n",
    "\n      - security\n      - <|>\n",
    "\n      - <|>\n      - security\n",
    "\n      <|>\n      - security\n",
    " [\n      <|>\n      security]\n",
  ])("not twice: %j", (marked) => {
    expectCompletion(item + marked)
      .offers("storage-integration", "security/aai")
      .not("security", "none");
  });
  it("keeps the one under the cursor", () => {
    expectCompletion(`${item} [sec<|>urity, storage-integration]\n`)
      .offers("security")
      .not("storage-integration");
  });
  it("offers a theme's topics after its slash", () => {
    expectCompletion(`${item} [security/<|>]\n`)
      .offers("security/aai", "security/general")
      .not("security", "image-distribution/registries");
    expectValid(`${item} [security/a<|>]\n`, "security/aai", `${item} [security/aai]\n`);
  });
  it("offers none only instead of a list", () => {
    expectCompletion(`${item} <|>\n`).offers("none");
    expectValid(`${item} no<|>\n`, "none", `${item} none\n`);
    expectCompletion(`${item}\n      - <|>\n`).not("none");
    expectCompletion(`${item} [security, <|>]\n`).not("none");
    expectCompletion(`${item} [\n      <|>]\n`).not("none");
    expectCompletion(`${item} ["<|>"]\n`).not("none");
  });
  it.each([" [<|>]", " [no<|>]", " [ <|> ]", " [<|>", " [none<|>]"])(
    "replaces the brackets with none: %s",
    (list) => {
      expectValid(`${item}${list}\n`, "none", `${item} none\n`);
      expectValid(`${item}${list}\n    notes: b\n`, "none", `${item} none\n    notes: b\n`);
    },
  );
  it.each(["Coffee break", "Welcome", "AOB"])("offers none first for %s", (title) => {
    for (const list of ["", "[<|>]"]) {
      const marked = `${head}contributions:\n  - title: ${title}\n    themes: ${list || "<|>"}\n`;
      expect(expectCompletion(marked).first("none", "security").item("none").preselect).toBe(true);
    }
  });
  it("offers none first where it is typed", () => {
    expectCompletion(`${item} no<|>\n`).first("none");
    expectCompletion(`${item} <|>\n`).first("security");
  });
  it("puts the typed id first, and what begins with it before the rest", () => {
    expectCompletion(`${item} [registries<|>]\n`).first("image-distribution/registries");
    expectCompletion(`${item} [sto<|>]\n`).first("storage-integration");
    const titled = `${head}contributions:\n  - title: Harbor as a registry of images\n    themes: `;
    expectCompletion(`${titled}security<|>\n`).first("security");
    expectCompletion(`${titled}[aai<|>]\n`).first("security/aai");
  });
  it("matches a topic by its id before the reference, unless the reference is typed", () => {
    const filterOf = (list: string) => expectCompletion(`${item}${list}\n`).item("security/aai").filterText;
    expect(filterOf(" [<|>]")).toMatch(/^aai security\/aai Authentication/);
    expect(filterOf(" [sec<|>]")).toMatch(/^security\/aai Authentication/);
  });
  it("shows a title only where it says more than the id", () => {
    const items = expectCompletion(`${item} [<|>]\n`);
    expect(items.item("security").labelDetails).toBeUndefined();
    expect(items.item("storage-integration").labelDetails).toBeUndefined();
    expect(items.item("storage-integration").detail).toBe("Storage integration");
    expect(items.item("security/aai").labelDetails?.description).toBe("Authentication and authorisation");
  });
  it.each([
    [" [security, <|>]\n", " [security/aai]\n"],
    [" [security,<|>]\n", " [security/aai]\n"],
    [" [security, a<|>]\n", " [security/aai]\n"],
    [" [security, security/a<|>]\n", " [security/aai]\n"],
    [" [storage-integration, security, a<|>]\n", " [storage-integration, security/aai]\n"],
    [" [a<|>, security]\n", " [security/aai]\n"],
    [" [<|>, security]\n", " [security/aai]\n"],
    [" [a<|>, security, storage-integration]\n", " [security/aai, storage-integration]\n"],
    [' ["security", "a<|>"]\n', ' ["security/aai"]\n'],
    ["\n      - security\n      - a<|>\n", "\n      - security/aai\n"],
    ["\n      - security\n      <|>\n", "\n      - security/aai\n"],
    ["\n      - a<|>\n      - security\n", "\n      - security/aai\n"],
    [" [\n      security,\n      a<|>\n    ]\n", " [\n      security/aai\n    ]\n"],
    ["\n      - security # why\n      - a<|>\n", "\n      - security # why\n      - security/aai\n"],
  ])("replaces a theme with its topic in one step: %j", (marked, result) => {
    expectValid(item + marked, "security/aai", item + result);
    expectValid(
      (item + marked).replaceAll("\n", "\r\n"),
      "security/aai",
      (item + result).replaceAll("\n", "\r\n"),
    );
    expect(expectCompletion(item + marked).item("security/aai").additionalTextEdits?.length ?? 0).toBe(
      marked.includes("#") ? 0 : 1,
    );
  });
  it("finds them by title and alias", () => {
    expectValid(`${item} [tok<|>]\n`, "security/aai", `${item} [security/aai]\n`);
    expectValid(`${item} [csi<|>]\n`, "storage-integration", `${item} [storage-integration]\n`);
    expectValid(
      `${item} ["tok<|>"]\n`.replace("tok", "tokens"),
      "security/aai",
      `${item} ["security/aai"]\n`.replace("tok", "tok"),
    );
  });
  it("puts the suggested ones first, the rest in the catalogue's order", () => {
    const marked = `${head}contributions:\n  - title: Harbor as a registry of images\n    themes: [<|>`;
    const suggested = expectCompletion(`${marked}]\n`)
      .first("image-distribution", "image-distribution/registries", "security")
      .item("image-distribution");
    expect(suggested.preselect).toBe(true);
    expectCompletion(`${marked}\n`).first("image-distribution");
    expectCompletion(`${item} [<|>]\n`).first(
      "security",
      "security/aai",
      "security/general",
      "storage-integration",
    );
  });
  it("is offered in surveys and discussion, too", () => {
    expectCompletion(`${head}contributions: []\nsurveys:\n  - question: a\n    themes: [<|>]\n`).offers(
      "security",
    );
    expectCompletion(`${head}contributions: []\ndiscussion:\n- topic: a\n  themes:\n  - <|>`).offers(
      "security",
    );
  });
  it("is offered in a file that is read as a whole", () => {
    expectCompletion(`${head}contributions:\n  - title: &t a\n    themes: [<|>]\n  - title: *t\n`).offers(
      "security",
    );
    expectCompletion("{contributions: [{title: a, themes: [security, <|>]}]}")
      .offers("storage-integration")
      .not("security");
  });
  it("explains itself when resolved, not before", () => {
    const item_ = expectCompletion(`${item} [<|>]\n`).item("security");
    expect(item_.documentation).toBeUndefined();
    const { documentation } = resolveCompletion(item_, vocabulary);
    expect(JSON.stringify(documentation)).toContain("Who may do what.");
    expect(JSON.stringify(documentation)).toContain("Authentication and authorisation");
  });
});

describe("other values", () => {
  const people = `${head}  chairs: [A. Forti]\ncontributions:\n  - title: a\n    speakers: [L. Bryant, Ö. Ünal]\n`;
  it("communities by name and alias", () => {
    expectValid(`${people}    community: <|>\n`, "ATLAS", `${people}    community: ATLAS\n`);
    expectValid(`${people}    community:<|>\n`, "WLCG sites", `${people}    community: WLCG sites\n`);
    expectValid(`${people}    community: sit<|>\n`, "WLCG sites", `${people}    community: WLCG sites\n`);
    expectValid(`${people}    community: 'AT<|>'\n`, "ATLAS", `${people}    community: 'ATLAS'\n`);
  });
  it("people named in the file, once each", () => {
    expectCompletion(`${people}  - title: b\n    speakers: [L. Bryant, <|>]\n`)
      .offers("A. Forti", "Ö. Ünal")
      .not("L. Bryant");
    expectValid(
      `${people}  - title: b\n    speakers: [A. F<|>]\n`,
      "A. Forti",
      `${people}  - title: b\n    speakers: [A. Forti]\n`,
    );
    expectValid(
      `${people}  - title: b\n    speakers: [A. <|>]\n`,
      "A. Forti",
      `${people}  - title: b\n    speakers: [A. Forti]\n`,
    );
    expectValid(
      `${people}  - title: b\n    speakers: <|>\n`,
      "A. Forti",
      `${people}  - title: b\n    speakers: [A. Forti]\n`,
    );
    expectValid(
      `${people}  - title: b\n    speakers:\n      <|>\n`,
      "A. Forti",
      `${people}  - title: b\n    speakers:\n      - A. Forti\n`,
    );
    expectValid(
      `${people}    actions:\n      - text: b\n        owner: <|>\n`,
      "A. Forti",
      `${people}    actions:\n      - text: b\n        owner: A. Forti\n`,
    );
  });
  it("dates, with what they are", () => {
    const due = `${people}    actions:\n      - text: b\n        due: `;
    const expectation = expectCompletion(`${due}<|>\n`);
    expectation.offers("2026-01-15", "2019-12-10", "2019-12-17", "2020-01-10");
    expect(expectation.item("2026-01-15").labelDetails?.description).toBe("today");
    expectValid(`${due}20<|>\n`, "2019-12-17", `${due}2019-12-17\n`);
    expectCompletion("meeting:\n  date: <|>\ncontributions: []\n").offers("2026-01-15");
  });
  it.each([
    ["meeting:\n  title: a\n  date: 2026-01-1<|>\n", "2026-01-15", "2026-01-15"],
    [`${people}    actions:\n      - text: b\n        due: <|>\n`, "2019-12-17", "2019-12-17"],
    [`${people}    actions: [{text: b, due: <|>}]\n`, "2019-12-17", "2019-12-17"],
    [`${head}  endDate: <|>\n`, "2019-12-11", "2019-12-11"],
    [`${people}    start: <|>\n`, "09:30", "09:30"],
    [`${people}    start: "<|>"\n`, "09:30", '"09:30'],
    [`${people}    start: '<|>'\n`, "09:30", "'09:30"],
    [`${people}    actions:\n      - text: b\n        status: <|>\n`, "done", "done"],
    [`${head}  timezone: <|>\n`, "UTC", "UTC"],
    [`${head}  timezone: <|>\n`, "Europe/Zurich", "Europe/Zurich"],
  ])("once the value in %s is complete, Enter leaves it as it is", (marked, label, typed) => {
    expect(keeps(expectCompletion(marked).item(label), typed.slice(0, -1))).toBe(true);
    for (const item of complete(marked).items) expect(keeps(item, typed), item.label).toBe(false);
  });
  it("a date that is typed in full stays as it is", () => {
    const { items } = complete("meeting:\n  title: a\n  date: <|>\n");
    for (const typed of ["2026-11-30", "2026-01-15", "2026-01-16"])
      for (const item of items) expect((item.filterText ?? item.label).length).toBeLessThan(typed.length);
  });
  it("the people of the file as owners, from lists and texts", () => {
    const texts = `${head}  chairs: A. Chair and B. Two\ncontributions:\n  - title: a\n    speakers: C. Three, D. Four\n`;
    const owner =
      "    actions:\n      - text: b\n        owner: E. Five\n      - text: c\n        owner: <|>\n";
    expectCompletion(texts + owner)
      .offers("A. Chair", "B. Two", "C. Three", "D. Four", "E. Five")
      .not("A. Chair and B. Two");
  });
  it("a month later stays within the month", () => {
    const marked =
      "meeting:\n  title: a\n  date: 2024-01-31\ncontributions:\n  - title: a\n    actions:\n      - due: <|>\n";
    expectCompletion(marked).offers("2024-02-07", "2024-02-29");
  });
  it("status", () => {
    const action = `${people}    actions:\n      - text: b\n        status: `;
    expectCompletion(`${action}<|>\n`).offers("open", "done");
    expectValid(`${action}d<|>\n`, "done", `${action}done\n`);
    expectCompletion(`${people}    actions: [{text: b, status: <|>}]\n`).offers("open", "done");
  });
  it("the start from where the one before ends", () => {
    const before = `${head}contributions:\n  - title: a\n    start: "09:30"\n    duration: 45\n`;
    expectValid(
      `${before}  - title: b\n    start: <|>\n`,
      "10:15",
      `${before}  - title: b\n    start: "10:15"\n`,
    );
    expectValid(
      `${before}  - title: b\n    start: "<|>"\n`,
      "10:15",
      `${before}  - title: b\n    start: "10:15"\n`,
    );
    expectCompletion(`${before}  - title: b\n    duration: 20\n  - title: c\n    start: <|>\n`).offers(
      "10:35",
    );
    expectCompletion(`${before}  - title: b\n    start: <|>\n`).first("10:15", "10:30").not("10:00");
    const first = `${head}contributions:\n  - title: a\n    start:`;
    expectCompletion(`${first} <|>\n`).first("09:00", "09:30");
    expectValid(`${first} 14<|>\n`, "14:00", `${first} "14:00"\n`);
    expectCompletion(`${head}  start: <|>\n`).nothing();
  });
  it("time zones", () => {
    expectValid(`${head}  timezone: Eu<|>\n`, "Europe/Zurich", `${head}  timezone: Europe/Zurich\n`);
  });
  it("nothing for free text", () => {
    expectCompletion(`${head}contributions:\n  - title: a<|>\n`).nothing();
    expectCompletion(`${head}contributions:\n  - title: a\n    url: <|>\n`).nothing();
  });
});

describe("notes", () => {
  const notes = `${head}contributions:\n  - title: a\n    notes: |\n      `;
  it("offers systems for a word of three letters and more", () => {
    expectCompletion(`${notes}Use Ru<|>\n`).nothing();
    expectValid(`${notes}Use Ruc<|> here\n`, "Rucio", `${notes}Use Rucio here\n`);
    expectValid(`${notes}🐙 goh<|>\n`, "Harbor", `${notes}🐙 Harbor\n`);
    expectCompletion(`${notes}<|>\n`).nothing();
    expectCompletion(`${notes}title: themes: [<|>\n`).nothing();
    expectCompletion(`${notes}a\n\n      - <|>\n`).nothing();
  });
  it("offers them in the context and on one line", () => {
    expectCompletion(`${head}  context: |\n    Ruc<|>\n`).offers("Rucio");
    expectValid(
      `${head}contributions:\n  - title: a\n    notes: We use ruc<|>\n`,
      "Rucio",
      `${head}contributions:\n  - title: a\n    notes: We use Rucio\n`,
    );
  });
  it("explains the system when resolved", () => {
    const item = expectCompletion(`${notes}Ruc<|>\n`).item("Rucio");
    expect(JSON.stringify(resolveCompletion(item, vocabulary).documentation)).toContain("Moves data.");
  });
  it("ends where the indent ends", () => {
    expectCompletion(`${notes}b\n    <|>\n`).offers("themes").not("notes");
  });
});

describe("comments", () => {
  it.each([
    "# the<|>",
    "  # <|>\n",
    "    themes: [security] # sto<|>\n",
    "    themes: # <|>\n",
    "    themes: [ # <|>\n",
  ])("offer nothing: %j", (line) => {
    expectCompletion(`${head}contributions:\n  - title: a\n${line}`).nothing();
  });
});

describe("any text", () => {
  it("is completed without a throw at every offset", () => {
    const text = `${head}contributions:\n  - title: "a: 'b\n    themes: [sec, "x\n\t- {a: [\n  -\n      - - x: |\n   y\n"z": {a: b, c\n? k\n: v\n&a *b !c\n'`;
    for (let end = 0; end <= text.length; end++) complete(`${text.slice(0, end)}<|>`);
    const whole = viewOf(text);
    for (let at = 0; at <= text.length; at++) completion(whole, whole.positions.positionAt(at));
  });
  it("is completed quickly however deep it is nested", () => {
    complete(`contributions:\n  - title: ${"[".repeat(2_000)}<|>`);
    complete(`contributions:\n  ${"- ".repeat(500)}<|>`);
  });
});
