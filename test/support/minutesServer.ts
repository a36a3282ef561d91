/** A small stand-in for the minutes of Indico, as its releases answer (`test/fixtures/indico/recorded`). */
import { bodyOf, httpServer } from "./httpServer";

export interface MinutesServer {
  readonly base: string;
  /** the stored source by the path of its page, such as `/event/1/contributions/2` */
  readonly sources: Map<string, string>;
  /** each request: `GET /event/1` */
  readonly requests: string[];
}

interface Options {
  /** false as before 3.3.2: no revisions, and the answer 204 to a POST */
  readonly hasRevisions?: boolean;
  /** the path of a page that gets new minutes just before each POST */
  readonly changesBefore?: string;
  /** answers of other pages, by their path */
  readonly statuses?: Readonly<Record<string, number>>;
  /** the name of the owner of the token, by the answer of `/api/user/`; undefined where it is refused */
  readonly owner?: string;
  /** the connection is cut instead of an answer to a POST */
  readonly cutsAt?: string;
}

export const minutesToken = "indp_minutes";

export async function minutesServer(options: Options = {}): Promise<MinutesServer> {
  const { hasRevisions = true, statuses = {} } = options;
  const sources = new Map<string, string>();
  const revisions = new Map<string, number>();
  const requests: string[] = [];
  const store = (path: string, source: string): void => {
    sources.set(path, source.trim());
    revisions.set(path, (revisions.get(path) ?? 0) + 1);
  };
  const stored = (path: string) => {
    const source = sources.get(path);
    if (source === undefined) return {};
    const id = (revisions.get(path) ?? 0) + 100;
    return {
      source,
      render_mode: "html",
      ...(hasRevisions && { id, html: source, note_author: "Sam Submitter" }),
    };
  };
  const base = await httpServer(async (request, response) => {
    const path = (request.url ?? "").replace(/\/api\/note$/, "");
    requests.push(`${request.method} ${path}`);
    const send = (status: number, value: unknown): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    };
    if (request.headers.authorization !== `Bearer ${minutesToken}`)
      return send(401, { error: "invalid_token" });
    if (path === "/api/user/") {
      const [first_name, ...last] = (options.owner ?? "").split(" ");
      return options.owner === undefined
        ? send(403, { error: "insufficient_scope" })
        : send(200, { first_name, last_name: last.join(" ") });
    }
    if (statuses[path] !== undefined) return send(statuses[path], { error: { title: "Refused" } });
    if (request.method === "GET") return send(200, stored(path));
    if (options.cutsAt === path) return void request.socket.destroy();
    const { source, revision_id: revision } = JSON.parse(await bodyOf(request));
    if (options.changesBefore === path) store(path, "<p>At the same time.</p>");
    const current = stored(path);
    if (hasRevisions && "id" in current && current.id !== revision)
      return send(418, { message: "The note has been modified in the meantime", conflict: current });
    store(path, source);
    if (hasRevisions) send(200, stored(path));
    else response.writeHead(204).end();
  });
  return { base, sources, requests };
}
