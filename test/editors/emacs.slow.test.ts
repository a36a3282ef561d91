/** Emacs with eglot, set up as docs/editors.md says. */
import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { inFolder } from "../support/commandLine";
import { describeEditor, documented, environment, sample } from "../support/editors";

const script = fileURLToPath(new URL("emacs.el", import.meta.url));

describeEditor("emacs", "emacs-nox elpa-eglot", () => {
  it("shows the sample's findings, completes, shows a hover and applies a quick fix", async () => {
    const folder = await inFolder({ "init.el": documented("Emacs", "elisp") });
    const file = basename(sample);
    copyFileSync(sample, file);
    const args = ["--batch", "--load", "init.el", "--load", script, file];
    const { stdout, stderr } = spawnSync("emacs", args, { env: environment(folder), encoding: "utf8" });
    expect(stdout, stderr).toMatch(/^\{/);
    const { mode, findings, completions, hover, fixed } = JSON.parse(stdout);
    expect(mode).toBe("wlcg-contributions-mode");
    expect(findings).toEqual(
      expect.arrayContaining([expect.stringMatching(/^26: .*Unknown theme: `analysis-facilties`\./)]),
    );
    expect(completions).toContain("analysis-facilities");
    expect(hover).toContain("Service deployment");
    expect(fixed).toMatch(/^ {4}speakers: /);
  }, 60_000);
});
