/** A small stand-in for the exports of an event in Indico. */
import type { IncomingMessage } from "node:http";
import { httpServer } from "./httpServer";

interface Talk {
  readonly id: number;
  readonly title: string;
  /** `14:00` */
  readonly start: string;
  /** minutes */
  readonly duration: number;
}

export interface AgendaServer {
  readonly base: string;
  /** the agenda of event 1, which a test may change */
  talks: readonly Talk[];
  /** each request with its `Authorization` */
  readonly requests: { readonly path: string; readonly authorization: string | undefined }[];
}

interface Options {
  /** the token that the server wants; it answers 401 or 403 to all others */
  readonly token?: string;
  /** called instead of an answer */
  readonly holds?: (request: IncomingMessage) => void;
}

export async function agendaServer({ token, holds }: Options = {}): Promise<AgendaServer> {
  const requests: AgendaServer["requests"] = [];
  const base = await httpServer((request, response) => {
    const { authorization } = request.headers;
    const path = (request.url ?? "").replace(/\?.*/, "");
    requests.push({ path, authorization });
    if (holds) return holds(request);
    const send = (status: number, value: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    };
    if (token !== undefined && authorization !== `Bearer ${token}`)
      return send(authorization === undefined ? 403 : 401, { error: "invalid_token" });
    if (path === "/export/event/1.json") return send(200, { count: 1, results: [event(base, server.talks)] });
    if (path === "/export/timetable/1.json") return send(200, { count: 1, results: { "1": {} } });
    response.writeHead(404).end();
  });
  const server: AgendaServer = {
    base,
    requests,
    talks: [
      { id: 1, title: "Rucio on Kubernetes", start: "14:00", duration: 20 },
      { id: 2, title: "Harbor registry", start: "14:20", duration: 20 },
    ],
  };
  return server;
}

function event(base: string, talks: readonly Talk[]): object {
  const date = (time: string) => ({ date: "2026-03-10", time: `${time}:00`, tz: "UTC" });
  return {
    id: "1",
    title: "Board",
    type: "meeting",
    url: `${base}/event/1/`,
    timezone: "UTC",
    startDate: date("14:00"),
    endDate: date("18:00"),
    chairs: [],
    contributions: talks.map(({ id, title, start, duration }) => ({
      id: String(id),
      db_id: id,
      friendly_id: id,
      title,
      url: `${base}/event/1/contributions/${id}/`,
      startDate: date(start),
      duration,
      speakers: [],
      primaryauthors: [],
      coauthors: [],
      subContributions: [],
      folders: [],
    })),
    sessions: [],
    folders: [],
  };
}
