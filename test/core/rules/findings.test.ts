import { describe, it } from "vitest";
import { expectFindings, inMeeting } from "../../support/findings";

const next = `  - title: Next
    themes: []
  # ^^^^^^ untagged-item: This contribution has no theme yet.
`;

describe("a syntax error is one finding at its cause, and the next item keeps its own", () => {
  it.each([
    [
      "a colon in a title",
      "  - title: a: b\n#          ^^^^ yaml-syntax: Quote this title: a colon followed by a space starts a new key.\n    speakers: [x]\n",
    ],
    [
      "an unclosed quote",
      '  - title: "abc\n#          ^^^^ yaml-syntax: This quote is never closed.\n    speakers: [x]\n',
    ],
    [
      "an unclosed bracket",
      "  - title: x\n    themes: [sec\n#           ^^^^ yaml-syntax: This bracket is never closed.\n    notes: hi\n",
    ],
    [
      "an unclosed quote in a bracket",
      '  - title: x\n    themes: ["sec\n#           ^^^^^ yaml-syntax: This bracket is never closed.\n    notes: hi\n',
    ],
    [
      "a reserved character",
      "  - title: @foo\n#          ^^^^ yaml-syntax: Quote this title: `@` has a meaning of its own at the start of a value.\n",
    ],
    [
      "a backtick",
      "  - title: `kubectl` tricks\n#          ^^^^^^^^^^^^^^^^ yaml-syntax: Quote this title: a backtick has a meaning of its own at the start of a value.\n",
    ],
    [
      "a tag that was to be a word",
      "  - title: !Note this\n#          ^^^^^^^^^^ yaml-syntax: Quote this title: `!` has a meaning of its own at the start of a value.\n    themes: none\n",
    ],
    [
      "no space behind a colon",
      "  - title:x\n#   ^^^^^^ yaml-syntax: Put a space behind this colon.\n    themes: none\n",
    ],
    [
      "no space behind a dash",
      "  - title: x\n    themes: none\n  -title: y\n# ^ yaml-syntax: Put a space behind this dash.\n    themes: none\n",
    ],
    [
      "an indent too small",
      "  - title: x\n   bad: y\n#  ^^^^^^ yaml-syntax: This line is indented by 3 spaces; its neighbours by 4.\n",
    ],
    [
      "an indent too large",
      "  - title: x\n     notes: y\n#    ^^^^^^^^ yaml-syntax: This line is indented by 5 spaces; its neighbours by 4.\n",
    ],
    [
      "a word that is no key yet",
      "  - title: x\n    the\n#   ^^^ yaml-syntax: `the` is not a key yet: a key ends in a colon.\n",
    ],
    [
      "a key without its colon",
      "  - title: x\n    speakers [A]\n#   ^^^^^^^^ yaml-syntax: `speakers` is not a key yet: a key ends in a colon.\n    notes: hi\n",
    ],
    [
      "a bracket too many",
      "  - title: x\n    themes: [security]]\n#                     ^ yaml-syntax: This bracket closes nothing.\n",
    ],
    [
      "a comma too many",
      "  - title: x\n    themes: [security,,cncf-landscape]\n#                     ^ yaml-syntax: There is a comma too many here.\n",
    ],
    [
      "an alias without an anchor",
      "  - title: *x\n#          ^^ yaml-syntax: No anchor `&x` comes before this alias.\n",
    ],
    [
      "an alias that contains itself",
      "  - title: &a [*a]\n#              ^^ too-complex: The alias `*a` contains itself.\n",
    ],
  ])("%s", (_, item) => expectFindings(inMeeting(item + next)));

  it("a tab", () =>
    expectFindings(
      inMeeting(
        `  - title: x\n\tnotes: y\n^ yaml-syntax: YAML does not take tabs as indentation: use spaces.\n${next}`,
      ),
    ));
});

describe("what the schema demands, in words of the domain", () => {
  it.each([
    [
      "a key that is missing",
      "  - speakers: [A]\n#   ^^^^^^^^ missing-key: A contribution needs a `title`.\n    themes: none\n",
    ],
    ["a title without a value", "  - title:\n#   ^^^^^ wrong-type: `title` has no value yet.\n"],
    [
      "a title that is a comment",
      "  - title: #gitops\n#   ^^^^^ wrong-type: `title` has no value yet: `#` starts a comment.\n    themes: none\n",
    ],
    [
      "a start that is a number",
      '  - title: x\n    themes: none\n    start: 9\n#          ^ wrong-type: `start` is a time of day in quotes, such as `"09:30"`.\n',
    ],
    [
      "an entry without anything in a row",
      "  - title: a-b\n    themes: none\n    speakers: [null, &a, A. Forti]\n#              ^^^^ wrong-type: This entry is empty.\n#                    ^^ wrong-type: This entry is empty.\n",
    ],
    [
      "an entry without anything on its line",
      "  - title: x\n    themes: none\n    speakers:\n      - &a\n#     ^ wrong-type: This entry is empty.\n",
    ],
    ["an item without anything", "  -\n# ^ wrong-type: This contribution is empty: it needs a `title`.\n"],
    ["a bare word", "  - ti\n#   ^^ wrong-type: A contribution is written as keys: `title: …`.\n"],
    [
      "a number for a title",
      "  - title: 2\n#          ^ wrong-type: `title` is text: quote it.\n    themes: none\n",
    ],
    [
      "a theme that is no list",
      "  - title: x\n    themes: security\n#           ^^^^^^^^ wrong-type: `themes` is a list such as `[security]`, or `none`.\n",
    ],
    [
      "a duration with its unit",
      "  - title: x\n    themes: none\n    duration: 20 min\n#             ^^^^^^ wrong-type: `duration` is a number of minutes, such as `20`.\n",
    ],
    [
      "a misspelt key",
      "  - title: x\n    themes: none\n    speaker: A\n#   ^^^^^^^ unknown-key: `speaker` is not a key of a contribution. Did you mean `speakers`?\n",
    ],
    [
      "keys of JavaScript's own",
      "  - title: x\n    themes: none\n    __proto__: y\n#   ^^^^^^^^^ unknown-key: `__proto__` is not a key of a contribution. It takes `title`, `speakers`, `community`, `themes`, `start`, `duration`, `url`, `notes`, `actions`.\n",
    ],
    [
      "no key at all",
      "  - title: x\n    themes: none\n    : y\n#   ^ unknown-key: A key is missing ahead of this `:`.\n",
    ],
    [
      "a key twice",
      "  - title: x\n    themes: none\n    title: y\n#   ^^^^^ duplicate-key: `title` is already there.\n",
    ],
  ])("%s", (_, item) => expectFindings(inMeeting(item)));
});

describe("themes", () => {
  it.each([
    [
      "misspelt",
      "themes: [securty]\n#            ^^^^^^^ unknown-theme: No such theme: `securty`. Did you mean `security`?",
    ],
    [
      "by its title",
      "themes: [Storage integration]\n#            ^^^^^^^^^^^^^^^^^^^ unknown-theme: No such theme: `Storage integration`. Did you mean `storage-integration`?",
    ],
    [
      "a topic misspelt",
      "themes: [security/ai]\n#            ^^^^^^^^^^^ unknown-topic: `security` has no such topic: `security/ai`. Did you mean `security/aai`?",
    ],
    [
      "twice",
      "themes: [security, security]\n#                      ^^^^^^^^ duplicate-theme: `security` is already in this list.",
    ],
    [
      "beside its own topic",
      "themes: [security, security/aai]\n#            ^^^^^^^^ redundant-theme: `security/aai` says it already: a topic implies its theme.",
    ],
  ])("%s", (_, themes) => expectFindings(inMeeting(`  - title: x\n    ${themes}\n`)));
});

it("a time zone that there is none of", () =>
  expectFindings(
    "meeting:\n  title: x\n  date: 2019-12-10\n  timezone: Europe/Zurch\n#           ^^^^^^^^^^^^ invalid-value: There is no time zone `Europe/Zurch`.\ncontributions: []\n",
  ));

describe("a survey's total", () => {
  const survey = (responses: string, count: string): string =>
    `surveys:\n  - question: x\n    themes: none\n    responses: ${responses}\n    answers:\n      - {answer: a, count: ${count}}\n`;
  it.each([
    [
      survey("3", "4").replace(
        "    answers",
        "#              ^ survey-total: The answers add up to 4, more than the 3 responses.\n    answers",
      ),
    ],
    [survey("4", "4")],
    [
      survey("-3", "4").replace(
        "    answers",
        "#              ^^ invalid-value: `responses` is at least 0.\n    answers",
      ),
    ],
    [`${survey("3", "4.5")}#                          ^^^ wrong-type: \`count\` is a whole number.\n`],
  ])("is one finding at most: %s", (text) => expectFindings(inMeeting(`  []\n${text}`)));
});

describe("across items", () => {
  it.each([
    [
      "a title twice",
      "  - {title: A, themes: none}\n  - {title: a, themes: none}\n#           ^ duplicate-title: This title stands twice in the meeting.\n",
    ],
    [
      "an overlap",
      '  - {title: A, themes: none, start: "09:00", duration: 30}\n  - {title: B, themes: none, start: "09:20", duration: 10}\n#                                   ^^^^^^^ schedule-overlap: Overlaps “A”, which ends at 09:30.\n',
    ],
    [
      "no overlap where one ends as the next starts",
      '  - {title: A, themes: none, start: "09:00", duration: 30}\n  - {title: B, themes: none, start: "09:30"}\n',
    ],
  ])("%s", (_, items) => expectFindings(inMeeting(items)));
});

describe("suppressions", () => {
  it.each([
    ["on the next line", "  # wlcg-notes-disable-next-line untagged-item\n  - title: x\n"],
    ["on the line", "  - title: x # wlcg-notes-disable-line untagged-item\n"],
    ["in the item", "  - title: x\n    speakers: [A] # wlcg-notes-disable-item untagged-item\n"],
    ["in the file", "  # wlcg-notes-disable-file untagged-item\n  - title: x\n  - title: y\n"],
    [
      "not in notes",
      "  - title: x\n#          ^ untagged-item: This contribution has no theme yet.\n    notes: |\n      # wlcg-notes-disable-item untagged-item\n",
    ],
    [
      "one that silences nothing",
      "  - title: x\n    themes: none # wlcg-notes-disable-line untagged-item\n#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression: This suppression silences nothing.\n",
    ],
  ])("%s", (_, items) => expectFindings(inMeeting(items)));
});
