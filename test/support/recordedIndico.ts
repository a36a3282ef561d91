/** A server that answers as a real one did: `test/fixtures/indico/recorded`. */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { bodyOf, httpServer } from "./httpServer";

const recorded = new URL("../fixtures/indico/recorded/", import.meta.url);

export const recordedVersions = ["3.2.9", "3.3.14"] as const;

type Version = (typeof recordedVersions)[number];

interface Answer {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly token?: string;
    readonly json?: unknown;
  };
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly file?: string;
}

/**
 * @returns its address; a request's token is the name of a token of the recording, and a request that was not recorded
 * has the answer 501
 */
export async function recordedIndico(version: Version): Promise<string> {
  const folder = new URL(`${version}/`, recorded);
  const answers: readonly Answer[] = JSON.parse(readFileSync(new URL("answers.json", folder), "utf8"));
  const base = await httpServer(async (request, response) => {
    const token = /^Bearer (.*)$/.exec(request.headers.authorization ?? "")?.[1];
    const text = await bodyOf(request);
    const json = text === "" ? undefined : JSON.parse(text);
    const answer = answers.find(
      (candidate) =>
        candidate.request.method === request.method &&
        candidate.request.path === request.url &&
        candidate.request.token === token &&
        isDeepStrictEqual(candidate.request.json, json),
    );
    if (!answer) return void response.writeHead(501).end();
    const own = (text: string): string => text.replaceAll("https://indico.example.org", base);
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, own(value)]);
    response.writeHead(answer.status, Object.fromEntries(headers));
    response.end(answer.file === undefined ? "" : own(readFileSync(new URL(answer.file, folder), "utf8")));
  });
  return base;
}
