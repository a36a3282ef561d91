import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { commands } from "../../server/src/cli/commands/index";
import { wlcgNotes } from "../support/commandLine";

describe("completion", () => {
  const complete = (script: string, words: readonly string[]): readonly string[] => {
    const line = `${script}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
_wlcg_notes; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync("bash", ["-c", line], { encoding: "utf8" }).trim().split("\n");
  };

  it("in bash completes commands, options and their values", async () => {
    const script = (await wlcgNotes("completion", "bash")).out;
    expect(complete(script, ["wlcg-notes", ""])).toEqual([...commands.map(({ name }) => name), "help"]);
    expect(complete(script, ["wlcg-notes", "re"])).toEqual(["render"]);
    expect(complete(script, ["wlcg-notes", "render", "--wa"])).toEqual(["--watch"]);
    expect(complete(script, ["wlcg-notes", "render", "--to", ""])).toContain("indico");
    expect(complete(script, ["wlcg-notes", "check", "--format", "s"])).toEqual(["sarif"]);
  });
});
