/** Requests to the server of the tests. */
import type { IndicoServer, TokenName } from "./harness/server.mjs";

export interface Exported {
  readonly id: string;
  readonly contributions: readonly { readonly title: string }[];
  readonly sessions: readonly { readonly contributions: readonly { readonly title: string }[] }[];
}

/** @returns the events of an export with sessions: none if the token does not allow it */
export async function exported(
  server: IndicoServer,
  id: number,
  token?: TokenName,
): Promise<readonly Exported[]> {
  const response = await request(server, `/export/event/${id}.json?detail=sessions&nc=yes`, { token });
  return (await response.json()).results;
}

/** Sends a request, with a body as JSON if there is one. */
export function request(
  { baseUrl, tokens }: IndicoServer,
  path: string,
  { token, method = "GET", json }: { token?: TokenName | undefined; method?: string; json?: unknown } = {},
): Promise<Response> {
  return fetch(`${baseUrl}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${tokens[token]}` }),
      ...(json === undefined ? {} : { "Content-Type": "application/json" }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
}
