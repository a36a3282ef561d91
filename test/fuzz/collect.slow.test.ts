/** Collecting actions and decisions changes nothing but the lists of an item and, on request, the lines of its notes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { collectLines } from "../../server/src/core/editing/collectLines";
import { markdownToHtml } from "../../server/src/core/notes/html/markdownToHtml";
import { publishedMarkdown } from "../../server/src/core/notes/read/publishedMarkdown";
import { applyEdits } from "../../server/src/core/text/range";
import { editedFile } from "../support/fuzz/editedFiles";
import { readMeeting } from "../support/meeting";

/** More with `EDITED_FILES=100000`. */
const files = Number(process.env.EDITED_FILES ?? 1000);

const noteLine = fc.constantFrom(
  "ACTION: B. Scribe to ask the sites by Friday",
  "AI (RJ, Scribe) write: a report # not a comment",
  "- [ ] @scribe upload",
  '- [x] **Action 12**: "quote" it\'s done. Done.',
  "DECISION: we meet, monthly: on [Tuesdays] {x}",
  "RESOLVED: *bold* & @handle %percent",
  "> ACTION: quoted",
  "ACTION: none",
  "ACTIONS:",
  "## Actions",
  "- Bob: renew it by Friday",
  "- RJ to ask:",
  "  - Bob: CERN",
  "Ordinary prose about the action.",
  "  AGREED: indented more",
  "AI",
  "",
  "```",
);

const lists = [
  "",
  "    actions: []\n",
  "    actions: # c7\n",
  "    actions: none\n",
  "    actions:\n      - text: Ask the sites # c1\n        owner: B. Scribe\n",
  "    actions:\n    - Upload\n    # c2\n    - text: x\n",
  "    actions: [{text: Ask, owner: Y}] # c3\n    decisions: [We meet]\n",
  "    decisions: Start\n",
  "    decisions:\n      - One # c4\n      # c5\n    url: https://example.org\n",
  "    actions: &a [x]\n",
  "    decisions: ~ # c6\n",
];

function indented(lines: readonly string[], column: number): string {
  return lines.map((line) => `${line === "" ? "" : " ".repeat(column) + line}\n`).join("");
}

/** The notes in each form of YAML. */
const notes = fc
  .tuple(fc.array(noteLine, { minLength: 1, maxLength: 5 }), fc.nat(9), fc.constantFrom(5, 6, 8, 12))
  .map(([lines, form, column]) => {
    const [first = ""] = lines;
    if (form < 3) return `    notes: ${["|", "|-", "| # c8"][form]}\n${indented(lines, column)}`;
    if (form === 3) return `    notes: |+\n${indented(lines, column)}\n`;
    if (form < 6) return `    notes: ${form === 4 ? ">" : ">-"}\n${indented(lines, column)}`;
    if (form === 6) return `    notes: |2\n${indented(lines, 6)}`;
    if (form === 7) return `    notes: ${JSON.stringify(lines.join("\n"))} # c9\n`;
    if (form === 8) return `    notes: '${first.replaceAll("'", "''")}'\n`;
    return `    notes: ${/^[\w.() ]+$/.test(first) ? first : JSON.stringify(first)}\n`;
  });

const parts = notes.map((own) => `    parts:\n      - title: P\n${own.replaceAll(/^(?=.)/gm, "    ")}`);

const item = fc
  .tuple(notes, fc.constantFrom(...lists), fc.boolean(), fc.option(parts), fc.boolean())
  .map(([own, list, isBefore, part, hasFlow]) =>
    hasFlow
      ? `  - {title: Flow, notes: "ACTION: RJ to [a], b: c"} # c0\n`
      : `  - title: T\n${isBefore ? list + own : own + list}${part ?? ""}`,
  );

const meeting = fc
  .tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean())
  .map(([items, isWindows, hasEnd]) => {
    const head =
      "meeting:\n  title: M\n  date: 2019-12-10\n  chairs: [B. Scribe, Rolf Jansen]\ncontributions:\n";
    const text = head + items.join("");
    const ended = hasEnd ? text : text.trimEnd();
    return isWindows ? ended.replaceAll("\n", "\r\n") : ended;
  });

/** A file of any kind with such lines in it. */
const anyFile = fc
  .tuple(editedFile, fc.array(fc.tuple(fc.nat(60), noteLine), { maxLength: 4 }))
  .map(([text, additions]) => {
    const lines = text.split("\n");
    for (const [at, line] of additions) {
      const place = at % lines.length;
      const indent = /^ */.exec(lines[place] ?? "")?.[0] ?? "";
      lines.splice(place + 1, 0, indent + line);
    }
    return lines.join("\n");
  });

function parsed(text: string): { value: unknown; errors: number } {
  const document = parseDocument(text, { logLevel: "error" });
  try {
    return { value: document.toJS({ maxAliasCount: 50 }), errors: document.errors.length };
  } catch {
    return { value: undefined, errors: 1 };
  }
}

/** The value without the lists, and without notes if lines of them may go. */
function rest(value: unknown, withoutNotes: boolean): string {
  return JSON.stringify(value, (key, child) => {
    if (key === "actions" || key === "decisions") return undefined;
    return withoutNotes && key === "notes" ? undefined : child;
  });
}

function wordsOfLists(value: unknown): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(value, (key, child) => {
    if (key === "actions" || key === "decisions") texts.push(JSON.stringify(child) ?? "");
    return child;
  });
  return texts;
}

function damage(text: string, collectedLines: "keep" | "remove"): readonly string[] {
  const { edits } = collectLines(readMeeting(text), { collectedLines });
  const after = applyEdits(text, edits);
  const [before, now] = [parsed(text), parsed(after)];
  const problems: string[] = [];
  if (before.errors === 0 && now.errors > 0) problems.push("no longer parses");
  if (before.errors === 0 && now.errors === 0) {
    if (rest(before.value, collectedLines === "remove") !== rest(now.value, collectedLines === "remove"))
      problems.push("changes another value");
    if (wordsOfLists(before.value).length > wordsOfLists(now.value).length) problems.push("loses a list");
  }
  const comments = (of: string): readonly string[] => (of.match(/# c\d/g) ?? []).sort();
  if (comments(text).join() !== comments(after).join()) problems.push("loses a comment");
  if (text.includes("\r\n") && !/(?<!\r)\n/.test(text) && /(?<!\r)\n/.test(after))
    problems.push("mixes line ends");
  if (/[^\S\r\n]\r?\n/.test(after) && !/[^\S\r\n]\r?\n/.test(text))
    problems.push("leaves white space at a line end");
  const again = collectLines(readMeeting(after), { collectedLines });
  if (again.edits.length > 0) problems.push("has more to collect a second time");
  return problems.map((problem) => `${problem}: ${JSON.stringify({ text, after })}`);
}

const markdownLine = fc.constantFrom(
  "ACTION: B. Scribe to ask",
  "- ACTION: B. Scribe to ask",
  "  - ACTION: RJ to write:",
  "1. DECISION: we meet",
  "   AGREED: we meet again",
  "ACTION: RJ to *write",
  "TODO: ask `the sites",
  "ACTIONS:",
  "- RJ to call",
  "2. Bob: send it",
  "w",
  "- w",
  "  - w",
  "    - w",
  "  w",
  "    w",
  "1. w",
  "2. w",
  "> w",
  "w*",
  "w `",
  "w \\",
  "| w | w |",
  "|---|---|",
  "---",
  "===",
  "```",
  "<b>",
  "<div>",
  "# w",
  "[w]: https://example.org",
  "",
);

/** The elements around each word of the notes, with the first word of each entry of a list. */
function blocksOf(notes: string): ReadonlyMap<string, string> {
  const around: string[] = [];
  const blocks = new Map<string, string>();
  const html = markdownToHtml().html(publishedMarkdown(notes) ?? "", 1);
  for (const [mark, end, tag] of html.matchAll(/<(\/?)(\w+)[^>]*>|w\d+/g)) {
    if (tag === undefined) {
      for (let at = 0; at < around.length; at++) if (around[at] === "li") around[at] = `li ${mark}`;
      // the space between entries may change
      blocks.set(
        mark,
        around.filter((name, at) => name !== "p" || !around[at - 1]?.startsWith("li")).join(">"),
      );
    } else if (end !== "") around.pop();
    else if (tag !== "br" && tag !== "hr") around.push(tag);
  }
  return blocks;
}

/** Numbered words, so that each of them is found again. */
const markdownNotes = fc.array(markdownLine, { minLength: 2, maxLength: 7 }).map((lines) => {
  let count = 0;
  return lines.map((line) => line.replaceAll(/\bw\b/g, () => `w${count++}`));
});

describe("lines that are removed", { timeout: 600_000 }, () => {
  it("change no block of the lines around them", () =>
    fc.assert(
      fc.property(markdownNotes, (lines) => {
        const head =
          "meeting: {title: M, date: 2019-12-10, chairs: [B. Scribe, Rolf Jansen]}\ncontributions:\n";
        const text = `${head}  - title: T\n    notes: |2\n${indented(lines, 6)}`;
        const after = applyEdits(text, collectLines(readMeeting(text), { collectedLines: "remove" }).edits);
        const notesIn = (file: string): string =>
          (parseDocument(file).toJS() as { contributions: { notes?: string }[] }).contributions[0]?.notes ??
          "";
        const words = new Set(notesIn(after).match(/w\d+/g));
        const before = [...blocksOf(notesIn(text))].filter(([word]) => words.has(word));
        expect([...blocksOf(notesIn(after))]).toEqual(before);
      }),
      { numRuns: files },
    ));
});

describe("collecting actions and decisions", { timeout: 600_000 }, () => {
  it.each(["keep", "remove"] as const)("damages no meeting: %s", (collectedLines) =>
    fc.assert(
      fc.property(meeting, (text) => {
        expect(damage(text, collectedLines)).toEqual([]);
      }),
      { numRuns: files },
    ),
  );

  it.each(["keep", "remove"] as const)("damages no file of any kind: %s", (collectedLines) =>
    fc.assert(
      fc.property(anyFile, (text) => {
        expect(damage(text, collectedLines)).toEqual([]);
      }),
      { numRuns: files },
    ),
  );
});
