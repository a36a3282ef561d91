/** `npm run bench:archive`: `check` over a thousand meetings, beside the bare parser over the same files. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDocument } from "yaml";
import type { Judged } from "../evaluation/measure";

const titles = JSON.parse(readFileSync("test/evaluation/titles.json", "utf8")) as Judged[];
const [meetings, items, runs] = [1000, 20, 3];

function meeting(index: number): string {
  const contributions = Array.from({ length: items }, (_, at) => {
    const { title, primary } = titles[(index * items + at) % titles.length] as Judged;
    const minute = 9 * 60 + at * 20;
    const start = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
    return [
      `  - title: ${JSON.stringify(`${title} (${at})`)}`,
      `    speakers: [A. Speaker, B. Speaker]`,
      `    community: ATLAS`,
      `    themes: ${primary === null ? "none" : `[${primary}]`}`,
      `    start: "${start}"`,
      `    duration: 20`,
      `    notes: |`,
      `      A few words on what was said, and who asked.`,
      `      - one point`,
      `      - another`,
      `    actions:`,
      `      - {text: Circulate the slides, owner: A. Speaker, due: 2026-01-31}`,
    ].join("\n");
  });
  return `meeting:\n  title: Meeting ${index}\n  date: 2026-01-10\n  timezone: Europe/Zurich\ncontributions:\n${contributions.join("\n")}\n`;
}

function seconds(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), "wlcg-notes-archive-"));
for (let index = 0; index < meetings; index++)
  writeFileSync(join(folder, `${index}.contributions.yaml`), meeting(index));

const check = (): void => {
  const { status, stdout } = spawnSync(process.execPath, ["dist/cli.js", "check", folder], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stdout.slice(0, 2000));
};
const parse = (): void => {
  for (const name of readdirSync(folder)) parseDocument(readFileSync(join(folder, name), "utf8")).toJS();
};
const rounds = Array.from({ length: runs }, () => ({ check: seconds(check), parse: seconds(parse) }));
rmSync(folder, { recursive: true });

const [own, floor] = [median(rounds.map((one) => one.check)), median(rounds.map((one) => one.parse))];
console.log(`${meetings} meetings of ${items} contributions, median of ${runs} runs in turn`);
console.log(`wlcg-notes check, start included   ${own.toFixed(2)} s`);
console.log(`yaml's parseDocument alone         ${floor.toFixed(2)} s`);
console.log(`ratio                              ${(own / floor).toFixed(2)}`);
