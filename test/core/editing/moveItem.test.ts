import { describe, expect, test } from "vitest";
import { type Direction, moveItem } from "../../../server/src/core/editing/moveItem";
import { applyEdits } from "../../../server/src/core/text/range";
import { withCursor } from "../../support/meeting";

const head = "meeting:\n  title: T\n  date: 2026-01-14\n";

/** The text after the move, with the cursor; or the reason for which there is none. */
function moved(marked: string, direction: Direction): string {
  const { view, offset } = withCursor(marked);
  const move = moveItem(view.document, offset, direction);
  if ("reason" in move) return move.reason;
  const text = applyEdits(view.document.text, move.edits);
  const { line, column } = view.document.lineColumnOf(offset);
  const lines = text.split("\n");
  const at = line + move.lines;
  lines[at] = `${lines[at]?.slice(0, column)}<|>${lines[at]?.slice(column)}`;
  return lines.join("\n");
}

/** Moves an item down and up again. */
function expectMove(before: string, after: string): void {
  expect(moved(head + before, "down")).toBe(head + after);
  expect(moved(head + after, "up")).toBe(head + before);
}

describe("an item moves over its neighbour", () => {
  test.each(["contributions", "surveys", "discussion"])("in %s", (list) => {
    const key = { contributions: "title", surveys: "question", discussion: "topic" }[list];
    const [one, two] = [`  - ${key}: One\n    themes: n<|>one\n`, `  - ${key}: Two\n    themes: none\n`];
    expectMove(`${list}:\n${one}${two}`, `${list}:\n${two}${one}`);
  });

  test("with its notes, its actions and the comments above it", () => {
    const one =
      "  # first\n  - title: One\n    notes: |\n      - title: no item\n\n      End.\n    actions:\n      - text: A<|>\n";
    const two = "  # second\n  - title: Two\n    # inside\n    themes: none\n";
    expectMove(`contributions:\n${one}${two}`, `contributions:\n${two}${one}`);
  });

  test("while the blank lines between the items stay where they are", () => {
    expectMove(
      "contributions:\n  - title: One<|>\n\n  - title: Two\n    themes: none\n\n\n  - title: Three\n",
      "contributions:\n  - title: Two\n    themes: none\n\n  - title: One<|>\n\n\n  - title: Three\n",
    );
  });

  test("at the end of a file without a line end", () => {
    expectMove(
      "contributions:\n  - title: One<|>\n  - title: Two",
      "contributions:\n  - title: Two\n  - title: One<|>",
    );
  });

  test("in a file with CRLF", () => {
    const before = `${head}contributions:\n  - title: One<|>\n\n  - title: Two`;
    const after = `${head}contributions:\n  - title: Two\n\n  - title: One<|>`;
    expect(moved(before.replaceAll("\n", "\r\n"), "down")).toBe(after.replaceAll("\n", "\r\n"));
    expect(moved(after.replaceAll("\n", "\r\n"), "up")).toBe(before.replaceAll("\n", "\r\n"));
  });

  test("that has a syntax error, or has one itself", () => {
    expectMove(
      'contributions:\n  - title: "One<|>\n    themes: [sec\n  - title: Two\n',
      'contributions:\n  - title: Two\n  - title: "One<|>\n    themes: [sec\n',
    );
  });

  test("with the cursor in its first column", () => {
    expectMove(
      "contributions:\n<|>  - title: One\n  - title: Two\n",
      "contributions:\n  - title: Two\n<|>  - title: One\n",
    );
  });
});

describe("an item stays where it is", () => {
  const items = "contributions:\n  - title: One\n  - title: Two\ndiscussion:\n  - topic: Three\n";

  test.each([
    ["One", "up", "first"],
    ["Two", "down", "last"],
    ["Three", "up", "first"],
    ["Three", "down", "last"],
    ["title: T", "down", "noItem"],
    ["discussion", "up", "noItem"],
  ] as const)("%s %s: %s", (needle, direction, reason) => {
    expect(moved((head + items).replace(needle, `<|>${needle}`), direction)).toBe(reason);
  });

  test("if blank lines are part of its notes", () => {
    const text = "contributions:\n  - title: One<|>\n    notes: |+\n      Words.\n\n\n  - title: Two\n";
    expect(moved(head + text, "down")).toBe("unsafe");
  });

  test("if another item has an alias of its anchor", () => {
    const text =
      "contributions:\n  - title: One<|>\n    themes: &t [security]\n  - title: Two\n    themes: *t\n";
    expect(moved(head + text, "down")).toBe("noItem");
  });
});
