/**
 * `npm run test:long:folders -- [WORDS]`: the server's peak memory and longest hover while it reads the files of its
 * folder: catalogues, meetings, settings. Linux only, as it asks `/proc`.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { MessageConnection } from "vscode-jsonrpc/node";
import { peakMemory } from "../../bench/editing/memory";
import { type HostileFolder, hostileFolders, writeFolder } from "./hostileFolders";
import { startServer } from "./process";

/** MB */
const maxMemoryMegabytes = 512;
/** seconds after which a row is given up */
const maxSeconds = Number(process.env.FOLDER_SECONDS ?? 120);
const textDocument = { uri: "file:///open.contributions.yaml" };
const text =
  "meeting:\n  title: Meeting\n  date: 2026-01-15\ncontributions:\n  - title: Rucio on Kubernetes\n    themes: [security]\n  - title: Harbor registry\n";

const words = process.argv.slice(2).join(" ");
console.log(
  "| folder | memory, MB | longest hover, s | code action, s | busy for, s | processor, s | says |\n|---|---|---|---|---|---|---|",
);
for (const [name, folder] of Object.entries(hostileFolders)) {
  if (name.includes(words)) console.log(`| ${[name, ...(await measureFolder(folder))].join(" | ")} |`);
}

async function measureFolder(folder: HostileFolder): Promise<readonly string[]> {
  const path = await mkdtemp(join(tmpdir(), "wlcg-notes-folders-"));
  await writeFolder(path, folder);
  const { child, client } = await startServer({
    workspaceFolders: [{ uri: pathToFileURL(path).href, name: "hostile" }],
    initializationOptions: folder.settings,
  });
  const said: string[] = [];
  client.onNotification("window/showMessage", ({ message }: { message: string }) => void said.push(message));
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let row: readonly string[] = ["-", "-", "-", "-", "-"];
  const work = measureServer(client, child.pid ?? 0).then((result) => {
    row = result;
  });
  await Promise.race([work.catch(() => undefined), gone]);
  if (child.exitCode !== null || child.signalCode !== null) said.push("DIED");
  child.kill("SIGKILL");
  client.dispose();
  await rm(path, { recursive: true });
  return [...row, said.map((one) => one.slice(0, 150)).join(" / ")];
}

/** Asks for a hover again and again until the server has nothing to do any more. */
async function measureServer(client: MessageConnection, pid: number): Promise<readonly string[]> {
  const [start, cpu] = [performance.now(), await processorSeconds(pid)];
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { ...textDocument, languageId: "wlcg-contributions", version: 1, text },
  });
  let [maxHover, action] = [0, 0];
  let [busyUntil, window, windowCpu] = [start, start, cpu];
  for (;;) {
    maxHover = Math.max(
      maxHover,
      await secondsToAnswer(client, "textDocument/hover", { position: { line: 5, character: 15 } }),
    );
    const range = { start: { line: 6, character: 4 }, end: { line: 6, character: 20 } };
    action = Math.max(
      action,
      await secondsToAnswer(client, "textDocument/codeAction", { range, context: { diagnostics: [] } }),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    const now = performance.now();
    if (now - window < 1500) continue;
    const used = await processorSeconds(pid);
    if (used - windowCpu > 0.35) busyUntil = now;
    else if (now - busyUntil > 2500) break;
    [window, windowCpu] = [now, used];
    if (now - start > maxSeconds * 1000) break;
  }
  const peak = (peakMemory(pid) ?? Number.NaN) / 2 ** 20;
  if (peak > maxMemoryMegabytes) process.exitCode = 1;
  const seconds = ((busyUntil - start) / 1000).toFixed(1);
  return [
    peak.toFixed(0),
    maxHover.toFixed(2),
    action.toFixed(2),
    seconds,
    ((await processorSeconds(pid)) - cpu).toFixed(1),
  ];
}

/** Seconds to the answer, or to where it is waited for no longer. */
async function secondsToAnswer(client: MessageConnection, method: string, params: object): Promise<number> {
  const before = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, maxSeconds * 1000);
  });
  const answer = client.sendRequest(method, { textDocument, ...params }).catch(() => undefined);
  await Promise.race([answer, limit]);
  clearTimeout(timer);
  return (performance.now() - before) / 1000;
}

/** Of all threads, in seconds. */
async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
