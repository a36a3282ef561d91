import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { pastedText } from "../../../server/src/core/editing/pastedText";
import { readMeeting } from "../../support/meeting";

const head = "meeting:\n  title: T\n  date: 2026-01-14\n";
const next = "\n  - title: Next\n    themes: none\n";
const mail = "Dear all,\n\nthe minutes:\n- point: one\n  - sub point\n- two\n\nCheers,\nMario\n";

/** The text after a paste at `<|>`, or over what is between two of them. */
function pasteInto(marked: string, pasted: string): string {
  const [before = "", middle = "", after] = marked.split("<|>");
  const start = before.length;
  const rest = after ?? middle;
  const end = after === undefined ? start : start + middle.length;
  const text = before + (after === undefined ? "" : middle) + rest;
  return before + (pastedText(readMeeting(text), { start, end }, pasted) ?? pasted) + rest;
}

/** The same in a contribution that another one follows. */
function pasteIntoItem(marked: string, pasted: string): string {
  const text = pasteInto(`${head}contributions:\n${marked}${next}`, pasted);
  expect(text.startsWith(`${head}contributions:\n`) && text.endsWith(next)).toBe(true);
  return text.slice(`${head}contributions:\n`.length, -next.length);
}

describe("several lines pasted into notes", () => {
  const one = "  - title: One\n    notes: |\n";
  const asNotes = mail.trimEnd().replaceAll(/\n(?=.)/g, "\n      ");

  test.each([
    ["an indented line", "      <|>"],
    ["the column of the key", "    <|>"],
    ["the start of the line", "<|>"],
  ])("at %s go to the column of the text", (_, line) => {
    expect(pasteIntoItem(one + line, mail)).toBe(`${one}      ${asNotes}`);
  });

  test("are the value that was copied", () => {
    const { contributions } = parse(pasteInto(`${head}contributions:\n${one}<|>${next}`, mail));
    expect(contributions).toHaveLength(2);
    expect(contributions[0].notes).toBe(mail);
  });

  test.each([
    ["after notes: |", "  - title: One\n    notes: |<|>"],
    ["after notes:", "  - title: One\n    notes:<|>"],
    ["after notes: and a space", "  - title: One\n    notes: <|>"],
  ])("%s begin on the next line", (_, line) => {
    expect(pasteIntoItem(line, mail)).toBe(`${one}      ${asNotes}`);
  });

  test("below notes of another column go to that column", () => {
    const text = "  - notes: >-\n        Words.\n        <|>";
    expect(pasteIntoItem(text, "a\nb")).toBe("  - notes: >-\n        Words.\n        a\n        b");
  });

  test("go below a bullet in its column, the first without its own bullet", () => {
    expect(pasteIntoItem(`${one}      - <|>`, "- a\n  - b\n- c")).toBe(
      `${one}      - a\n        - b\n      - c`,
    );
  });

  test("continue after words", () => {
    expect(pasteIntoItem(`${one}      See <|>`, "this\nand that")).toBe(
      `${one}      See this\n      and that`,
    );
  });

  test("before a line go above it", () => {
    expect(pasteIntoItem(`${one}<|>      Last.`, "a\nb\n")).toBe(`${one}      a\n      b\n      Last.`);
    expect(pasteIntoItem(`${one}      <|>Last.`, "a\nb\n")).toBe(`${one}      a\n      b\n      Last.`);
  });

  test("between lines of the text stay between them", () => {
    expect(pasteIntoItem(`${one}      a\n<|>\n      d`, "b\nc")).toBe(
      `${one}      a\n      b\n      c\n      d`,
    );
  });

  test("keep the indentation they have relative to each other", () => {
    const code = "    if x:\n      y\n    z";
    expect(pasteIntoItem(`${one}      <|>`, code)).toBe(`${one}      if x:\n        y\n      z`);
    expect(pasteIntoItem(`${one}      <|>`, "Points:\n  - a")).toBe(`${one}      Points:\n        - a`);
  });

  test("copied from the middle of a line in a file lose the file's indentation", () => {
    expect(pasteIntoItem(`${one}      <|>`, "- a\n        - b\n      - c")).toBe(
      `${one}      - a\n        - b\n      - c`,
    );
  });

  test("set the column of an empty text with their first line", () => {
    expect(pasteIntoItem(`${one}      <|>`, "\n    Minutes\nof today")).toBe(
      `${one}      Minutes\n      of today`,
    );
  });

  test("replace a selection", () => {
    expect(pasteIntoItem(`${one}      a <|>b\n      c<|> d`, "x\ny")).toBe(`${one}      a x\n      y d`);
  });

  test("take the line ends of the file", () => {
    const text = `${head}contributions:\n${one}      <|>${next}`.replaceAll("\n", "\r\n");
    expect(pasteInto(text, "a\nb\r\nc")).toContain("      a\r\n      b\r\n      c\r\n");
  });

  test("go into the opening remarks and to the end of a file", () => {
    expect(pasteInto("meeting:\n  title: T\n  context: |\n    <|>", "a\nb")).toContain("    a\n    b");
    expect(pasteInto(`${head}contributions:\n${one}      <|>`, "a\nb")).toContain("      a\n      b");
  });
});

describe("several lines pasted into a list", () => {
  const lines = "• Rook: on bare metal\n\n• Ceph\n";

  test.each([
    ["    decisions:\n      - <|>", '    decisions:\n      - "Rook: on bare metal"\n      - Ceph'],
    ["    decisions:\n    -<|>", '    decisions:\n    - "Rook: on bare metal"\n    - Ceph'],
    ["    actions:\n      - <|>", '    actions:\n      - text: "Rook: on bare metal"\n      - text: Ceph'],
  ])("are its entries: %j", (list, expected) => {
    expect(pasteIntoItem(`  - title: One\n${list}`, lines)).toBe(`  - title: One\n${expected}`);
  });

  test.each([
    ["    speakers:\n      <|>", "    speakers:\n      - A. Forti\n      - B. Two"],
    ["    speakers:<|>", "    speakers:\n      - A. Forti\n      - B. Two"],
    [
      "    speakers: <|>\n    themes: none",
      "    speakers: \n      - A. Forti\n      - B. Two\n    themes: none",
    ],
    [
      "    actions:\n      - text: Ask\n        owner: C\n      <|>",
      "    actions:\n      - text: Ask\n        owner: C\n      - text: A. Forti\n      - text: B. Two",
    ],
    ["    notes:\n      <|>", "    notes:\n      o\u00a0\u00a0A. Forti\n      ·\u00a0B. Two"],
  ])("begin on a line without text, or below the key: %j", (list, expected) => {
    const [text, names] = [`  - title: One\n${list}`, "o\u00a0\u00a0A. Forti\n·\u00a0B. Two\n"];
    expect(pasteIntoItem(text, names)).toBe(`  - title: One\n${expected}`);
  });

  test.each([
    ["<|>", "\n  - title: Welcome\n  - title: Coffee"],
    ["\n  <|>", "\n  - title: Welcome\n  - title: Coffee"],
    ["\n  - title: One\n\n  <|>", "\n  - title: One\n\n  - title: Welcome\n  - title: Coffee"],
    [
      "\n  <|>\ndiscussion:\n  - topic: Q",
      "\n  - title: Welcome\n  - title: Coffee\ndiscussion:\n  - topic: Q",
    ],
  ])("begin items of the agenda: %j", (rest, expected) => {
    expect(pasteInto(`${head}contributions:${rest}`, "• Welcome\n• Coffee\n")).toBe(
      `${head}contributions:${expected}`,
    );
  });

  test("are items with a title each", () => {
    expect(pasteIntoItem("  - <|>", "Welcome\nSite reports")).toBe(
      "  - title: Welcome\n  - title: Site reports",
    );
  });
});

describe("a paste is as usual", () => {
  test.each([
    ["a single line", "  - title: One\n    notes: |\n      <|>", "one line\n"],
    ["in a title", "  - title: <|>One", "a\nb"],
    [
      "below the notes in the column of the keys",
      "  - title: One\n    notes: |\n      Words.\n    <|>",
      "a\nb",
    ],
    ["of an item below empty notes", "  - title: One\n    notes: |\n<|>", "  - title: Two\n    themes: none"],
    ["of keys into a list of items", "  - <|>", "title: Two\n    themes: none"],
    ["into a list of themes", "  - title: One\n    themes:\n      - <|>", "a\nb"],
    ["in the column of the keys", "  - title: One\n    themes: none\n    <|>", "a\nb"],
    ["after the key of a list with entries", "  - title: One\n    speakers:<|>\n      - A", "a\nb"],
    ["below the key of a list with entries", "  - title: One\n    speakers:\n      - A\n    <|>", "a\nb"],
    ["of items into an empty list", "  <|>", "- title: One\n  themes: none"],
    ["in a comment after a key", "  - title: One\n    notes: # <|>", "a\nb"],
  ])("%s", (_, text, pasted) => {
    const whole = `${head}contributions:\n${text}`;
    expect(pasteInto(whole, pasted)).toBe(whole.replace("<|>", pasted));
  });
});
