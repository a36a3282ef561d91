/** One server, many meetings typed into it one after the other, and what it holds before and after. */
import { readFileSync } from "node:fs";
import { setTimeout as rest } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sample } from "../editors";
import { clients } from "../protocol/clients";
import { RawServer } from "../protocol/rawServer";
import { start } from "../protocol/session";

interface ResourceUsage {
  /** bytes */
  readonly heapUsed: number;
  readonly rss: number;
  /** kinds of what keeps the process busy, in order */
  readonly handles: readonly string[];
}

export interface SoakResult {
  readonly before: ResourceUsage;
  readonly after: ResourceUsage;
  readonly keystrokes: number;
}

interface SoakPlan {
  readonly files: number;
  /** keystrokes in each file */
  readonly keys: number;
  /** milliseconds between two keystrokes */
  readonly pause: number;
}

/** How many files are open at a time. */
const maxOpenFiles = 10;
const meter = fileURLToPath(new URL("meter.cjs", import.meta.url));
/** The sample is typed after its own head, so that the typed text is valid while it grows. */
const text = readFileSync(sample, "utf8");
const head = text.slice(0, text.indexOf("  - title:"));
const typed = text.slice(head.length);

/** @returns what the server held after a first round of `open` files, and after the whole */
export async function soak(plan: SoakPlan): Promise<SoakResult> {
  const server = new RawServer(["--stdio"], {}, ["--expose-gc", "--require", meter]);
  await start(server, clients.rich);
  await typeAll(server, { ...plan, files: 2 * maxOpenFiles });
  const before = await measureUsage(server, 1);
  await typeAll(server, plan);
  const after = await measureUsage(server, 2);
  await server.request("shutdown");
  server.notify("exit");
  await server.ended();
  return { before, after, keystrokes: plan.files * plan.keys };
}

async function typeAll(server: RawServer, { files, keys, pause }: SoakPlan): Promise<void> {
  for (let file = 0; file < files + maxOpenFiles; file++) {
    if (file < files)
      await typeInto(server, uriOf(file), keys, { from: (file * 977) % (typed.length - keys), pause });
    if (file >= maxOpenFiles)
      server.notify("textDocument/didClose", { textDocument: { uri: uriOf(file - maxOpenFiles) } });
    server.received.length = 0;
    server.pendingMethods.clear();
  }
}

async function typeInto(
  server: RawServer,
  uri: string,
  keys: number,
  { from, pause }: { readonly from: number; readonly pause: number },
): Promise<void> {
  const start = head + typed.slice(0, from);
  const textDocument = { uri };
  server.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: "wlcg-contributions", version: 1, text: start },
  });
  const lines = start.split("\n");
  let line = lines.length - 1;
  let character = lines[line]?.length ?? 0;
  for (let key = 0; key < keys; key++) {
    const position = { line, character };
    const letter = typed[from + key] ?? "";
    server.notify("textDocument/didChange", {
      textDocument: { uri, version: 2 + key },
      contentChanges: [{ range: { start: position, end: position }, text: letter }],
    });
    [line, character] = letter === "\n" ? [line + 1, 0] : [line, character + 1];
    if (key % 10 === 9) await requestWhileTyping(server, textDocument, { line, character });
    if (pause > 0) await rest(pause);
  }
}

/** The requests of an editor while the user types. */
async function requestWhileTyping(server: RawServer, textDocument: object, position: object): Promise<void> {
  const range = { start: position, end: position };
  await Promise.all([
    server.request("textDocument/diagnostic", { textDocument }),
    server.request("textDocument/completion", { textDocument, position }),
    server.request("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } }),
    server.request("textDocument/documentSymbol", { textDocument }),
    server.request("wlcgNotes/preview", { textDocument, by: "theme" }),
  ]);
}

/** @param count of the answer to wait for: the meter's first is 1 */
async function measureUsage(server: RawServer, count: number): Promise<ResourceUsage> {
  // the grace of the last line that was typed
  await rest(1500);
  server.signal("SIGUSR2");
  for (;;) {
    const meter = [...server.log.matchAll(/\[meter (.*)\]\n/g)][count - 1]?.[1];
    if (meter !== undefined) return JSON.parse(meter) as ResourceUsage;
    await rest(50);
  }
}

function uriOf(file: number): string {
  return `file:///notes/${file}.contributions.yaml`;
}
