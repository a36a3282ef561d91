/** A file about an event of the server, published with the command line in this process. */
import { onTestFinished, vi } from "vitest";
import { inFolder, type Outcome, wlcgNotes } from "../support/commandLine";
import { request } from "./harness/request.mjs";
import type { IndicoServer, TokenName } from "./harness/server.mjs";

const fileName = "a.contributions.yaml";

/** Everything that minutes can have: marks, tables, nested lists, code, links, decisions, actions. */
export const everything = `|
      We **agreed** on <b>this</b> & *that*: 1 < 2, see <https://example.org/?a=1&b=2>.

      | Site | MB/s |
      |------|-----:|
      | DESY | 120  |

      - one
        - two
          1. three
      - \`kubectl get pods\`

      > a quotation
`;

/** @param contributions lines below `contributions` */
export function meetingFile(url: string, contributions: string): string {
  return `meeting:\n  title: Board\n  date: 2026-03-10\n  url: ${url}\ncontributions:\n${contributions}`;
}

/** Makes the file the only one of the current folder. */
export async function write(text: string): Promise<void> {
  await inFolder({ [fileName]: text });
}

/** Runs `publish` with a token of the seed; the address of the server is `BASE` in what it prints. */
export async function publish(
  { baseUrl, tokens }: IndicoServer,
  token: TokenName,
  ...args: readonly string[]
): Promise<Outcome> {
  vi.stubEnv("WLCG_NOTES_INDICO_TOKEN", tokens[token]);
  vi.stubEnv("WLCG_NOTES_INDICO_HOST", new URL(baseUrl).host);
  const outcome = await wlcgNotes("publish", fileName, ...args).finally(() => vi.unstubAllEnvs());
  const clean = (text: string): string =>
    text.replaceAll(baseUrl, "BASE").replaceAll(new URL(baseUrl).host, "HOST");
  return { ...outcome, out: clean(outcome.out), err: clean(outcome.err) };
}

/** The source of the minutes of a page; undefined if it has none. */
export async function sourceAt(server: IndicoServer, path: string): Promise<string | undefined> {
  const response = await request(server, `${path}/api/note`, { token: "manager" });
  return (await response.json()).source;
}

/** Writes minutes as another user would, over those that are there. */
export async function writeAt(server: IndicoServer, path: string, source: string): Promise<void> {
  const api = `${path}/api/note`;
  const { id } = await (await request(server, api, { token: "manager" })).json();
  const json = { source, ...(id !== undefined && { revision_id: id }) };
  const response = await request(server, api, { token: "manager", method: "POST", json });
  if (!response.ok) throw new Error(`The minutes were not written: ${response.status}`);
}

/** Other tests expect the events of the seed: minutes that it did not make are deleted when the test ends. */
export function withoutMinutesAfter(server: IndicoServer, ...paths: readonly string[]): void {
  onTestFinished(async () => {
    for (const path of paths)
      await request(server, `${path}/api/note`, { token: "manager", method: "DELETE" });
  });
}
