/** The content of the VSIX and of the npm package, which needs no other package. `npm run build` comes first. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { listFiles, PackageManager } from "@vscode/vsce";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { stageExtension } from "../scripts/stageExtension.mjs";
import { sizeLimits } from "./bench/bundles";

const root = fileURLToPath(new URL("..", import.meta.url));
const library = (name: string): string => name.replace(/-\w{8}(?=\.mjs$)/, "");
const isChunk = (name: string): boolean => name.startsWith("dist/lib/chunk-");

it("the extension holds what runs in the editor, and nothing else", async () => {
  const folder = await stageExtension();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = await listFiles({ cwd: folder, packageManager: PackageManager.None });
  expect(
    files
      .filter((name) => !isChunk(name))
      .map(library)
      .sort(),
  ).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dist/client.js",
    "dist/contributions.schema.json",
    "dist/extension.js",
    "dist/lib/agendaReaders.mjs",
    "dist/lib/catalogue.mjs",
    "dist/lib/catalogueValidator.mjs",
    "dist/lib/httpRequest.mjs",
    "dist/lib/notesRequests.mjs",
    "dist/lib/server.mjs",
    "dist/lib/stdio.mjs",
    "dist/licenses.txt",
    "dist/preview.css",
    "dist/preview.js",
    "dist/server.js",
    "docs/rules.md",
    "images/file-dark.svg",
    "images/file-light.svg",
    "images/icon.png",
    "language-configuration.json",
    "package.json",
    "snippets/wlcg-contributions.json",
    "syntaxes/wlcg-contributions.tmLanguage.json",
    "walkthrough/export.svg",
    "walkthrough/fix.svg",
    "walkthrough/import.svg",
    "walkthrough/keep.md",
    "walkthrough/new.svg",
    "walkthrough/preview.svg",
    "walkthrough/tag.svg",
  ]);
  const sizes = files.map((file) => deflateRawSync(readFileSync(`${folder}/${file}`)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(sizeLimits.vsix);
}, 120_000);

interface Packed {
  readonly filename: string;
  /** bytes */
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

describe("the npm package", { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "wlcg-notes-npm-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const npm = (cwd: string, ...args: readonly string[]): string =>
    execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const [packed] = JSON.parse(
    npm(root, "pack", "--json", "--ignore-scripts", "--pack-destination", folder),
  ) as readonly Packed[];

  it("is small, and holds the command line, the server and the schemas", () => {
    const names = (packed?.files ?? []).map(({ path }) => path);
    expect(packed?.size).toBeLessThan(sizeLimits.npm);
    expect(names.length).toBeLessThanOrEqual(60);
    expect(names.filter((name) => !name.startsWith("dist/lib/"))).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/cli.js",
      "dist/contributions.schema.json",
      "dist/licenses.txt",
      "dist/server.js",
      "docs/rules.md",
      "package.json",
      "schemas/catalogue.schema.json",
      "schemas/contributions.schema.json",
      "schemas/coverage.schema.json",
      "schemas/notes.schema.json",
    ]);
  });

  it("runs where it is installed, without any other package", () => {
    writeFileSync(join(folder, "package.json"), "{}");
    npm(folder, "install", "--offline", "--no-audit", "--no-fund", join(folder, packed?.filename ?? ""));
    expect(npm(folder, "ls", "--all", "--parseable").trim().split("\n")).toHaveLength(2);
    const program = join(folder, "node_modules/.bin/wlcg-notes");
    const run = (...args: readonly string[]): string =>
      execFileSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8" });
    const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    expect(run("--version")).toBe(`${version}\n`);
    writeFileSync(
      join(folder, "a.contributions.yaml"),
      "meeting: {title: Board, date: 2026-03-10}\ncontributions:\n  - {title: News, themes: none}\n",
    );
    expect(run("check", "a.contributions.yaml")).toBe("0 errors, 0 warnings in 1 file\n");
    expect(run("render", "a.contributions.yaml")).toMatch(/^# Board\n/);
    expect(run("coverage", "a.contributions.yaml")).toContain("Board");
  });
});
