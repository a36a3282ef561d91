import { describe, expect, it } from "vitest";
import { progressLine } from "../../../server/src/cli/output/output";
import { excerptOf } from "../../../server/src/cli/reports/excerpt";
import { text } from "../../../server/src/cli/reports/text";
import { terminalLines } from "../../../server/src/core/text/displayText";

/** The excerpt for the text between « and », which may end on another line. */
function excerpt(marked: string): readonly string[] {
  const column = marked.indexOf("«") + 1;
  const source = marked.replaceAll(/[«»]/g, "");
  const isClosed = marked.includes("»");
  const endColumn = isClosed ? marked.indexOf("»") : 1;
  return excerptOf({ ...row, column, endLine: isClosed ? 7 : 8, endColumn, source });
}

const options = { files: 1, colours: false };

const row = {
  file: "a.yaml",
  line: 7,
  column: 1,
  endLine: 7,
  endColumn: 2,
  severity: "error",
  code: "unknown-key",
  message: "No.",
  findingText: "x",
  source: "x: y",
} as const;

describe("the place of a finding", () => {
  it.each<[string, string, readonly string[]]>([
    ["has carets under it", "  - «titel»: x", ["    7 |   - titel: x", "      |     ^^^^^"]],
    ["keeps tabs", "\t«a»", ["    7 | \ta", "      | \t^"]],
    ["counts wide letters as two", "🙂漢 «a🙂»", ["    7 | 🙂漢 a🙂", "      |      ^^^"]],
    ["goes to the line's end where it ends on another", "a: «b c", ["    7 | a: b c", "      |    ^^^"]],
    ["is one caret where it has no width", "a«»b", ["    7 | ab", "      |  ^"]],
    ["does not act on the terminal", "«\u001b[31m»", ["    7 | \ufffd[31m", "      | ^^^^^"]],
  ])("%s", (_, marked, expected) => {
    expect(excerpt(marked)).toEqual(expected);
  });

  it("is cut out of a long line", () => {
    const [source = "", carets = ""] = excerpt(`${"a".repeat(500)}«b»${"c".repeat(500)}`);
    expect(source.length).toBeLessThan(150);
    expect(source[carets.indexOf("^")]).toBe("b");
  });
});

describe("a line that a CI job would take as a command", () => {
  it("has the carets where they belong", () => {
    const source = "  ##[x] ##vso[y] titel: z";
    const at = source.indexOf("titel");
    const written = terminalLines(text([{ ...row, source, column: at + 1, endColumn: at + 6 }], options));
    const [, line = "", carets = ""] = written.split("\n");
    expect(line).toBe("    7 |   ##(x] ##vso(y] titel: z");
    expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("titel");
  });
});

describe("a line of megabytes", () => {
  it("is looked at only where the finding is", () => {
    const source = "\0".repeat(10_000_000);
    for (let column = 1; column < source.length; column += 10_000)
      expect(excerptOf({ ...row, source, column, endColumn: source.length }).join("").length).toBeLessThan(
        300,
      );
  });

  it("is not cut within a character", () => {
    for (const shift of ["", "a"]) {
      const [source = ""] = excerpt(`${shift}${"🙂".repeat(100)}«b»${"🙂".repeat(100)}`);
      expect(source).not.toMatch(/\p{Cs}/u);
      expect(source).not.toContain("\ufffd");
    }
  });
});

describe("colours", () => {
  it("are there for a terminal only", () => {
    expect(text([row], { files: 1, colours: true })).toContain("\u001b[31merror\u001b[39m");
    expect(text([row], { files: 1, colours: false })).not.toContain("\u001b");
  });
});

describe("progress", () => {
  it("shows after a while, overwrites itself, and is gone at the end", () => {
    const written: string[] = [];
    let clock = 0;
    const progress = progressLine(
      (words) => void written.push(words),
      () => clock,
    );
    for (clock = 0; clock <= 1200; clock += 50) progress.at(clock, 5000);
    progress.end();
    expect(written).toEqual([
      "\r\u001b[Kreading 1000 of 5000 files",
      "\r\u001b[Kreading 1100 of 5000 files",
      "\r\u001b[Kreading 1200 of 5000 files",
      "\r\u001b[K",
    ]);
  });

  it("writes nothing in a short run", () => {
    const written: string[] = [];
    const progress = progressLine(
      (words) => void written.push(words),
      () => 0,
    );
    progress.at(1, 2);
    progress.end();
    expect(written).toEqual([]);
  });
});
