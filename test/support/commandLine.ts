/** The command line in this process, on files in a separate folder. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import { run } from "../../server/src/cli/run";

export interface Outcome {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** Makes a fresh folder with these files the current one, until the test ends. */
export async function inFolder(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wlcg-notes-"));
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(async () => {
    process.chdir(before);
    await rm(folder, { recursive: true });
  });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(name), { recursive: true });
    await writeFile(name, content);
  }
  return folder;
}

/** `wlcg-notes` with these arguments, in the current folder. */
export function wlcgNotes(...args: readonly string[]): Promise<Outcome> {
  return wlcgNotesReading("", ...args);
}

/** The same, with this text on standard input. */
export async function wlcgNotesReading(input: string | Buffer, ...args: readonly string[]): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    input: () => Readable.from([Buffer.from(input)]),
    colours: false,
  });
  return { code, out: out.join(""), err: err.join("") };
}

/** What a file holds now, as text. */
export function contentOf(name: string): Promise<string> {
  return readFile(name, "utf8");
}
