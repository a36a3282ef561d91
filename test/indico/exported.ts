/** Exports of the server of the tests. */
import { request } from "./harness/request.mjs";
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
