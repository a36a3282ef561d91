/** The one HTTP client: bounded in time and size, https only, a token for one origin only. */
import { type IncomingHttpHeaders, type IncomingMessage, request as sendHttp } from "node:http";
import { request as sendHttps } from "node:https";
import type { Socket } from "node:net";
import { isLoopback, readWebAddress } from "../../core/text/webAddress";
import { trustedAuthorities } from "./certificates";
import { openConnection } from "./connection";
import { failureText } from "./failureText";
import { NetworkError } from "./networkError";
import { type NetworkLimits, networkLimits } from "./networkLimits";
import { type ProxySettings, proxyFor } from "./proxy";
import { readBody } from "./readBody";

/** How requests reach the network. */
export interface NetworkOptions {
  /** those of the environment variables by default */
  readonly proxy?: ProxySettings | undefined;
  readonly signal?: AbortSignal | undefined;
  /** called with the bytes of an answer so far, after decompression */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  readonly limits?: Partial<NetworkLimits>;
}

export interface HttpRequest extends NetworkOptions {
  /** https, or http on the loopback interface */
  readonly url: string;
  /** the body of a POST, as JSON */
  readonly json?: unknown;
  /** sent to the origin of the address only */
  readonly token?: string | undefined;
  /** false if an answer that leads elsewhere is returned itself; those to a POST always are */
  readonly followsRedirects?: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** the address that answered, after redirects */
  readonly url: string;
  /** the addresses that the answers on the way led to, in this order */
  readonly redirects: readonly string[];
}

/**
 * GET, or POST if there is a body.
 * @throws NetworkError and no other error
 */
export async function httpRequest(request: HttpRequest): Promise<HttpAnswer> {
  const url = addressOf(request.url);
  const limits = { ...networkLimits, ...request.limits };
  const cancellation = new AbortController();
  const cancel = (kind: "interrupted" | "unreachable", text: string): void =>
    cancellation.abort(new NetworkError(kind, text));
  const onAbort = (): void => cancel("interrupted", `the request to ${url.host} was cancelled`);
  if (request.signal?.aborted) onAbort();
  request.signal?.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(
    () => cancel("unreachable", `${url.host} did not complete its answer in ${seconds(limits.whole)}`),
    limits.whole,
  );
  try {
    return await follow(url, { ...request, limits, cancellation });
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener("abort", onAbort);
  }
}

interface Running extends HttpRequest {
  readonly limits: NetworkLimits;
  readonly cancellation: AbortController;
}

/** @throws NetworkError */
function addressOf(text: string): URL {
  const reading = readWebAddress(text);
  if ("problem" in reading) throw new NetworkError("address", reading.problem);
  return reading.url;
}

async function follow(start: URL, request: Running): Promise<HttpAnswer> {
  const redirects: string[] = [];
  for (let url = start; ; ) {
    const answer = await exchange(url, request);
    const target = request.json === undefined && request.followsRedirects !== false && targetOf(answer, url);
    if (!target) return { ...answer, url: url.href, redirects };
    if (redirects.length === request.limits.redirects)
      throw new NetworkError("redirect", `${start.host} leads from one address to the next without end`);
    url = allowedTarget(url, target, request.token !== undefined);
    redirects.push(url.href);
  }
}

/** The address that an answer leads to. */
function targetOf({ status, headers }: Exchange, from: URL): string | undefined {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  return URL.canParse(location, from) ? new URL(location, from).href : location;
}

/** @throws NetworkError if a request must not go there */
function allowedTarget(from: URL, location: string, hasToken: boolean): URL {
  const reading = readWebAddress(location);
  if ("problem" in reading)
    throw new NetworkError("redirect", `${from.host} leads elsewhere: ${reading.problem}`);
  const { url } = reading;
  if (url.origin === from.origin) return url;
  const isDowngrade = from.protocol === "https:" && url.protocol !== "https:";
  if (isDowngrade || (isLoopback(url.hostname) && !isLoopback(from.hostname)))
    throw new NetworkError("redirect", `${from.host} leads to ${url.origin}, which is not followed`);
  if (hasToken)
    throw new NetworkError(
      "redirect",
      `${from.host} leads to ${url.origin}; a token is never sent to another host: use the address there`,
    );
  return url;
}

type Exchange = Pick<HttpAnswer, "status" | "headers" | "body">;

/** One request and its answer. */
async function exchange(url: URL, request: Running): Promise<Exchange> {
  const { signal } = request.cancellation;
  try {
    const answer = await send(url, request);
    const { onProgress, limits } = request;
    const body = await readBody(answer, { host: url.host, maxBytes: limits.answerBytes, onProgress });
    return { status: answer.statusCode ?? 0, headers: answer.headers, body };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof NetworkError
      ? error
      : new NetworkError("unreachable", failureText(error, url.host));
  }
}

async function send(url: URL, request: Running): Promise<IncomingMessage> {
  const { cancellation, limits, json } = request;
  const { signal } = cancellation;
  const timer = setTimeout(
    () =>
      cancellation.abort(
        new NetworkError(
          "unreachable",
          `${url.host} does not answer: no connection in ${seconds(limits.connect)}`,
        ),
      ),
    limits.connect,
  );
  try {
    const proxy = proxyFor(url, request.proxy, process.env);
    signal.throwIfAborted();
    const socket = await openConnection(url, { proxy, ca: trustedAuthorities(), signal });
    socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => clearTimeout(timer));
    return await answerTo(url, request, socket, json === undefined ? undefined : JSON.stringify(json));
  } finally {
    clearTimeout(timer);
  }
}

/** Sends the head and the body; the connection ends with the answer. */
function answerTo(
  url: URL,
  request: Running,
  socket: Socket,
  body: string | undefined,
): Promise<IncomingMessage> {
  const { token, cancellation } = request;
  return new Promise((resolve, reject) => {
    const outgoing = (url.protocol === "https:" ? sendHttps : sendHttp)(url, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        host: url.host,
        accept: "application/json, */*;q=0.5",
        "accept-encoding": "gzip",
        "user-agent": "wlcg-k8s-notes",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        }),
      },
      createConnection: () => socket,
      signal: cancellation.signal,
    });
    outgoing.once("response", resolve);
    outgoing.on("error", reject);
    outgoing.once("upgrade", () => {
      outgoing.destroy();
      reject(
        new NetworkError("answer", `${url.host} does not answer as Indico does: it changes the protocol`),
      );
    });
    // has no effect after an answer or an error
    outgoing.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
    outgoing.end(body);
  });
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} seconds`;
}
