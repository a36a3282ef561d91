/** Comments that become text, each at its own place. */
import { expect, it } from "vitest";
import { CommentFinder } from "../../../server/src/core/editGuard/commentFinder";

const edit = (text: string) => ({ start: 0, end: 0, text });

it("finds each comment once, after a `#` and in order", () => {
  const finder = new CommentFinder(["#one\n# two\nthree\n"], []);
  expect(["# one", "# two", "# two", "# three"].map((comment) => finder.takes(comment))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it("finds a comment in the quotes that an edit writes, and as the whole value", () => {
  const finder = new CommentFinder([], [edit("'it''s #42'"), edit("[security]")]);
  expect(finder.takes("# 42")).toBe(true);
  expect(finder.takes("# 42")).toBe(false);
  expect(finder.takes("# security")).toBe(true);
});

it("finds a number that an edit writes as the count of an answer, once", () => {
  const finder = new CommentFinder([], [edit("{answer: A, count: 12}")]);
  expect(["# 1", "# 12", "# 12"].map((comment) => finder.takes(comment))).toEqual([false, true, false]);
});

it("refuses what takes too long to search", () => {
  const long = new CommentFinder(["#x\n".repeat(100_000), "#y\n".repeat(100_000)], []);
  const taken = Array.from({ length: 100_000 }, () => long.takes("# y")).filter(Boolean);
  expect(taken.length).toBeLessThan(1000);
});
