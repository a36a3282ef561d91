/** `npm run test:long:memory -- [WORDS]`: the server's peak memory and longest answer with files meant to fill it. */
import type { MessageConnection } from "vscode-jsonrpc/node";
import { peakMemory } from "../../bench/editing/memory";
import { hostileFiles } from "./hostileFiles";
import { startServer } from "./process";

/** MB */
const maxMemoryMegabytes = 512;
const textDocument = { uri: "file:///hostile.contributions.yaml" };
const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
const position = { line: 4, character: 12 };

const requestsByMethod: Readonly<Record<string, object>> = {
  "textDocument/diagnostic": {},
  "textDocument/hover": { position },
  "textDocument/completion": { position },
  "textDocument/documentSymbol": {},
  "textDocument/foldingRange": {},
  "textDocument/documentLink": {},
  "textDocument/selectionRange": { positions: [position] },
  "textDocument/codeAction": { range, context: { diagnostics: [] } },
  "textDocument/formatting": { options: { tabSize: 2, insertSpaces: true } },
};

const words = process.argv.slice(2).join(" ");
console.log("| file | memory, MB | with notes, MB | longest answer, s | notes, s |\n|---|---|---|---|---|");
for (const [name, text] of Object.entries(hostileFiles)) {
  if (!name.includes(words)) continue;
  const row = await measureFile(text());
  console.log(`| ${[name, ...row].join(" | ")} |`);
}

/** In a separate server: opened, edited at two places, asked for all of `questions`, and then for its notes. */
async function measureFile(text: string): Promise<readonly string[]> {
  const { child, client } = await startServer();
  const peak = (): number => (peakMemory(child.pid ?? 0) ?? Number.NaN) / 2 ** 20;
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { ...textDocument, languageId: "wlcg-contributions", version: 1, text },
  });
  const maxSeconds = Math.max(
    await secondsToAnswer(client, "textDocument/diagnostic", {}),
    await maxAnswerWhileTyping(client, text),
  );
  const before = peak();
  const notes = Math.max(
    await secondsToAnswer(client, "wlcgNotes/preview", { by: "theme" }),
    await secondsToAnswer(client, "wlcgNotes/render", { to: "markdown", by: "agenda" }),
  );
  const after = peak();
  if (after > maxMemoryMegabytes) process.exitCode = 1;
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  client.dispose();
  return [before.toFixed(0), after.toFixed(0), maxSeconds.toFixed(1), notes.toFixed(1)];
}

/** @returns the longest of the answers after two letters were typed, in seconds */
async function maxAnswerWhileTyping(client: MessageConnection, text: string): Promise<number> {
  const last = text.split("\n").length - 2;
  for (const [index, at] of [4, last].entries()) {
    const start = { line: at, character: 4 };
    await client.sendNotification("textDocument/didChange", {
      textDocument: { ...textDocument, version: index + 2 },
      contentChanges: [{ range: { start, end: start }, text: "x" }],
    });
  }
  let maxSeconds = 0;
  for (const [method, params] of Object.entries(requestsByMethod))
    maxSeconds = Math.max(maxSeconds, await secondsToAnswer(client, method, params));
  return maxSeconds;
}

/** Seconds to the answer. */
async function secondsToAnswer(client: MessageConnection, method: string, params: object): Promise<number> {
  const before = performance.now();
  await client.sendRequest(method, { textDocument, ...params });
  return (performance.now() - before) / 1000;
}
