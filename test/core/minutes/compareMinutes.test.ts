import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  type Authorship,
  comparableLines,
  compareMinutes,
  minutesText,
} from "../../../server/src/core/minutes/compareMinutes";
import type { MinutesTarget } from "../../../server/src/core/minutes/minutesTargets";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

const target: MinutesTarget = {
  title: "News",
  address: { base: "https://indico.cern.ch", event: "1", contribution: "2" },
  fragment: "<h2>News</h2>\n<p>We agreed.</p>\n",
  publication: { date: "2026-03-10", path: "/event/1/contributions/2" },
};
const later = { ...target, fragment: "<h2>News</h2>\n<p>We agreed later.</p>\n" };
const published = minutesText(target, digest);
const kindOf = (stored: string | undefined, of = later, authorship: Authorship = "same") =>
  compareMinutes(of, stored, digest, authorship);

describe("minutes that Indico has", () => {
  it.each([undefined, "", " \r\n ", "<p>&nbsp;</p>", "<p><br></p>\n<!-- wlcg-notes -->"])(
    "are none: %j",
    (stored) => {
      expect(kindOf(stored)).toEqual({ kind: "new" });
    },
  );

  it.each([
    ["as published", published],
    ["with other line ends", published.replaceAll("\n", "\r\n")],
    ["with blanks around them", `\n${published}\n `],
    ["without the mark", target.fragment],
  ])("are equal %s", (_, stored) => {
    expect(kindOf(stored, target)).toEqual({ kind: "equal" });
  });

  it.each([published, published.replaceAll("\n", "\r\n"), `${published}\n`])(
    "are an earlier version",
    (stored) => {
      expect(kindOf(stored)).toEqual({ kind: "earlier", stored: target.fragment.trim() });
    },
  );

  it.each([
    ["a word", published.replace("We agreed", "They agreed")],
    ["a line before", `<p>Hello</p>\n${published}`],
    ["a line after the mark", `${published}\n<p>Hello</p>`],
    ["the mark", published.replace(/[0-9a-f](?= -->)/, (digit) => (digit === "0" ? "1" : "0"))],
    ["what an editor writes", published.replace("<p>We", "<p>\n  We")],
  ])("are a conflict after an edit of %s", (_, stored) => {
    expect(kindOf(stored)).toMatchObject({ kind: "conflict" });
  });

  it.each([
    ["the date", { date: "2026-04-14" }],
    ["the page", { path: "/event/1/contributions/3" }],
  ])("are a conflict if %s is another", (_, change) => {
    const stored = minutesText({ ...target, publication: { ...target.publication, ...change } }, digest);
    expect(kindOf(stored)).toMatchObject({
      kind: "conflict",
      reason: expect.stringMatching(/from another meeting/),
    });
  });

  const words = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${name}${at}`).join(" ");
  const withText = (text: string) => ({ ...target, fragment: `<h2>News</h2>\n<p>${text}</p>\n` });

  it.each([
    ["the words of another note taker", words("bob", 200), words("alice", 200)],
    ["no words", "", words("alice", 60)],
    ["half of them", words("alice", 100), words("alice", 200)],
  ])("are a conflict if the file has %s instead of many words", (_, next, before) => {
    expect(kindOf(minutesText(withText(before), digest), withText(next))).toMatchObject({
      kind: "conflict",
      reason: expect.stringMatching(/most of their words would go/),
    });
  });

  it.each([
    ["few words", words("bob", 200), words("alice", 40)],
    ["a third of many words", `${words("alice", 400)} ${words("bob", 200)}`, words("alice", 600)],
    ["an order", words("alice", 300).split(" ").reverse().join(" "), words("alice", 300)],
  ])("are an earlier version if %s changed", (_, next, before) => {
    expect(kindOf(minutesText(withText(before), digest), withText(next))).toMatchObject({ kind: "earlier" });
  });

  it("are a conflict if another person published them, however small the change is", () => {
    expect(kindOf(published, later, "other")).toMatchObject({
      kind: "conflict",
      reason: expect.stringMatching(/another user published/),
    });
    expect(kindOf(published, target, "other")).toEqual({ kind: "equal" });
  });

  it.each([
    [12, "unknown", "conflict"],
    [12, "same", "earlier"],
    [8, "unknown", "earlier"],
  ] as const)("of %i words by a person who is %s are a conflict or not", (count, authorship, kind) => {
    const stored = minutesText(withText(words("alice", count)), digest);
    expect(kindOf(stored, withText(words("bob", count)), authorship)).toMatchObject({ kind });
  });

  it("with a picture only are not empty", () => {
    expect(kindOf('<p><img src="https://example.org/a.png"></p>')).toMatchObject({ kind: "conflict" });
  });

  it("are a conflict without a mark", () => {
    expect(kindOf("<p>By hand.</p>")).toEqual({
      kind: "conflict",
      reason: "Indico has minutes that were written or edited there",
      stored: "<p>By hand.</p>",
    });
  });

  it("are read in linear time", () => {
    const marks = "<!-- wlcg-notes 1 ".repeat(50_000);
    expect(kindOf(`${marks}${"\n".repeat(500_000)}x`)).toMatchObject({ kind: "conflict" });
  }, 5000);
});

it("lines are compared by block", () => {
  expect(comparableLines("<ul><li>a</li><li>b</li></ul><p>c</p>")).toBe(
    "<ul><li>a</li>\n<li>b</li>\n</ul>\n<p>c</p>\n",
  );
  expect(comparableLines(target.fragment)).toBe(target.fragment);
});
