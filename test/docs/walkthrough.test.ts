import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { knowledge } from "../support/meeting";

const root = new URL("../../", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), "utf8");

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg?: string; readonly markdown?: string };
  readonly completionEvents: readonly string[];
}

const { contributes } = JSON.parse(read("package.json"));
const commands: readonly string[] = contributes.commands.map(({ command }: { command: string }) => command);
const steps: readonly Step[] = contributes.walkthroughs[0].steps;

describe.each(steps)("the walkthrough's step $id", ({ description, media, completionEvents }) => {
  it("writes code between two backticks, since the editor shows a single one as it is", () => {
    expect(description.replaceAll(/``[^`]+``/g, "")).not.toContain("`");
  });

  it("names commands and pictures that are there", () => {
    const named = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command);
    const own = named.filter((name) => name?.startsWith("wlcgNotes."));
    expect(commands).toEqual(expect.arrayContaining(own));
    expect(existsSync(new URL(media.svg ?? media.markdown ?? "", root))).toBe(true);
  });

  it("is completed by a command that exists", () => {
    expect(completionEvents.length).toBeGreaterThan(0);
    expect(completionEvents.filter((event) => !/^onCommand:/.test(event))).toEqual([]);
    const own = completionEvents.flatMap((event) => /^onCommand:(wlcgNotes\..*)/.exec(event)?.[1] ?? []);
    expect(commands).toEqual(expect.arrayContaining(own));
  });

  it("has the colours of the editor's theme in its picture", () => {
    if (media.svg) expect(read(media.svg)).not.toMatch(/#[\da-f]{3,8}\b/i);
  });

  it("shows themes of the catalogue", () => {
    const shown = read(media.svg ?? media.markdown ?? "").match(/[a-z]+-[a-z]+\/[a-z-]+/g) ?? [];
    const refs = knowledge.vocabulary.references.map(({ ref }) => ref);
    expect(refs).toEqual(expect.arrayContaining(shown));
  });
});
