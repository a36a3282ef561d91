/** Connections to servers, direct or through a proxy. */
import { type ClientRequest, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import { failureText } from "./failureText";
import { NetworkError } from "./networkError";
import type { ChosenProxy } from "./proxy";

export interface ConnectionSettings {
  readonly proxy: ChosenProxy | undefined;
  /** the certificates of trusted authorities, in PEM; undefined for those of Node */
  readonly ca: string[] | undefined;
  readonly signal: AbortSignal;
}

/**
 * Opens a connection; it is encrypted, except on the loopback interface, later: `secureConnect` reports when.
 * @throws NetworkError if the proxy cannot be used
 */
export async function openConnection(url: URL, { proxy, ca, signal }: ConnectionSettings): Promise<Socket> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = portOf(url);
  if (url.protocol === "http:") return connectTcp({ host, port });
  const socket = proxy && (await openTunnel(url, { proxy, ca, signal }));
  return connectTls({ ...(socket ? { socket } : { host, port }), ...tlsOptions(host, ca) });
}

function tlsOptions(host: string, ca: string[] | undefined): ConnectionOptions {
  return {
    ALPNProtocols: ["http/1.1"],
    ...(ca && { ca }),
    ...(isIP(host) ? { host } : { servername: host }),
  };
}

function portOf({ protocol, port }: URL): number {
  return Number(port || (protocol === "https:" ? 443 : 80));
}

/**
 * The method CONNECT: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6
 * @throws NetworkError
 */
function openTunnel(target: URL, settings: Required<ConnectionSettings>): Promise<Socket> {
  const { signal } = settings;
  const proxy = settings.proxy as ChosenProxy;
  const name = `the proxy ${proxy.url.host}`;
  return new Promise((resolve, reject) => {
    const refused = (status = 0): void =>
      reject(new NetworkError("unreachable", refusalText(name, target, status)));
    const request = requestTunnel(target, proxy, settings);
    request.once("connect", ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket as Socket);
      socket.destroy();
      refused(statusCode);
    });
    request.once("response", (answer) => {
      answer.destroy();
      refused(answer.statusCode);
    });
    request.once("error", (error) =>
      reject(signal.aborted ? signal.reason : new NetworkError("unreachable", failureText(error, name))),
    );
    request.end();
  });
}

function requestTunnel(target: URL, proxy: ChosenProxy, { ca, signal }: ConnectionSettings): ClientRequest {
  const { url, strictSsl } = proxy;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const place = `${target.hostname}:${portOf(target)}`;
  const options = {
    host,
    port: portOf(url),
    method: "CONNECT",
    path: place,
    headers: { host: place, ...credentials(url) },
    agent: false,
    signal,
  } as const;
  if (url.protocol === "http:") return httpRequest(options);
  return httpsRequest({ ...options, ...tlsOptions(host, ca), rejectUnauthorized: strictSsl });
}

function credentials({ username, password }: URL): { readonly "proxy-authorization"?: string } {
  if (username === "" && password === "") return {};
  const pair = [username, password].map(decoded).join(":");
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refusalText(name: string, target: URL, status: number): string {
  if (status === 407) return `${name} wants a user name and a password (407)`;
  return `${name} does not connect to ${target.host}${status > 0 ? ` (${status})` : ""}`;
}
