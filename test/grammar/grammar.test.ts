import { beforeAll, describe, expect, test } from "vitest";
import type { IGrammar } from "vscode-textmate";
import { loadGrammar, scopesOf } from "./scopes";

const theme = "entity.name.type.theme.wlcg-contributions";
const topic = "entity.name.type.topic.wlcg-contributions";
const key = "entity.name.tag.key.wlcg-contributions";

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

/** The innermost scope at `needle`. */
function scope(text: string, needle: string): string | undefined {
  return scopesOf(grammar, text, needle).at(-1);
}

describe("keys", () => {
  test.each([
    ["meeting:", "meeting", "entity.name.tag.section.wlcg-contributions"],
    ["  title: Rucio", "title", key],
    ["  - title: Rucio", "title", key],
  ])("%s", (text, needle, expected) => {
    expect(scope(text, needle)).toBe(expected);
  });

  test("a colon in a title makes no key of it", () => {
    expect(scope("  - title: Rucio: what is new", "what")).toBe("string.unquoted.plain.out.yaml");
    expect(scope("  - title: code: a tale", "tale")).toBe("string.unquoted.plain.out.yaml");
  });

  test("an unknown key is left to YAML", () => {
    expect(scope("  titel: Rucio", "titel")).toBe("rest.yaml");
  });
});

describe("theme references", () => {
  test("in a flow list", () => {
    const text = "    themes: [security, storage-integration/csi] # why";
    expect(scope(text, "security")).toBe(theme);
    expect(scope(text, "storage")).toBe(theme);
    expect(scope(text, "csi")).toBe(topic);
    expect(scope(text, "# why")).toBe("punctuation.definition.comment.yaml");
  });

  test("in a block list, which ends with the next key or item", () => {
    const text =
      "  - title: A\n    themes:\n      - security\n    - image-distribution/cvmfs\n    notes: security?\n  - plain";
    expect(scope(text, "security")).toBe(theme);
    expect(scope(text, "image")).toBe(theme);
    expect(scope(text, "cvmfs")).toBe(topic);
    expect(scope(text, "security?")).toBe("string.unquoted.plain.out.yaml");
    expect(scope(text, "plain")).toBe("rest.yaml");
  });

  test("in a flow list over several lines", () => {
    const text = "    themes: [\n      security,\n      cncf-landscape\n    ]\n    url: x";
    expect(scope(text, "cncf")).toBe(theme);
    expect(scope(text, "url")).toBe(key);
  });

  test("an unclosed list leaves the next key and the next item alone", () => {
    expect(scope("    themes: [sec\n    community: ATLAS", "community")).toBe(key);
    expect(scope("    themes: [sec\n  - title: Next", "title")).toBe(key);
  });

  test("none on purpose", () => {
    expect(scope("    themes: none", "none")).toBe("constant.language.none.wlcg-contributions");
  });
});

describe("values", () => {
  test.each([
    ["  date: 2019-12-10", "2019", "constant.other.date.wlcg-contributions"],
    ['        due: "2020-01-31"', "2020", "constant.other.date.wlcg-contributions"],
    ['    start: "09:30"', "09", "constant.other.time.wlcg-contributions"],
    ["        status: open", "open", "constant.language.status.wlcg-contributions"],
    ["    url: https://indico.cern.ch/event/1", "https", "markup.underline.link.wlcg-contributions"],
    ["  title: In 2019-12-10 we met", "2019", "string.unquoted.plain.out.yaml"],
  ])("%s", (text, needle, expected) => {
    expect(scope(text, needle)).toBe(expected);
  });
});

describe("an open quote or bracket", () => {
  const next = "    community: ATLAS\n  - title: Next";

  test.each([
    ['  - title: "half', next],
    ["  - title: 'half", next],
    ['    place: "half\n      and more', next],
    ['    speakers: ["A. Forti, B', next],
    ["    speakers: [A. Forti", next],
    ['    decisions:\n      - "half\n      - whole', next],
    ['    answers:\n      - {answer: "half', next],
    ['    x-own: "half', next],
  ])("in %s ends before the next key and the next item", (open, rest) => {
    expect(scope(`${open}\n${rest}`, "community")).toBe(key);
    expect(scope(`${open}\n${rest}`, "Next")).toBe("string.unquoted.plain.out.yaml");
  });

  test("continues over deeper and blank lines", () => {
    const text = '    place: "one\n\n      title: no key" # why\n    community: ATLAS';
    expect(scope(text, "title: no")).toBe("rest.yaml");
    expect(scope(text, "# why")).toBe("punctuation.definition.comment.yaml");
    expect(scope(text, "community")).toBe(key);
  });

  test.each([
    ['  - title: "half', "title", key],
    ['meeting: {title: "half', "meeting", "entity.name.tag.section.wlcg-contributions"],
    ['    x-own: "half', "x-own", "entity.name.tag.yaml"],
  ])("leaves the key of %s a key", (text, needle, expected) => {
    expect(scope(text, needle)).toBe(expected);
  });
});

describe("notes", () => {
  const text = "  - topic: A\n    notes: |\n      # Heading\n\n      title: not a key\n    community: ATLAS";

  test("are Markdown, blank lines and all", () => {
    expect(scopesOf(grammar, text, "Heading")).toContain("meta.embedded.block.markdown");
    expect(scope(text, "title: not")).toBe("markup.markdown");
  });

  test("are prose on the key's own line too", () => {
    expect(scopesOf(grammar, "    notes: We use: Rook", "Rook")).toEqual([
      "meta.prose.wlcg-contributions",
      "string.unquoted.plain.out.yaml",
    ]);
  });

  test("end with the next key", () => {
    expect(scope(text, "community")).toBe(key);
  });

  test("end with the next key where they come first", () => {
    expect(scope("  - notes: |\n      text\n    topic: B", "topic")).toBe(key);
  });
});

test("a suppression has its own scope in its comment", () => {
  const text = "# wlcg-notes-disable-next-line untagged-item";
  expect(scope(text, "wlcg")).toBe("keyword.control.suppression.wlcg-contributions");
  expect(scope(text, "untagged")).toBe("variable.other.code.wlcg-contributions");
  expect(scope("# nothing of the kind", "nothing")).toBe("comment.line.number-sign.yaml");
});
