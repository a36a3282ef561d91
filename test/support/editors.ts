/** Editors that a machine may have or not, and what they need to find the server. */
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "vitest";
import { bundle } from "./server";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The sample with something of everything that is found. */
export const sample = join(root, "sample/kubernetes-in-hep-talks.contributions.yaml");

/** Runs where the editor is. Elsewhere it names the package to install: skipped locally, a failure in CI. */
export function describeEditor(program: string, debianPackage: string, tests: () => void): void {
  const isThere = spawnSync(program, ["--version"]).status === 0;
  const advice = `wants the package ${debianPackage}`;
  const lacking = (): void =>
    void it.skipIf(!process.env.CI)(advice, () => {
      throw new Error(`There is no ${program}: apt-get install ${debianPackage}`);
    });
  describe(program, isThere ? tests : lacking);
}

/** The first block of code in this language below a heading of docs/editors.md. */
export function documented(heading: string, language: string): string {
  const page = readFileSync(join(root, "docs/editors.md"), "utf8");
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  const code = section?.split(`\`\`\`${language}\n`)[1]?.split("\n```")[0];
  if (code === undefined) throw new Error(`docs/editors.md has no ${language} for ${heading}.`);
  return code;
}

/** An environment with `wlcg-notes` and this Node on the path, and its own home folder in it. */
export function environment(folder: string): NodeJS.ProcessEnv {
  chmodSync(bundle("cli.js"), 0o755);
  symlinkSync(bundle("cli.js"), join(folder, "wlcg-notes"));
  const path = [folder, dirname(process.execPath), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
}

/** Asks again until the answer passes. */
export async function until<T>(ask: () => T, passes: (value: T) => boolean): Promise<T> {
  let value = ask();
  while (!passes(value)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    value = ask();
  }
  return value;
}
