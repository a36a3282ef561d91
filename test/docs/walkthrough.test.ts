import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { knowledge } from "../support/meeting";

const root = new URL("../../", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), "utf8");

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image?: string; readonly markdown?: string };
}

const { contributes } = JSON.parse(read("package.json"));
const commands: readonly string[] = contributes.commands.map(({ command }: { command: string }) => command);
const steps: readonly Step[] = contributes.walkthroughs[0].steps;

describe.each(steps)("the walkthrough's step $id", ({ description, media }) => {
  it("writes code between two backticks, since the editor shows a single one as it is", () => {
    expect(description.replaceAll(/``[^`]+``/g, "")).not.toContain("`");
  });

  it("names commands and pictures that are there", () => {
    const named = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command);
    expect(commands).toEqual(expect.arrayContaining(named));
    expect(existsSync(new URL(media.image ?? media.markdown ?? "", root))).toBe(true);
  });

  it("shows themes of the catalogue", () => {
    const shown = read(media.image ?? media.markdown ?? "").match(/[a-z]+-[a-z]+\/[a-z-]+/g) ?? [];
    const refs = knowledge.vocabulary.references.map(({ ref }) => ref);
    expect(refs).toEqual(expect.arrayContaining(shown));
  });
});
