/** The command line over an archive of meetings, beside what else would check it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Editor } from "../editing/editor";
import type { Kind } from "../editing/kinds";
import { meetingOf } from "../editing/meeting";
import { inColumns } from "../report/columns";
import { median } from "../report/statistics";
import { schemaOver } from "./floor";

const itemsPerMeeting = 20;

/** How long each takes, in seconds, by what it is. */
type Times = Map<string, number[]>;

/** @returns a table; @param meetings how many files, @param runs of each, in turn */
export async function compareArchive(
  root: string,
  peer: Kind | undefined,
  { meetings, runs }: { readonly meetings: number; readonly runs: number },
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "wlcg-notes-archive-"));
  const { text } = meetingOf(itemsPerMeeting);
  for (let index = 0; index < meetings; index++)
    writeFileSync(join(folder, `${index}.contributions.yaml`), text.replace("pre-GDB", `pre-GDB ${index}`));
  const ways: readonly (readonly [string, () => unknown])[] = [
    ["wlcg-notes check, start included", () => check(root, folder)],
    ["yaml and ajv in a bare loop, the schema alone", () => schemaOver(root, textsIn(folder))],
    ...(peer
      ? [["peer, all files opened at once, start included", () => openAll(peer, textsIn(folder))] as const]
      : []),
  ];
  const times: Times = new Map();
  for (let run = 0; run < runs; run++)
    for (const [name, way] of ways) times.set(name, [...(times.get(name) ?? []), await seconds(way)]);
  rmSync(folder, { recursive: true });
  return tableOf(times, meetings);
}

function tableOf(times: Times, meetings: number): string {
  const own = median([...times.values()][0] ?? []) ?? 0;
  const rows = [...times].map(([name, values]) => {
    const time = median(values) ?? 0;
    return [name, time.toFixed(2), `${((time * 1000) / meetings).toFixed(2)}`, `${(time / own).toFixed(2)}×`];
  });
  const head = `${meetings.toLocaleString("en")} meetings of ${itemsPerMeeting} contributions`;
  return inColumns([[head, "s", "ms a file", "of ours"], ...rows]);
}

function textsIn(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
}

function check(root: string, folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, [`${root}/dist/cli.js`, "check", folder], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  // the meetings have findings
  if (status !== 1) throw new Error(`check ended with ${status}: ${stderr.slice(0, 2000)}`);
}

/** All at once, so that the wait before it looks is paid once. */
async function openAll(peer: Kind, texts: readonly string[]): Promise<void> {
  const editor = await Editor.start(peer);
  const uris = texts.map((_, index) => `file:///bench/${index}.contributions.yaml`);
  await editor.openAll(uris.map((uri, index) => ({ uri, text: texts[index] ?? "" })));
  await editor.stop();
}

async function seconds(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}
