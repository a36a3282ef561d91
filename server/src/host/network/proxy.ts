/** Which proxy a request takes. */
import { isLoopback } from "../../core/text/webAddress";
import { NetworkError } from "./networkError";

/** The settings of an editor, which replace the environment variables. */
export interface ProxySettings {
  /** address of the proxy; none if it is empty */
  readonly proxy: string;
  /** false if the certificate of an https proxy is not verified; that of the server always is */
  readonly strictSsl: boolean;
  /** hosts that are reached without the proxy, as in `NO_PROXY` */
  readonly noProxy: readonly string[];
}

export interface ChosenProxy {
  readonly url: URL;
  readonly strictSsl: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables are those of curl: https://everything.curl.dev/usingcurl/proxies/env.html
 * @returns undefined if the server is reached directly, as on the loopback interface
 * @throws NetworkError if the address of the proxy cannot be used
 */
export function proxyFor(
  url: URL,
  settings: ProxySettings | undefined,
  environment: Environment,
): ChosenProxy | undefined {
  if (url.protocol !== "https:" || isLoopback(url.hostname)) return undefined;
  const { proxy, noProxy, strictSsl } = settings ?? fromEnvironment(environment);
  if (proxy === "" || noProxy.some((entry) => isExcepted(url, entry))) return undefined;
  return { url: proxyUrl(proxy), strictSsl };
}

function fromEnvironment(environment: Environment): ProxySettings {
  const read = (name: string): string => environment[name] || environment[name.toUpperCase()] || "";
  return {
    proxy: read("https_proxy") || read("all_proxy"),
    strictSsl: true,
    noProxy: read("no_proxy").split(/[,\s]+/),
  };
}

/** The message does not repeat the address, which may contain a password. */
function proxyUrl(address: string): URL {
  const complete = address.includes("://") ? address : `http://${address}`;
  const url = URL.canParse(complete) ? new URL(complete) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === "")
    throw new NetworkError("address", "the address of the proxy must be like http://proxy.example.org:3128");
  return url;
}

/** `*`, `host`, `.domain`, `*.domain`, each with an optional port; `domain` is all hosts of the domain too. */
function isExcepted({ hostname, port }: URL, entry: string): boolean {
  const written = entry.trim().toLowerCase();
  if (written === "*") return true;
  const [, host = "", onlyPort] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(written) ?? ["", `[${written}]`];
  if (onlyPort !== undefined && onlyPort !== (port || "443")) return false;
  const domain = host.replace(/^\*?\./, "");
  return domain !== "" && (hostname === domain || hostname.endsWith(`.${domain}`));
}
