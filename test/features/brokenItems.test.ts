/** A syntax error affects only its item, not the file. */
import { describe, expect, it } from "vitest";
import { completion } from "../../server/src/features/completion/completion";
import type { View } from "../../server/src/features/shared/view";
import { findingLines, hoverTextAt, outline } from "../support/editorRequests";
import { inMeeting } from "../support/findings";
import { viewOf } from "../support/meeting";

const before = `  - title: Rucio one
    themes: [securty, security, security/aai]
    community: ATLAS
  - title: Two
    speaker: A. B
`;
const after = `  # of the third
  - title: JupyterHub three
    themes:
      - storage-integration
      - storage-integration
    notes: |
      Uses Rook.
  - title: Four # wlcg-notes-disable-line unknown-key
    start: "25:00"
surveys:
  - question: Five
    themes: [cncf-landscape]
    responses: none
discussion:
  - topic: Six
    foo: 1
`;
const validMeeting = "  - title: Half\n    speakers: [P. Half]\n    notes: Half a note\n    themes: none\n";

const breaks: readonly (readonly [string, string])[] = [
  ["an unclosed quote", '  - title: "Half\n    speakers: [P. Half]\n    themes: none\n'],
  ["an unclosed single quote", "  - title: 'Half\n    speakers: [P. Half]\n    themes: none\n"],
  ["a tab", "  - title: Half\n\tspeakers: [P. Half]\n"],
  ["a tab in front of the dash", "\t- title: Half\n\t  speakers: [P. Half]\n"],
  ["a bad indent", "  - title: Half\n   speakers: [P. Half]\n"],
  ["a dash too far left", " - title: Half\n   themes: none\n"],
  ["a dash too far right", "   - title: Half\n     themes: none\n"],
  ["a misspelt key", "  - titel: Half\n    themes: none\n"],
  ["an empty text", '  - title: ""\n'],
  ["`themes: [sec`", "  - title: Half\n    themes: [sec\n    notes: Half\n"],
  ["`themes: [sec` at the end", "  - title: Half\n    themes: [sec\n"],
  ['`themes: ["sec`', '  - title: Half\n    themes: ["sec\n'],
  ["an unclosed list over lines", "  - title: Half\n    themes: [\n      sec,\n    notes: Half\n"],
  ["words with a colon at the margin", "  - {title: Half, themes: none}\nNote: Half the words\n"],
  ["a stray `}`", "  - title: Half\n    themes: none }\n    speakers: []}\n"],
  ["a stray `}` on a line", "  - title: Half\n    }\n"],
  ["a stray `}` at the margin", "  - title: Half\n}\n"],
  ["a stray `]` at the margin", "  - title: Half\n]\n"],
  ["`key value` without a colon", "  - title: Half\n    speakers [P. Half]\n    themes: none\n"],
  ["an unclosed `{`", "  - {title: Half, themes: none\n"],
  ["an unclosed `{` over lines", "  - {title: Half,\n    themes: none\n"],
  ["`- - `", "  - - \n"],
  ["`- - title`", "  - - title: Half\n"],
  ["a bare dash", "  -\n"],
  ["a duplicated key", "  - title: Half\n    themes: none\n    title: Half\n"],
  ["`title: a: b`", "  - title: Half: b\n"],
  ["an alias without an anchor", "  - title: *half\n"],
  ["an alias that contains itself", "  - title: &half [*half]\n"],
  ["an unclosed escape", '  - title: "Half\\\n'],
  ["a bare word", "  - Half\n"],
  ["a colon without a key", "  - : Half\n    title: Half\n    themes: none\n"],
  ["a question mark", "  - ? Half\n    title: Half\n    themes: none\n"],
  ["a percent sign", "  - title: %Half\n"],
];

const wholeText = inMeeting(before + validMeeting + after);
const head = inMeeting(before).length;
const places = marksOf(before, inMeeting("").length).concat(marksOf(after, head + validMeeting.length));

/** What is asked of each place outside the item. */
function answersAt(view: View, offset: number) {
  const items = completion(view, view.positions.positionAt(offset)).items;
  return { hover: hoverTextAt(view, offset), offers: items.map(({ label }) => label).filter(isNotHalf) };
}
const wholeView = viewOf(wholeText);
const answers = places.map((at) => answersAt(wholeView, at));

it("has findings, hovers and completions to lose", () => {
  expect(otherAnswers(findingLines(wholeText), validMeeting)).toHaveLength(11);
  expect(answers.filter(({ hover }) => hover).length).toBeGreaterThan(20);
  expect(answers.filter(({ offers }) => offers.length > 0).length).toBeGreaterThan(20);
});

describe.each(breaks)("with %s in one item, every other one", (_, broken) => {
  const half = inMeeting(before + broken + after);

  it("keeps its findings, and the broken one has one", () => {
    expect(otherAnswers(findingLines(half), broken)).toEqual(
      otherAnswers(findingLines(wholeText), validMeeting),
    );
    expect(
      findingLines(half).length - otherAnswers(findingLines(half), broken).length,
      findingLines(half).join("\n"),
    ).toBe(1);
  });

  it("keeps its symbols", () => {
    const rest = outline(half).filter((line) => line !== ownAnswers(half));
    expect(rest).toEqual(outline(wholeText).filter((line) => line !== "  Half"));
  });

  it("keeps its hovers and completions", () => {
    const view = viewOf(half);
    for (const [index, at] of places.entries()) {
      const offset = at < head ? at : at + broken.length - validMeeting.length;
      expect(answersAt(view, offset), half.slice(offset)).toEqual(answers[index]);
    }
  });
});

it("holds for a file with a byte order mark, too", () => {
  const text = inMeeting(`  - title: "Half\n${after}`);
  expect(findingLines(`\uFEFF${text}`)).toEqual(findingLines(text));
  expect(outline(`\uFEFF${text}`)).toEqual(outline(text));
});

/** Every start of a word, and every end of a line. */
function marksOf(text: string, start: number): readonly number[] {
  return [...text.trimEnd().matchAll(/\b(?=\w)|$/gm)].map(({ index }) => start + index);
}

/** People named in the item itself are its own to lose. */
function isNotHalf(label: string): boolean {
  return !label.includes("Half");
}

/** The findings outside the item, whose lines are counted without it. */
function otherAnswers(all: readonly string[], item: string): readonly string[] {
  const first = inMeeting(before).split("\n").length;
  const size = item.split("\n").length - 1;
  return all.flatMap((finding) => {
    const [, line = "", rest = ""] = /^(\d+)(: [\s\S]*)$/.exec(finding) ?? [];
    if (Number(line) < first) return [finding];
    return Number(line) < first + size ? [] : [`${Number(line) - size}${rest}`];
  });
}

/** The broken item's own line in the outline: the third one of the contributions. */
function ownAnswers(text: string): string | undefined {
  const lines = outline(text);
  return lines[lines.findIndex((line) => line.startsWith("contributions")) + 3];
}
